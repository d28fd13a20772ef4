//! Paper: reports set as tagged PDF. One template says how all of them look; `Sheet` is what one of them says.

use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::error::{Error, Result};

const TEMPLATE: &str = include_str!("paper.typ");

/// What a report says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Sheet {
    /// `es` or `en`: how its words are read out and parted.
    pub lang: String,
    pub title: String,
    pub author: String,
    /// Above the title.
    pub eyebrow: String,
    /// Under it, a line each.
    pub facts: Vec<String>,
    pub parts: Vec<Part>,
}

/// A heading with words and a table; either may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Part {
    pub title: String,
    /// Paragraphs are parted by an empty line.
    pub text: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The template and the data; there is no other file, and no clock.
struct Desk {
    main: Source,
    data: FileId,
    json: Bytes,
}

fn id(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name)
        .map_err(|error| Error::Other { what: "the paper", source: format!("{error:?}").into() })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.0
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data { Ok(self.json.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.1.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a report. Takes processor time: it belongs on a thread that may block.
///
/// # Errors
/// When the template is wrong, which its test would tell.
pub(crate) fn set(sheet: &Sheet) -> Result<Vec<u8>> {
    let json = Bytes::new(serde_json::to_vec(sheet)?);
    let desk = Desk { main: Source::new(id("main.typ")?, TEMPLATE.to_owned()), data: id("data.json")?, json };
    let failed =
        |errors: &dyn std::fmt::Debug| Error::Other { what: "the paper", source: format!("{errors:?}").into() };
    let document: PagedDocument = typst::compile(&desk).output.map_err(|errors| failed(&errors))?;
    let bytes = typst_pdf::pdf(&document, &PdfOptions::default()).map_err(|errors| failed(&errors))?;
    // What was laid out is remembered for the next time; nobody comes back to it.
    typst::comemo::evict(0);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_tables_are_set_and_nothing_in_them_is_markup() {
        let sheet = Sheet {
            lang: "es".into(),
            title: "Informe de género".into(),
            eyebrow: "Demostración".into(),
            facts: vec!["#panic(\"no\")".into(), "*a* $b$ @c <d>".into()],
            parts: vec![
                Part {
                    title: "Por sexo".into(),
                    head: vec!["Etapa".into(), "Total".into()],
                    rows: vec![vec!["Niñas".into(), "12".into()]; 80],
                    ..Part::default()
                },
                Part { title: "Qué pasó".into(), text: "Uno.\n\nDos.".into(), ..Part::default() },
            ],
            ..Sheet::default()
        };
        let pdf = set(&sheet).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        let has = |what: &[u8]| pdf.windows(what.len()).any(|part| part == what);
        assert!(has(b"/StructTreeRoot") && has(b"/Lang"), "it is tagged, and says its language");
    }
}
