//! A draft as the folder that it is: taken away as a zip, and brought back as one.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use domain::error::{Code, Refusal};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::frame::FILE;
use super::look::bytes;
use super::store::{self, Files};
use crate::course::yaml::is_key;
use crate::course::{Kept, media};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::policy;

/// Most bytes of a zip that is brought, and of what is in it.
pub const ZIP_MAX: u64 = 64 << 20;
/// Most files of a course, and most bytes of a text.
const FILES_MAX: usize = 2000;
const TEXT_MAX: u64 = 1 << 20;

/// The draft's files in a zip, below a folder of the course's name.
///
/// # Errors
/// `NotFound`, `FilesMissing`, `SignInFirst`, `NotForYou`.
pub async fn export(ctx: &Ctx, slug: &str) -> Result<Vec<u8>> {
    let files = export_files(ctx, slug).await?;
    let slug = slug.to_owned();
    crate::course::import::blocking(move || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            let method = if media::is_medium(&path) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options = SimpleFileOptions::default().compression_method(method);
            zip.start_file(format!("{slug}/{path}"), options).map_err(|error| Error::other("the zip", error))?;
            zip.write_all(&bytes).map_err(|error| Error::other("the zip", error))?;
        }
        Ok(zip.finish().map_err(|error| Error::other("the zip", error))?.into_inner())
    })
    .await
}

/// The draft's files by path.
///
/// # Errors
/// As `export`.
pub async fn export_files(ctx: &Ctx, slug: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let mut files = BTreeMap::new();
    for (path, kept) in &draft.files {
        files.insert(path.clone(), bytes(ctx, kept).await?);
    }
    Ok(files)
}

/// Takes a zip of a course's folder as the draft of the course `slug`, or of the one that its folder names; gives that.
/// What the draft had is replaced; the published versions stay.
///
/// # Errors
/// `Invalid` with what is wrong with the file; `SignInFirst`, `NotForYou`.
pub async fn import(ctx: &Ctx, slug: &str, zip: Vec<u8>) -> Result<String> {
    policy::may_staff(ctx)?;
    if zip.len() as u64 > ZIP_MAX {
        return Err(Refusal::field("file", Code::FileTooLarge).into());
    }
    let (folder, read) =
        crate::course::import::blocking(move || Ok(unpack(zip))).await?.map_err(|code| Refusal::field("file", code))?;
    let slug = if slug.is_empty() { folder } else { slug.to_owned() };
    if !is_key(&slug) {
        return Err(Refusal::field("file", Code::NameInvalid).into());
    }
    let mut files = Files::new();
    for (path, bytes) in read {
        if media::is_medium(&path) {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_owned();
            if let Err(code) = media::sound(path.rsplit('/').next().unwrap_or(&path), &bytes) {
                return Err(Refusal::field("file", code).into());
            }
            let name = media::name_of(&bytes, &ending);
            media::keep(ctx, &name, &bytes).await?;
            files.insert(path, Kept::Medium { name, bytes: bytes.len() as u64 });
        } else {
            let text = String::from_utf8(bytes).map_err(|_| Refusal::field("file", Code::TextUnreadable))?;
            store::put(&mut files, path, text);
        }
    }
    let tx = ctx.db.begin_write().await?;
    match store::load(ctx, &tx, &slug, true).await {
        Ok(draft) => store::save(ctx, &tx, draft, files).await?,
        Err(error) if matches!(error.code(), Some(Code::NotFound | Code::FilesMissing)) => {
            let latest = crate::course::store::find_latest(&tx, &slug).await?;
            store::save_new(ctx, &tx, &slug, latest, files).await?;
        }
        Err(error) => return Err(error),
    }
    tx.commit().await?;
    Ok(slug)
}

/// The name of the folder in the zip, and the course's files by path.
fn unpack(zip: Vec<u8>) -> std::result::Result<(String, BTreeMap<String, Vec<u8>>), Code> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| Code::FileKindWrong)?;
    if archive.len() > FILES_MAX {
        return Err(Code::FilesTooMany);
    }
    let names: Vec<String> = (0..archive.len())
        .filter_map(|place| Some(archive.by_index(place).ok()?.enclosed_name()?.to_string_lossy().replace('\\', "/")))
        .collect();
    // The folder that has the course's frame; everything beside it is left out.
    let frame =
        names.iter().filter(|name| name.rsplit('/').next() == Some(FILE)).min_by_key(|name| name.matches('/').count());
    let root = frame.ok_or(Code::NoCourse)?.trim_end_matches(FILE).to_owned();
    let mut files = BTreeMap::new();
    let mut left = ZIP_MAX;
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).map_err(|_| Code::FileKindWrong)?;
        let Some(name) = entry.enclosed_name().map(|name| name.to_string_lossy().replace('\\', "/")) else { continue };
        let Some(path) = name.strip_prefix(&root).filter(|path| !path.is_empty()) else { continue };
        let hidden = path.split('/').any(|part| part.starts_with('.') || part.ends_with('~') || part == "__MACOSX");
        if entry.is_dir() || hidden {
            continue;
        }
        let most = if media::is_medium(path) { media::LARGEST } else { TEXT_MAX }.min(left);
        let mut bytes = Vec::new();
        entry.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|_| Code::FileKindWrong)?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(Code::FileTooLarge);
        }
        left -= size;
        files.insert(path.to_owned(), bytes);
    }
    let folder = root.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    Ok((folder, files))
}
