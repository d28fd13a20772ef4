//! Hashes and paths: what a file is called in the site.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::Outcome;

/// Sixteen hex digits: plenty to tell two builds apart, short enough to read in a log.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Every file below a folder, in a stable order. A folder that is not there has no files.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("cannot list {}: {error}", folder.display()))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The path below `root`, with slashes on every system, because it becomes a URL.
pub fn relative(path: &Path, root: &Path) -> Outcome<String> {
    let below = path.strip_prefix(root).map_err(|_| format!("{} is not in {}", path.display(), root.display()))?;
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    Ok(parts.ok_or_else(|| format!("{} has a name that is not UTF-8", path.display()))?.join("/"))
}
