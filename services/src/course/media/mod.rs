//! Pictures, films, sounds and documents of courses: what may come in, how it is checked, and the HTML that shows it.
//!
//! A file is named by what is in it (`media/<sha256>.<ending>` in the object store, `/media/<sha256>.<ending>` as an address),
//! so it is stored once, never changes, and may be kept by browsers for good.

mod figure;
mod picture;
mod svg;

use std::borrow::Cow;

use domain::error::Code;
use sha2::{Digest as _, Sha256};

use super::files::Source;
use super::mistakes::Mistakes;
use super::outline::MEDIA;
use crate::ctx::{Campus, Ctx, hex};
use crate::error::Result;

pub(crate) use figure::escape;
pub(super) use figure::{Around, figure, size_words};

/// The largest film or sound, in bytes.
pub(crate) const LARGEST: u64 = 20 << 20;
/// The largest of the others.
const LARGE: u64 = 2 << 20;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Picture,
    Film,
    Sound,
    Document,
    /// WebVTT beside a film or a sound.
    Captions,
}

/// The endings that may come in, what they are for, and what they are served as.
const ENDINGS: [(&str, Class, &str); 18] = [
    ("svg", Class::Picture, "image/svg+xml"),
    ("png", Class::Picture, "image/png"),
    ("jpg", Class::Picture, "image/jpeg"),
    ("jpeg", Class::Picture, "image/jpeg"),
    ("webp", Class::Picture, "image/webp"),
    ("webm", Class::Film, "video/webm"),
    ("mp4", Class::Film, "video/mp4"),
    ("mp3", Class::Sound, "audio/mpeg"),
    ("ogg", Class::Sound, "audio/ogg"),
    ("vtt", Class::Captions, "text/vtt; charset=utf-8"),
    ("pdf", Class::Document, "application/pdf"),
    ("docx", Class::Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", Class::Document, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("odt", Class::Document, "application/vnd.oasis.opendocument.text"),
    ("ods", Class::Document, "application/vnd.oasis.opendocument.spreadsheet"),
    ("csv", Class::Document, "text/csv; charset=utf-8"),
    ("txt", Class::Document, "text/plain; charset=utf-8"),
    ("md", Class::Captions, "text/markdown"),
];

/// What a stored file is served as; None for what is no medium of a course.
#[must_use]
pub fn mime(name: &str) -> Option<&'static str> {
    let (stem, ending) = name.split_once('.')?;
    let sound = stem.len() == 64 && stem.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let found = ENDINGS.iter().find(|(known, ..)| *known == ending && *known != "md")?;
    sound.then_some(found.2)
}

/// Whether the file is one of bytes, and not a text of the course: everything in a folder `media` but transcripts.
pub(crate) fn is_medium(name: &str) -> bool {
    in_media(name) && !name.ends_with(".md")
}

fn class(name: &str) -> Option<Class> {
    let ending = ending_of(name);
    ENDINGS.iter().find(|(known, ..)| *known == ending).map(|(_, class, _)| *class)
}

pub(crate) fn is_picture(name: &str) -> bool {
    class(name) == Some(Class::Picture)
}

pub(crate) fn is_film_or_sound(name: &str) -> bool {
    matches!(class(name), Some(Class::Film | Class::Sound))
}

pub(crate) fn is_document(name: &str) -> bool {
    class(name) == Some(Class::Document)
}

pub(crate) fn is_captions(name: &str) -> bool {
    class(name) == Some(Class::Captions)
}

/// Whether a file may come in: its name says what it is, and it is that.
pub(crate) fn sound(name: &str, bytes: &[u8]) -> std::result::Result<(), Code> {
    let class = class(name).ok_or(Code::FileKindWrong)?;
    if bytes.is_empty() {
        return Err(Code::FileEmpty);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most(class) {
        return Err(Code::FileTooLarge);
    }
    let ending = ending_of(name);
    let mut mistakes = Mistakes::default();
    if ending == "svg" {
        svg::read(name, bytes, &mut mistakes);
    }
    if holds(ending, bytes) && mistakes.is_empty() { Ok(()) } else { Err(Code::FileKindWrong) }
}

/// Most bytes of a file of this class.
const fn most(class: Class) -> u64 {
    if matches!(class, Class::Film | Class::Sound) { LARGEST } else { LARGE }
}

/// Whether the file lies in a folder `media`.
pub(super) fn in_media(name: &str) -> bool {
    name.rsplit_once('/').is_some_and(|(folder, _)| folder == MEDIA || folder.ends_with(&format!("/{MEDIA}")))
}

/// A file that a text shows, checked.
#[derive(Debug, Clone)]
pub(super) struct Medium {
    pub class: Class,
    /// The ending of its name.
    pub ending: &'static str,
    pub mime: &'static str,
    /// The address that it is served at.
    pub address: String,
    pub bytes: usize,
    /// Width and height, of a picture.
    pub size: Option<(u32, u32)>,
}

/// The name under which bytes are stored and served, below `media/`.
pub(crate) fn name_of(bytes: &[u8], ending: &str) -> String {
    format!("{}.{ending}", hex(&Sha256::digest(bytes)))
}

/// Keeps a medium in the object store, unless it is there. It has its own name, so it cannot be another.
pub(crate) async fn keep(ctx: &Ctx, name: &str, bytes: &[u8]) -> Result<()> {
    let key = format!("{MEDIA}/{name}");
    if !ctx.objects.has(&key).await? {
        ctx.objects.put(&key, bytes.to_vec()).await?;
    }
    Ok(())
}

/// Where the bytes of a medium are, and how many. What the program brings itself costs no way to the store.
#[derive(Debug)]
pub struct Stored {
    key: String,
    embedded: Option<Cow<'static, [u8]>>,
    pub bytes: u64,
}

/// A medium, by the name in its address.
///
/// # Errors
/// `NotFound`, or when the store cannot be reached.
pub async fn get(campus: &Campus, name: &str) -> Result<Stored> {
    if mime(name).is_none() {
        return Err(Code::NotFound.into());
    }
    let key = format!("{MEDIA}/{name}");
    if let Some(embedded) = super::files::embedded_medium(name) {
        let bytes = u64::try_from(embedded.len()).unwrap_or(u64::MAX);
        return Ok(Stored { key, embedded: Some(embedded), bytes });
    }
    let bytes = campus.objects.size(&key).await?.ok_or(Code::NotFound)?;
    Ok(Stored { key, embedded: None, bytes })
}

impl Stored {
    /// Its bytes in `range`, which lies within `bytes`.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn read(self, campus: &Campus, range: std::ops::Range<u64>) -> Result<Cow<'static, [u8]>> {
        let Some(embedded) = self.embedded else {
            return Ok(Cow::Owned(campus.objects.range(&self.key, range).await?));
        };
        let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX).min(embedded.len());
        let (from, to) = (at(range.start), at(range.end));
        Ok(match embedded {
            Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(from..to).unwrap_or_default()),
            Cow::Owned(bytes) => Cow::Owned(bytes.get(from..to).unwrap_or_default().to_vec()),
        })
    }
}

