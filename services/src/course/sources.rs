//! The files that a version was made from, kept beside it, so that it can be worked on and taken away again. Texts are kept
//! with it; media are in the object store already, by their digests.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::files::{self, Source};
use super::media;
use crate::ctx::Ctx;
use crate::error::Result;

/// A file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kept {
    Text {
        content: String,
        /// Parts in which it may be behind another language (see `services::draft`).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        stale: Vec<String>,
    },
    /// Its name in the object store, below `media/`.
    Medium { name: String, bytes: u64 },
}

/// A course's files by path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sources(pub BTreeMap<String, Kept>);

impl Sources {
    pub(super) fn of(source: &Source) -> Self {
        let texts = source
            .files
            .iter()
            .map(|(path, text)| (path.clone(), Kept::Text { content: text.clone(), stale: Vec::new() }));
        let media = source.media.iter().map(|(path, bytes)| {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            (path.clone(), Kept::Medium { name: media::name_of(bytes, ending), bytes: size })
        });
        Self(texts.chain(media).collect())
    }

    /// Those of a built-in course, if they are what the version was made from.
    pub(crate) fn embedded(slug: &str, digest: &str) -> Option<Self> {
        let found = files::embedded().into_iter().find(|source| source.slug == slug && source.digest == digest);
        found.as_ref().map(Self::of)
    }

    /// Keeps them under the digest that the version carries.
    pub(super) async fn keep(&self, ctx: &Ctx, digest: &str) -> Result<()> {
        ctx.objects.put(&key(digest), serde_json::to_vec(self)?).await
    }

    /// Those that were kept under the digest; None where there are none.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub(crate) async fn find(ctx: &Ctx, digest: &str) -> Result<Option<Self>> {
        if digest.is_empty() {
            return Ok(None);
        }
        match ctx.objects.find(&key(digest)).await? {
            Some(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            None => Ok(None),
        }
    }
}

fn key(digest: &str) -> String {
    format!("sources/{digest}.json")
}
