//! Lets a second run do nothing: the best compression takes seconds, and `make run` bundles every time.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Outcome, PUBLIC, STYLE, names, read, site::Site};

/// What the site was made from. It lies beside the folder, not in it: everything in the folder is served.
pub struct Stamp {
    file: PathBuf,
    folder: PathBuf,
    inputs: String,
}

impl Stamp {
    pub fn of(wasm: &Path, folder: &Path) -> Outcome<Self> {
        let mut inputs = tool();
        let mut files = vec![wasm.to_owned()];
        files.extend(names::files_below(Path::new(STYLE))?);
        files.extend(names::files_below(Path::new(PUBLIC))?);
        for file in files {
            inputs.push_str(&format!("{} {}\n", file.display(), names::hash(&read(&file)?)));
        }
        Ok(Self {
            file: folder.with_extension("stamp"),
            folder: folder.to_owned(),
            inputs: names::hash(inputs.as_bytes()),
        })
    }

    /// Whether the folder was made from these inputs and nobody has removed a file since.
    pub fn still_holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|left| {
            let mut lines = left.lines();
            lines.next() == Some(&self.inputs) && lines.all(|path| self.folder.join(path).is_file())
        })
    }

    pub fn leave(&self, site: &Site) -> Outcome<()> {
        let mut words = format!("{}\n", self.inputs);
        for path in site.paths() {
            words.push_str(path);
            words.push('\n');
        }
        fs::write(&self.file, words).map_err(|error| format!("cannot write {}: {error}", self.file.display()))
    }
}

/// A new build of this task makes another site from the same inputs. Its size and date tell, without reading megabytes.
fn tool() -> String {
    std::env::current_exe()
        .and_then(fs::metadata)
        .and_then(|data| Ok(format!("{} {:?}\n", data.len(), data.modified()?)))
        .unwrap_or_default()
}
