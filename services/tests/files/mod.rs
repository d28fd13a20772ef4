//! Course files for tests: a sound course, a broken one, and slips made on purpose.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these")]

use std::path::{Path, PathBuf};

pub const SOUND: &str = "tests/fixtures/courses/sound";
pub const BROKEN: &str = "tests/fixtures/courses/broken";

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A copy of the sound course with one text of one file replaced.
pub struct Edited(tempfile::TempDir, &'static str);

impl Edited {
    pub fn new(file: &str, from: &str, to: &str) -> Self {
        Self::of("reading-data", file, from, to)
    }

    pub fn of(course: &'static str, file: &str, from: &str, to: &str) -> Self {
        let edited = Self(tempfile::tempdir().unwrap(), course);
        copy(&Path::new(SOUND).join(course), &edited.course());
        edited.and(file, from, to);
        edited
    }

    pub fn and(&self, file: &str, from: &str, to: &str) {
        let path = self.course().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    pub fn course(&self) -> PathBuf {
        self.0.path().join(self.1)
    }

    /// The folder of courses that this one is in.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The mistakes, with their files below the course's folder.
    pub fn mistakes(&self) -> Vec<String> {
        let folder = format!("{}/", self.course().display());
        services::course::check_dir(self.0.path()).into_iter().map(|line| line.replace(&folder, "")).collect()
    }
}
