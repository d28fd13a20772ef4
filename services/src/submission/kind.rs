//! What kind of file some bytes are, by what is in them and not by what they are called.
//!
//! `infer` knows the signatures. Two things it leaves open are looked at here: a PDF may hide behind a kilobyte of something
//! else, and an office document is an archive whose entries come in any order, which only its directory at the end lists.

use domain::course::FileKind;

/// The kind of `bytes`; None when it is none that can be handed in, or not whole.
#[must_use]
pub fn tell(bytes: &[u8]) -> Option<FileKind> {
    if infer::image::is_png(bytes) {
        return Some(FileKind::Png);
    }
    if infer::image::is_jpeg(bytes) {
        return Some(FileKind::Jpg);
    }
    if infer::archive::is_zip(bytes) {
        return office(bytes);
    }
    (infer::archive::is_pdf(bytes) && begins_as_pdf(bytes)).then_some(FileKind::Pdf)
}

/// Readers forgive bytes before the header; a browser or an unpacker could read those as something else.
fn begins_as_pdf(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"%PDF-")
}

/// An office document by the entries of its archive. Nothing is unpacked, so nothing can swell.
fn office(bytes: &[u8]) -> Option<FileKind> {
    let names = entries(bytes)?;
    let has = |name: &str| names.contains(&name.as_bytes());
    // Macros run on the reader's machine; documents that have them carry another ending for a reason.
    if names.iter().any(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
        return None;
    }
    if infer::odf::is_odt(bytes) && has("content.xml") {
        return Some(FileKind::Odt);
    }
    if infer::odf::is_ods(bytes) && has("content.xml") {
        return Some(FileKind::Ods);
    }
    if !has("[Content_Types].xml") {
        return None;
    }
    // Some programs number the main part: word/document2.xml.
    if names.iter().any(|name| name.starts_with(b"word/document") && name.ends_with(b".xml")) {
        return Some(FileKind::Docx);
    }
    has("xl/workbook.xml").then_some(FileKind::Xlsx)
}

/// The most entries that are looked at; office documents have some dozens.
const ENTRIES_MAX: u16 = 10_000;
/// The directory's end with the longest comment behind it.
const TAIL: usize = 22 + 65_535;

/// The names in an archive's directory. None when the directory is missing or broken: the file is cut off or no archive.
fn entries(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let tail = bytes.len().saturating_sub(TAIL);
    let end = tail + bytes.get(tail..)?.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let comment = usize::from(short(bytes, end + 20)?);
    let count = short(bytes, end + 10)?;
    if count > ENTRIES_MAX || end + 22 + comment > bytes.len() {
        return None;
    }
    let mut at = usize::try_from(long(bytes, end + 16)?).ok()?;
    let mut names = Vec::with_capacity(count.into());
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|field| short(bytes, at + field).map(usize::from));
        let begins = at + 46;
        names.push(bytes.get(begins..begins + name?)?);
        at = begins + name? + extra? + comment?;
    }
    Some(names)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of these stored entries, in this order.
    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut bytes, mut directory): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
        for (name, text) in files {
            let at = u32::try_from(bytes.len()).unwrap();
            let (name_len, size) = (u16::try_from(name.len()).unwrap(), u32::try_from(text.len()).unwrap());
            // Version, flags, method, time, date, checksum (nobody unpacks), sizes.
            let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            common.extend(size.to_le_bytes().into_iter().chain(size.to_le_bytes()));
            common.extend(name_len.to_le_bytes().into_iter().chain([0, 0]));
            bytes.extend(b"PK\x03\x04".iter().chain(&common).chain(name.as_bytes()).chain(text.as_bytes()));
            directory.extend(b"PK\x01\x02\x14\x00".iter().chain(&common).chain(&[0; 10]));
            directory.extend(at.to_le_bytes().iter().chain(name.as_bytes()));
        }
        let (begins, size) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(directory.len()).unwrap());
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        bytes.extend(directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&count).chain(&count));
        bytes.extend(size.to_le_bytes().iter().chain(&begins.to_le_bytes()).chain(&[0, 0]));
        bytes
    }

    #[test]
    fn office_documents_are_told_whatever_the_order_of_their_entries() {
        let types = ("[Content_Types].xml", "<Types/>");
        let word = [
            types,
            ("_rels/.rels", ""),
            ("docProps/app.xml", ""),
            ("docProps/core.xml", ""),
            ("word/document.xml", ""),
        ];
        assert_eq!(tell(&archive(&word)), Some(FileKind::Docx));
        let reversed: Vec<_> = word.iter().rev().copied().collect();
        assert_eq!(tell(&archive(&reversed)), Some(FileKind::Docx));
        assert_eq!(tell(&archive(&[types, ("word/document2.xml", "")])), Some(FileKind::Docx));
        assert_eq!(tell(&archive(&[types, ("xl/workbook.xml", "")])), Some(FileKind::Xlsx));
        let odf = |kind: &str| {
            let kind = format!("application/vnd.oasis.opendocument.{kind}");
            archive(&[("mimetype", &kind), ("content.xml", ""), ("META-INF/manifest.xml", "")])
        };
        assert_eq!(tell(&odf("text")), Some(FileKind::Odt));
        assert_eq!(tell(&odf("spreadsheet")), Some(FileKind::Ods));
        assert_eq!(tell(&odf("presentation")), None);
    }

    #[test]
    fn other_archives_macros_and_halves_are_nothing() {
        let types = ("[Content_Types].xml", "<Types/>");
        assert_eq!(tell(&archive(&[("run.exe", "MZ")])), None);
        assert_eq!(tell(&archive(&[types, ("ppt/presentation.xml", "")])), None);
        assert_eq!(tell(&archive(&[types, ("word/document.xml", ""), ("word/vbaProject.bin", "")])), None);
        assert_eq!(tell(&archive(&[types, ("xl/workbook.bin", "")])), None);
        let whole = archive(&[types, ("word/document.xml", "")]);
        for cut in 0..whole.len() {
            assert_eq!(tell(&whole[..cut]), None, "cut at {cut}");
        }
    }

    #[test]
    fn pictures_and_documents_are_told_and_disguises_are_not() {
        assert_eq!(tell(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Some(FileKind::Pdf));
        assert_eq!(tell(b"\xef\xbb\xbf\n%PDF-1.4 "), Some(FileKind::Pdf));
        assert_eq!(tell(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some(FileKind::Png));
        assert_eq!(tell(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some(FileKind::Jpg));
        assert_eq!(tell(b"<script>alert(1)</script>%PDF-1.7"), None);
        assert_eq!(tell(b"MZ\x90\0 %PDF-1.7"), None);
        assert_eq!(tell(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
        assert_eq!(tell(b"plain words"), None);
        assert_eq!(tell(b""), None);
    }
}
