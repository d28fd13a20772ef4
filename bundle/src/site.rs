//! The site folder: what belongs in it, and how it gets there.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{Outcome, names, press};

/// What the server reads to learn the hashed names.
pub const MANIFEST: &str = "manifest.json";

#[derive(Default)]
pub struct Site {
    /// By path in the folder, with slashes.
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Adds a file whose name changes with its bytes, so that browsers may keep it for ever. Gives its URL.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = format!("pkg/{stem}.{}.{extension}", names::hash(&bytes));
        self.add(&path, bytes);
        format!("/{path}")
    }

    /// Puts a `.br` and a `.gz` beside every file that gets smaller by it.
    pub fn compress(&mut self) -> Outcome<()> {
        let mut pressed = Vec::new();
        for (path, bytes) in self.files.iter().filter(|(path, _)| press::worth_it(path)) {
            for (extension, small) in [("br", press::brotli(bytes)?), ("gz", press::gzip(bytes)?)] {
                if small.len() < bytes.len() {
                    pressed.push((format!("{path}.{extension}"), small));
                }
            }
        }
        self.files.extend(pressed);
        Ok(())
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Brings the folder in line and gives the number of files written. The manifest goes last, so that it never names
    /// a file that is not there yet; what is stale goes after that.
    pub fn publish(&self, folder: &Path) -> Outcome<usize> {
        // A folder without our manifest may be somebody's home: it is not ours to tidy.
        let ours = folder.join(MANIFEST).is_file();
        let (manifest, files): (Vec<_>, Vec<_>) = self.files.iter().partition(|(path, _)| *path == MANIFEST);
        let mut written = 0;
        for (path, bytes) in files.into_iter().chain(manifest) {
            written += usize::from(write_if_changed(&folder.join(path), bytes)?);
        }
        if ours {
            self.remove_stale(folder)?;
        }
        Ok(written)
    }

    fn remove_stale(&self, folder: &Path) -> Outcome<()> {
        for path in names::files_below(folder)? {
            if !self.files.contains_key(&names::relative(&path, folder)?) {
                fs::remove_file(&path).map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
            }
        }
        Ok(())
    }
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> Outcome<bool> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(false);
    }
    let written = match path.parent() {
        Some(folder) => fs::create_dir_all(folder),
        None => Ok(()),
    };
    written
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("campus-bundle-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn site(css: &str) -> Site {
        let mut site = Site::default();
        let url = site.add_hashed("campus", "css", css.as_bytes().to_vec());
        site.add(MANIFEST, url.into_bytes());
        site
    }

    #[test]
    fn an_unchanged_file_is_not_written_again_and_a_stale_one_goes() {
        let folder = folder("stale");
        assert_eq!(site("a{}").publish(&folder), Ok(2));
        assert_eq!(site("a{}").publish(&folder), Ok(0));
        assert_eq!(site("b{}").publish(&folder), Ok(2));
        assert_eq!(names::files_below(&folder).map(|files| files.len()), Ok(2));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_a_site_keeps_its_files() {
        let folder = folder("foreign");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("thesis.txt"), "mine").unwrap();
        site("a{}").publish(&folder).unwrap();
        assert!(folder.join("thesis.txt").is_file());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn compression_stands_beside_the_file_and_only_when_it_helps() {
        let mut site = site(&"a{color:red}".repeat(100));
        site.add("photo.jpg", vec![0; 1000]);
        site.add("tiny.txt", b"a".to_vec());
        site.compress().unwrap();
        let paths: Vec<&str> = site.paths().collect();
        assert_eq!(paths.iter().filter(|path| path.ends_with(".css.br") || path.ends_with(".css.gz")).count(), 2);
        assert!(!paths.iter().any(|path| path.starts_with("photo.jpg.") || path.starts_with("tiny.txt.")));
    }
}
