//! Where a course's files come from: a folder, or the copy inside the program. Both give the same map of texts, and of media.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};

use super::media;
use super::mistakes::Mistakes;
use crate::ctx::hex;

/// Raise it when the same files come to give other content (a change in parsing or rendering): the short-cut of
/// `import_embedded` trusts it.
const RENDERING: &str = "2";

/// Largest text that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The files of one course, before anybody looked inside.
#[derive(Debug)]
pub(crate) struct Source {
    /// The folder's name, which is the course's slug.
    pub slug: String,
    /// The folder as messages name it.
    pub folder: String,
    /// Path below the folder, with `/` → text.
    pub files: BTreeMap<String, String>,
    /// Path below the folder → the bytes of a picture, a film, a document.
    pub media: BTreeMap<String, Cow<'static, [u8]>>,
    /// Files that could not be read as text.
    pub mistakes: Mistakes,
    /// SHA-256 of the files as they are.
    pub digest: String,
}

#[derive(rust_embed::RustEmbed)]
#[folder = "../courses"]
struct Embedded;

/// The courses inside the program. Their digests cost no reading: the files were hashed when the program was built.
pub(crate) fn embedded() -> Vec<Source> {
    let mut paths: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in Embedded::iter() {
        if let Some((slug, rest)) = path.split_once('/')
            && !path.split('/').any(|name| hidden(Path::new(name)))
        {
            paths.entry(slug.to_owned()).or_default().push(rest.to_owned());
        }
    }
    paths
        .into_iter()
        .map(|(slug, mut names)| {
            names.sort();
            let mut source = Source::empty(slug.clone(), format!("courses/{slug}"));
            let mut hasher = start();
            for name in names {
                let Some(file) = Embedded::get(&format!("{slug}/{name}")) else { continue };
                add(&mut hasher, &name, &file.metadata.sha256_hash());
                source.take(name, file.data);
            }
            source.digest = hex(&hasher.finalize());
            source
        })
        .collect()
}

/// A medium that the program brings, by the name that it is stored under. The digests were made with the program.
pub(super) fn embedded_medium(name: &str) -> Option<Cow<'static, [u8]>> {
    static NAMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let paths = Embedded::iter().filter(|path| media::is_medium(path));
        let named = paths.filter_map(|path| {
            let ending = path.rsplit_once('.')?.1;
            let digest = hex(&Embedded::get(&path)?.metadata.sha256_hash());
            Some((format!("{digest}.{ending}"), path.into_owned()))
        });
        named.collect()
    });
    Some(Embedded::get(NAMES.get(name)?)?.data)
}

/// The courses of a folder: one course when it has a `course.yaml`, else one in each folder below it.
///
/// # Errors
/// One line each about folders that cannot be read or hold no course.
pub(super) fn from_dir(dir: &Path) -> Result<Vec<Source>, Vec<String>> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    if dir.join("course.yaml").is_file() {
        let whole = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        return Ok(vec![read_course(dir, name(&whole).unwrap_or_default())?]);
    }
    let mut folders = Vec::new();
    for entry in list(dir)? {
        if entry.is_dir() && !hidden(&entry) {
            folders.push(entry);
        }
    }
    if folders.is_empty() {
        return Err(vec![format!("{}:1: no course here: a course is a folder with a course.yaml", dir.display())]);
    }
    folders.iter().map(|folder| read_course(folder, name(folder).unwrap_or_default())).collect()
}

fn read_course(dir: &Path, slug: String) -> Result<Source, Vec<String>> {
    let folder = dir.display().to_string();
    let mut source = Source::empty(slug, folder.trim_end_matches('/').to_owned());
    let mut raw = BTreeMap::new();
    gather(dir, "", 0, &mut raw, &mut source.mistakes)?;
    source.fill(raw);
    Ok(source)
}

fn gather(
    dir: &Path,
    below: &str,
    depth: u8,
    raw: &mut BTreeMap<String, Vec<u8>>,
    mistakes: &mut Mistakes,
) -> Result<(), Vec<String>> {
    for path in list(dir)? {
        if hidden(&path) {
            continue;
        }
        let name = format!("{below}{}", path.file_name().unwrap_or_default().to_string_lossy());
        // Three levels are all that a course has; the bound also stops at folders that link to themselves.
        if path.is_dir() {
            if depth < 3 {
                gather(&path, &format!("{name}/"), depth + 1, raw, mistakes)?;
            }
        } else if let Some(most) = too_large(&name, &path) {
            mistakes.note(&name, 1, format!("larger than {most} MiB; split it, or make it smaller"));
        } else {
            match std::fs::read(&path) {
                Ok(bytes) => {
                    raw.insert(name, bytes);
                }
                Err(error) => mistakes.note(&name, 1, format!("cannot be read: {error}")),
            }
        }
    }
    Ok(())
}

/// How many MiB the file may have at most, when it has more.
fn too_large(name: &str, path: &Path) -> Option<u64> {
    let most = if media::is_medium(name) { media::LARGEST } else { LARGEST };
    path.metadata().is_ok_and(|found| found.len() > most).then_some(most >> 20)
}

fn list(dir: &Path) -> Result<Vec<std::path::PathBuf>, Vec<String>> {
    let failed = |error: std::io::Error| vec![format!("{}:1: cannot be read: {error}", dir.display())];
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        name.starts_with('.') || name.ends_with('~')
    })
}

fn start() -> Sha256 {
    let mut hasher = Sha256::new();
    hasher.update(RENDERING);
    hasher.update(env!("CARGO_PKG_VERSION"));
    hasher
}

fn add(hasher: &mut Sha256, name: &str, hash: &[u8; 32]) {
    hasher.update(name);
    hasher.update([0]);
    hasher.update(hash);
}

impl Source {
    /// A course from its files, wherever they were kept.
    pub(crate) fn from_files(slug: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let mut source = Self::empty(slug.to_owned(), slug.to_owned());
        source.fill(files);
        source
    }

    fn fill(&mut self, files: BTreeMap<String, Vec<u8>>) {
        let mut hasher = start();
        for (name, bytes) in files {
            add(&mut hasher, &name, &Sha256::digest(&bytes).into());
            self.take(name, Cow::Owned(bytes));
        }
        self.digest = hex(&hasher.finalize());
    }

    fn empty(slug: String, folder: String) -> Self {
        let (files, media) = (BTreeMap::new(), BTreeMap::new());
        Self { slug, folder, files, media, mistakes: Mistakes::default(), digest: String::new() }
    }

    fn take(&mut self, name: String, bytes: Cow<'static, [u8]>) {
        if media::is_medium(&name) {
            self.media.insert(name, bytes);
            return;
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
                self.files.insert(name, text);
            }
            Err(error) => {
                let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
                self.mistakes.note(&name, line, "is not UTF-8 text; save it as UTF-8");
                self.files.insert(name, String::new());
            }
        }
    }
}
