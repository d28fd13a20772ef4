//! The site's files are embedded; an empty folder lets the server be checked before they were ever bundled.

fn main() -> std::io::Result<()> {
    std::fs::create_dir_all("../target/site")?;
    println!("cargo::rerun-if-changed=../target/site");
    Ok(())
}
