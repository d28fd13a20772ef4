//! Files that people hand in and courses bring: kept in an object store, a local folder or S3, under keys that the
//! database knows. No file is stored inside a transaction: stored first, recorded then; what nobody recorded is refuse.

use std::path::PathBuf;
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};

use crate::error::{Error, Result};

/// Where files are kept.
#[derive(Clone)]
pub enum FileSettings {
    Folder(PathBuf),
    S3 { bucket: String, endpoint: Option<String>, region: String, key_id: String, key: String },
}

impl std::fmt::Debug for FileSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            // Without the key.
            Self::S3 { bucket, endpoint, .. } => {
                f.debug_struct("S3").field("bucket", bucket).field("endpoint", endpoint).finish_non_exhaustive()
            }
        }
    }
}

/// The object store, opened when it is first needed.
#[derive(Debug)]
pub struct Objects {
    settings: FileSettings,
    store: tokio::sync::OnceCell<Arc<dyn ObjectStore>>,
}

impl Objects {
    /// Opens nothing yet.
    #[must_use]
    pub fn new(settings: FileSettings) -> Self {
        Self { settings, store: tokio::sync::OnceCell::new() }
    }

    async fn store(&self) -> Result<&Arc<dyn ObjectStore>> {
        self.store.get_or_try_init(|| async { open(&self.settings) }).await
    }

    /// Keeps `bytes` under `key` (segments of letters, digits, `-`, `.`, separated by `/`), replacing what was there.
    ///
    /// # Errors
    /// When the store cannot be reached or is full.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<()> {
        let store = self.store().await?;
        store.put(&Path::from(key), bytes.into()).await.map_err(failed)?;
        Ok(())
    }

    /// The bytes under `key`; None when there are none.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn find(&self, key: &str) -> Result<Option<Vec<u8>>> {
        match self.store().await?.get(&Path::from(key)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(failed)?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Whether there is something under `key`.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn has(&self, key: &str) -> Result<bool> {
        match self.store().await?.head(&Path::from(key)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }

    /// How many bytes are under `key`; None when there is nothing.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn size(&self, key: &str) -> Result<Option<u64>> {
        match self.store().await?.head(&Path::from(key)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Some of the bytes under `key`; the range lies within its size.
    ///
    /// # Errors
    /// When there is nothing, or the store cannot be reached.
    pub async fn range(&self, key: &str, range: std::ops::Range<u64>) -> Result<Vec<u8>> {
        Ok(self.store().await?.get_range(&Path::from(key), range).await.map_err(failed)?.to_vec())
    }

    /// Takes away what is under `key`, if anything is.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match self.store().await?.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }
}

fn failed(error: object_store::Error) -> Error {
    Error::other("the object store", error)
}

fn open(settings: &FileSettings) -> Result<Arc<dyn ObjectStore>> {
    match settings {
        FileSettings::Folder(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| Error::other("the folder of files", error))?;
            Ok(Arc::new(LocalFileSystem::new_with_prefix(folder).map_err(failed)?))
        }
        FileSettings::S3 { bucket, endpoint, region, key_id, key } => {
            // The process has one provider of cryptography; somebody may have named it before.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let mut builder = AmazonS3Builder::new()
                .with_bucket_name(bucket)
                .with_region(region)
                .with_access_key_id(key_id)
                .with_secret_access_key(key);
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
            }
            Ok(Arc::new(builder.build().map_err(failed)?))
        }
    }
}