fn ending_of(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The file at `path` (below the course's folder).
///
/// # Errors
/// What is wrong with the link to it. What is wrong inside the file is noted there.
pub(super) fn find(source: &Source, path: &str, mistakes: &mut Mistakes) -> std::result::Result<Medium, String> {
    let ending = ending_of(path);
    let Some(&(ending, class, mime)) = ENDINGS.iter().find(|(known, ..)| *known == ending) else {
        let known: Vec<_> = ENDINGS.iter().map(|(known, ..)| *known).filter(|known| *known != "md").collect();
        return Err(format!("`.{ending}` files are not taken; use {}", known.join(", ")));
    };
    let Some(bytes) = source.media.get(path) else {
        return Err(format!("there is no file {path}; files to show lie in a folder `{MEDIA}`"));
    };
    let most = most(class);
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        mistakes.note(path, 1, format!("larger than {} MiB; make it smaller", most >> 20));
    }
    if !holds(ending, bytes) {
        mistakes.note(
            path,
            1,
            format!("what is in it is not {}; save it as what its name says", ending.to_uppercase()),
        );
        return Ok(Medium { class, ending, mime, address: String::new(), bytes: bytes.len(), size: None });
    }
    let size = match (class, ending) {
        (Class::Picture, "svg") => svg::read(path, bytes, mistakes),
        (Class::Picture, _) => {
            let size = picture::size(ending, bytes);
            if size.is_none() {
                mistakes.note(path, 1, "its width and height cannot be read; save it again");
            }
            size
        }
        _ => None,
    };
    let address = format!("/{MEDIA}/{}", name_of(bytes, ending));
    Ok(Medium { class, ending, mime, address, bytes: bytes.len(), size })
}

/// Whether the bytes are what the ending says.
fn holds(ending: &str, bytes: &[u8]) -> bool {
    let at = |place: usize, what: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(what));
    let zip_with = |what: &str| at(0, b"PK\x03\x04") && bytes.windows(what.len()).any(|part| part == what.as_bytes());
    match ending {
        "svg" => std::str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg")),
        "png" => at(0, b"\x89PNG\r\n\x1a\n"),
        "jpg" | "jpeg" => at(0, b"\xff\xd8\xff"),
        "webp" => at(0, b"RIFF") && at(8, b"WEBP"),
        "webm" => at(0, b"\x1a\x45\xdf\xa3"),
        "mp4" => at(4, b"ftyp"),
        "mp3" => at(0, b"ID3") || (at(0, b"\xff") && bytes.get(1).is_some_and(|byte| byte & 0xe0 == 0xe0)),
        "ogg" => at(0, b"OggS"),
        "pdf" => at(0, b"%PDF-"),
        "docx" => zip_with("word/"),
        "xlsx" => zip_with("xl/"),
        "odt" => zip_with("application/vnd.oasis.opendocument.text"),
        "ods" => zip_with("application/vnd.oasis.opendocument.spreadsheet"),
        "vtt" => at(0, b"WEBVTT") && std::str::from_utf8(bytes).is_ok_and(|text| text.contains(" --> ")),
        _ => !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_made_of_a_digest_are_served() {
        let name = name_of(b"text", "txt");
        assert_eq!(mime(&name), Some("text/plain; charset=utf-8"));
        for wrong in ["a.svg", "../../etc/passwd", "", &format!("{name}.svg"), &name.replace("txt", "html")] {
            assert_eq!(mime(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_is_what_its_ending_says() {
        assert!(holds("png", b"\x89PNG\r\n\x1a\n...") && !holds("png", b"GIF89a"));
        assert!(holds("vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nx") && !holds("vtt", b"WEBVTT"));
        assert!(holds("docx", b"PK\x03\x04..word/document.xml") && !holds("docx", b"PK\x03\x04..xl/workbook.xml"));
        assert!(holds("csv", b"a,b") && !holds("csv", b"a\0b"));
    }

    #[test]
    fn media_lie_in_their_folder() {
        assert!(is_medium("media/a.svg") && is_medium("es/media/a.mp4"));
        assert!(!is_medium("es/media/a.md") && !is_medium("es/first/a.svg") && !is_medium("es/media/deeper/a.svg"));
    }
}
