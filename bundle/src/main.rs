//! Makes the site folder that the server embeds.
//!
//! `cargo run -p bundle -- <frontend.wasm> <site folder>`, from the repository's root.
//!
//! A build task of our own, because it compiles in a sixth of the time cargo-leptos needs and never empties the folder
//! under a running server. It writes a file only when its bytes change: the server embeds the folder, and an untouched
//! file does not make cargo build the server again.
//!
//! To publish another kind of file: put it in `app/public` (served under its own name) or give it a place in [`assemble`].

mod glue;
mod names;
mod press;
mod site;
mod stamp;
mod style;

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use site::Site;
use stamp::Stamp;

/// Words for whoever runs the build; nothing handles a failure but by showing it.
type Outcome<T> = Result<T, String>;

const STYLE: &str = "app/style";
const PUBLIC: &str = "app/public";
/// In `app/public` with the other plain files of the site, but published under names that carry their hash. The manifest names each
/// without its ending.
const SCRIPTS: &[&str] = &["boot", "draft", "exports", "quiz"];

fn main() -> ExitCode {
    match run() {
        Ok(words) => {
            say(&words);
            ExitCode::SUCCESS
        }
        Err(words) => {
            say(&format!("error: {words}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<String> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(wasm), Some(folder), None) = (args.next(), args.next(), args.next()) else {
        return Err("two arguments are needed: the compiled frontend (.wasm) and the site folder".to_owned());
    };
    let stamp = Stamp::of(&wasm, &folder)?;
    if stamp.still_holds() {
        return Ok(format!("{} is up to date", folder.display()));
    }
    let site = assemble(&wasm)?;
    let written = site.publish(&folder)?;
    stamp.leave(&site)?;
    Ok(format!("{}: {written} of {} files written", folder.display(), site.len()))
}

/// Everything the site consists of, in memory, so that a mistake in any input leaves the folder as it was.
fn assemble(wasm: &Path) -> Outcome<Site> {
    let mut site = Site::default();
    let glue = glue::generate(wasm)?;
    for (path, bytes) in glue.snippets {
        site.add(&format!("pkg/{path}"), bytes);
    }
    let wasm = site.add_hashed("campus", "wasm", glue.wasm);
    let js = site.add_hashed("campus", "js", glue.js.into_bytes());
    let css = site.add_hashed("campus", "css", style::bundle(Path::new(STYLE))?.into_bytes());
    let mut scripts = String::new();
    for name in SCRIPTS {
        let url = site.add_hashed(name, "js", read(&Path::new(PUBLIC).join(format!("{name}.js")))?);
        scripts.push_str(&format!("  \"{name}\": \"{url}\",\n"));
    }
    for path in names::files_below(Path::new(PUBLIC))? {
        let name = names::relative(&path, Path::new(PUBLIC))?;
        if !SCRIPTS.iter().any(|script| name == format!("{script}.js")) {
            site.add(&name, read(&path)?);
        }
    }
    site.compress()?;
    // URLs made of letters, digits and dots: nothing in them needs escaping.
    let manifest = format!("{{\n  \"css\": \"{css}\",\n{scripts}  \"js\": \"{js}\",\n  \"wasm\": \"{wasm}\"\n}}\n");
    site.add(site::MANIFEST, manifest.into_bytes());
    Ok(site)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        format!(
            "cannot read {}: {error} (the bundle is made from the repository's root, after the frontend is built)",
            path.display()
        )
    })
}

fn say(words: &str) {
    // A closed stderr is no reason to fail a build that went well.
    let _ = writeln!(std::io::stderr(), "bundle: {words}");
}
