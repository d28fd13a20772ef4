//! Files that people hand in and courses bring: kept in an object store, a local folder or S3, under keys that the
//! database knows. No file is stored inside a transaction: stored first, recorded then; what nobody recorded is refuse.

use std::path::PathBuf;
use std::sync::Arc;

use futures_util::{Stream, StreamExt as _};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _, WriteMultipart};

use crate::error::{Error, Result};

/// How many parts of a long file (5 MiB each) may be on their way at once.
const AT_ONCE: usize = 2;

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

    /// Begins to keep a long file under `key`, some of it at a time; it is there once it is finished, and not before.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn begin(&self, key: &str) -> Result<Upload> {
        let upload = self.store().await?.put_multipart(&Path::from(key)).await.map_err(failed)?;
        Ok(Upload(WriteMultipart::new(upload)))
    }

    /// The bytes under `key` some at a time, and how many there are; None when there are none.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn stream(&self, key: &str) -> Result<Option<(u64, impl Stream<Item = Result<Vec<u8>>> + Send + use<>)>> {
        match self.store().await?.get(&Path::from(key)).await {
            Ok(found) => {
                let size = found.meta.size;
                let parts = found.into_stream().map(|part| part.map(|bytes| bytes.to_vec()).map_err(failed));
                Ok(Some((size, parts)))
            }
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
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

/// A long file on its way into the store.
#[derive(Debug)]
pub struct Upload(WriteMultipart);

impl Upload {
    /// Adds to the file, and waits while too much of it is still on its way.
    ///
    /// # Errors
    /// When the store cannot be reached or is full.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.wait_for_capacity(AT_ONCE).await.map_err(failed)?;
        self.0.write(bytes);
        Ok(())
    }

    /// The file is whole.
    ///
    /// # Errors
    /// When the store cannot be reached or is full.
    pub async fn finish(self) -> Result<()> {
        self.0.finish().await.map_err(failed)?;
        Ok(())
    }

    /// Gives the file up.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn abort(self) -> Result<()> {
        self.0.abort().await.map_err(failed)
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
