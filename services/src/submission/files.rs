//! Files of submissions: checked by their content, kept in the object store, given out to those who may see them.

use domain::course::{FileKind, FileRules};
use domain::error::{Code, Refusal, Wrong};
use domain::id::FileId;
use domain::submission::{SubmissionState, shown_name};

use super::{kind, store};
use crate::ctx::{Actor, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::{participation, submission, submission_file};
use crate::error::{Error, Result};
use crate::policy;

/// A file as it arrived. One that is too large may be cut off after the first byte too many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A file that may be kept.
pub(super) struct Checked {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}

/// A file in the object store that nobody knows of yet.
pub(super) struct Stored {
    pub name: String,
    pub kind: FileKind,
    pub bytes: i64,
    pub object: String,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}

/// Notes at `files/<name>` what is wrong with each file, at `files` that they are too many; gives those that are right.
pub(super) fn check(rules: Option<&FileRules>, uploads: Vec<Upload>, wrong: &mut Wrong) -> Vec<Checked> {
    if uploads.is_empty() {
        return Vec::new();
    }
    let Some(rules) = rules.filter(|rules| uploads.len() <= usize::from(rules.most)) else {
        wrong.note("files", Code::FilesTooMany);
        return Vec::new();
    };
    let mut right = Vec::new();
    for upload in uploads {
        let size = u64::try_from(upload.bytes.len()).unwrap_or(u64::MAX);
        match rules.check(&upload.name, size, kind::tell(&upload.bytes)) {
            Ok((name, kind)) => right.push(Checked { name, kind, bytes: upload.bytes }),
            Err(code) => wrong.note(&format!("files/{}", shown_name(&upload.name)), code),
        }
    }
    right
}

/// Puts files into the object store, under keys that nobody can guess. None is left there when one fails.
pub(super) async fn put_all(ctx: &Ctx, files: Vec<Checked>) -> Result<Vec<Stored>> {
    let mut stored = Vec::with_capacity(files.len());
    for file in files {
        let object = format!("submissions/{}", ctx.new_id());
        let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        if let Err(error) = ctx.objects.put(&object, file.bytes).await {
            delete_all(ctx, stored.into_iter().map(|file: Stored| file.object)).await;
            return Err(error);
        }
        stored.push(Stored { name: file.name, kind: file.kind, bytes, object });
    }
    Ok(stored)
}

/// Takes objects away that no row names. One that cannot be taken away is refuse and no reason to refuse the act.
pub(crate) async fn delete_all(ctx: &Ctx, objects: impl IntoIterator<Item = String>) {
    for object in objects {
        if let Err(error) = ctx.objects.delete(&object).await {
            tracing::warn!(object, %error, "an object that nobody needs could not be deleted");
        }
    }
}

/// A file of the edition's activity, for the one who handed it in and, once it was handed in, for the edition's instructors
/// and for staff.
///
/// # Errors
/// `SignInFirst`; `NotFound`, also where somebody may not see it; or when the object store cannot be reached.
pub async fn download(ctx: &Ctx, code: &str, key: &str, id: FileId) -> Result<Download> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let file = find(ctx, code, key, id).await?;
    let bytes = ctx.objects.find(&file.object).await?;
    let bytes = bytes.ok_or_else(|| Error::other("the object store", format!("{} is missing", file.object)))?;
    Ok(Download { name: file.name, kind: file.kind, bytes })
}

async fn find(ctx: &Ctx, code: &str, key: &str, id: FileId) -> Result<submission_file::Model> {
    let db = ctx.db.read();
    let file = store::find_file(db, id).await?.ok_or(Code::NotFound)?;
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let found = store::find_in(db, edition.id, file.submission_id).await?;
    let (submission, of): (submission::Model, participation::Model) = found.ok_or(Code::NotFound)?;
    if submission.activity != key {
        return Err(Code::NotFound.into());
    }
    let own = match &ctx.actor {
        Actor::Person(me) => enrolments::find_own(db, me.person, of.id).await?.is_some(),
        Actor::Visitor | Actor::Token(_) | Actor::System => false,
    };
    let taught = submission.state != SubmissionState::Draft && policy::may_teach(db, ctx, edition.id).await.is_ok();
    // Whoever guesses an id does not even learn that there is such a file.
    if own || taught { Ok(file) } else { Err(Refusal::from(Code::NotFound).into()) }
}
