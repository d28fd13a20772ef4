//! Password hashes: Argon2id, one at a time, so that sign-ins cannot starve the pages of processors or memory.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::{Output, ParamsString, PasswordHash, SaltString};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use domain::account::PASSWORD_MAX;
use domain::error::Code;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::ctx::Random;
use crate::error::{Error, Result};

/// How many wait for the one that computes. At about 20 ms each, the last of them waits less than a second.
const WAITING: usize = 32;

/// A hash of no password, checked when an address is unknown, so that both answers take the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm8tYWNjb3VudC1oZXJl$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Makes and checks password hashes (OWASP's first choice: 19 MiB, two passes, one lane).
#[derive(Debug, Clone)]
pub struct Passwords {
    places: Arc<Semaphore>,
    gate: Arc<Semaphore>,
    /// The 19 MiB that a computation fills, kept for the next: given back and asked for anew, every thread that ever
    /// computed would keep as much.
    memory: Arc<Mutex<Vec<Block>>>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(WAITING + 1)),
            gate: Arc::new(Semaphore::new(1)),
            memory: Arc::default(),
        }
    }
}

impl Passwords {
    /// The hash of `password` under a new salt, in PHC notation.
    ///
    /// # Errors
    /// `Busy` when too many wait already.
    pub async fn hash(&self, random: &dyn Random, password: &str) -> Result<String> {
        let mut salt = [0_u8; 16];
        random.fill(&mut salt);
        let password = password.to_owned();
        self.compute(move |memory| {
            let params = params()?;
            let output = derive(&params, password.as_bytes(), &salt, memory)?;
            let salt = SaltString::encode_b64(&salt).map_err(broken)?;
            let hash = PasswordHash {
                algorithm: ARGON2ID_IDENT,
                version: Some(Version::V0x13.into()),
                params: ParamsString::try_from(&params).map_err(broken)?,
                salt: Some(salt.as_salt()),
                hash: Some(output),
            };
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether `password` is the one that `stored` was made of; always false, after the same work, when there is none.
    ///
    /// # Errors
    /// `Busy` when too many wait already; a stored hash that cannot be read.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let possible = stored.is_some() && password.chars().count() <= PASSWORD_MAX;
        let stored = stored.filter(|_| possible).unwrap_or(NOBODY).to_owned();
        let password: String = password.chars().take(PASSWORD_MAX).collect();
        let right = self
            .compute(move |memory| {
                let stored = PasswordHash::new(&stored).map_err(broken)?;
                let mut salt = [0_u8; 64];
                let salt = match stored.salt {
                    Some(encoded) => encoded.decode_b64(&mut salt).map_err(broken)?,
                    None => &[],
                };
                let output = derive(&Params::try_from(&stored).map_err(broken)?, password.as_bytes(), salt, memory)?;
                // Outputs compare in constant time.
                Ok(stored.hash == Some(output))
            })
            .await?;
        Ok(right && possible)
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Vec<Block>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Error::from(Code::Busy))?;
        let turn = self
            .gate
            .clone()
            .acquire_owned()
            .await
            .map_err(|error| Error::other("waiting to hash a password", error))?;
        let memory = self.memory.clone();
        tokio::task::spawn_blocking(move || {
            // Held here and not by the request: a reader who leaves does not let a second computation start.
            let _held: (OwnedSemaphorePermit, OwnedSemaphorePermit) = (place, turn);
            work(&mut memory.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await
        .map_err(|error| Error::other("hashing a password", error))?
    }
}

fn params() -> Result<Params> {
    Params::new(19_456, 2, 1, None).map_err(|error| Error::other("Argon2's parameters", error.to_string()))
}

fn derive(params: &Params, password: &[u8], salt: &[u8], memory: &mut Vec<Block>) -> Result<Output> {
    memory.resize(params.block_count(), Block::default());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    Output::init_with(params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN), |out| {
        argon2.hash_password_into_with_memory(password, salt, out, memory).map_err(Into::into)
    })
    .map_err(broken)
}

/// The library's error as text: its type is no `std` error in every build, and it never quotes the password.
fn broken(error: argon2::password_hash::Error) -> Error {
    Error::other("a password hash", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctx::SystemRandom;

    #[tokio::test]
    async fn a_hash_knows_its_password_and_nobody_has_one() {
        let passwords = Passwords::default();
        let stored = passwords.hash(&SystemRandom, "tres gatos bajo la luna").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(passwords.verify("tres gatos bajo la luna", Some(&stored)).await.unwrap());
        assert!(!passwords.verify("tres gatos bajo el sol", Some(&stored)).await.unwrap());
        assert!(!passwords.verify("tres gatos bajo la luna", None).await.unwrap());
    }

    #[tokio::test]
    async fn the_campus_says_when_too_many_wait() {
        let passwords = Passwords::default();
        let taken = passwords.places.clone().try_acquire_many_owned(33).unwrap();
        assert_eq!(passwords.verify("anything at all", None).await.unwrap_err().code(), Some(Code::Busy));
        drop(taken);
        assert!(passwords.verify("anything at all", None).await.is_ok());
    }
}
