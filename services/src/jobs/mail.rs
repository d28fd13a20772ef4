//! Mails: what they tell, and how they leave. By SMTP where it is configured, else into a folder that a newcomer can read.

use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::id::JobId;
use domain::language::Language;
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Body, Mailbox};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

use super::words;
use crate::ctx::Campus;

/// How long one exchange with the SMTP server may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Where mails come from and go to.
#[derive(Clone)]
pub struct MailSettings {
    /// The sender, `Name <address>`.
    pub from: String,
    /// `smtps://user:password@host:port` (or `smtp://…?tls=required`); without one, mails are written to `outbox`.
    pub smtp_url: Option<String>,
    /// The folder of mails that were not sent but written, one `.eml` each.
    pub outbox: PathBuf,
}

impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The address of the SMTP server carries its password.
        let smtp_url = self.smtp_url.as_ref().map(|_| "…");
        f.debug_struct("MailSettings")
            .field("from", &self.from)
            .field("smtp_url", &smtp_url)
            .field("outbox", &self.outbox)
            .finish()
    }
}

/// What a mail tells.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mail", rename_all = "kebab-case")]
pub enum Mail {
    /// Prove this address by a link.
    VerifyEmail { given_name: String, secret: String },
    /// Somebody registered with your address, and you have an account.
    AlreadyRegistered { given_name: String },
    /// Set a new password by a link.
    ResetPassword { given_name: String, secret: String },
    /// Somebody with an account says that what is recorded under your address is theirs; prove it by a link.
    Claim { given_name: String, secret: String },
    /// You are enrolled in the edition of this title.
    Welcome { edition: String },
    /// Your application for the edition of this title waits for a seat.
    ApplicationWaits { edition: String },
    /// Your application for the edition of this title was declined, and why.
    ApplicationDeclined { edition: String, reason: String },
    /// You are invited to the edition of this title; the secret of the link.
    Invitation { edition: String, secret: String },
    /// What the team of an edition writes to its people; the way to its page, from the language on.
    Message { edition: String, subject: String, text: String, path: String },
    /// You completed the edition of this title; the certificate's code.
    Certificate { edition: String, code: String },
    /// A certificate of participation.
    TookPart { edition: String, code: String },
    /// Work for the assignment of this title was graded; the way there, from the language on.
    Graded { edition: String, title: String, path: String },
    /// A session of an edition begins soon.
    SessionSoon(super::SessionSoon),
    /// What is new in the conversations that somebody follows.
    ForumDigest(super::Digest),
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Links carry secrets, and names are personal.
        f.write_str(match self {
            Self::VerifyEmail { .. } => "VerifyEmail",
            Self::AlreadyRegistered { .. } => "AlreadyRegistered",
            Self::ResetPassword { .. } => "ResetPassword",
            Self::Claim { .. } => "Claim",
            Self::Welcome { .. } => "Welcome",
            Self::ApplicationWaits { .. } => "ApplicationWaits",
            Self::ApplicationDeclined { .. } => "ApplicationDeclined",
            Self::Invitation { .. } => "Invitation",
            Self::Message { .. } => "Message",
            Self::Certificate { .. } => "Certificate",
            Self::TookPart { .. } => "TookPart",
            Self::Graded { .. } => "Graded",
            Self::SessionSoon(_) => "SessionSoon",
            Self::ForumDigest(_) => "ForumDigest",
        })
    }
}

/// A mail with its reader, as a job's payload.
#[derive(Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub language: Language,
    #[serde(flatten)]
    pub mail: Mail,
}

/// Why a mail did not leave.
pub enum Failure {
    /// It may work another time.
    Later(String),
    /// It never will.
    Never(String),
}

/// The way out for one batch of mails.
pub enum Post {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox(PathBuf),
    /// The configured server's address cannot be read: mails wait until somebody mends it.
    Broken(String),
}

impl Post {
    pub fn open(settings: &MailSettings) -> Self {
        let Some(url) = &settings.smtp_url else { return Self::Outbox(settings.outbox.clone()) };
        match AsyncSmtpTransport::<Tokio1Executor>::from_url(url) {
            Ok(builder) => Self::Smtp(builder.timeout(Some(TIMEOUT)).build()),
            Err(error) => Self::Broken(format!("the SMTP server's address: {error}")),
        }
    }

    pub async fn send(&self, campus: &Campus, id: JobId, letter: &Letter) -> Result<(), Failure> {
        match self {
            Self::Smtp(server) => match server.send(message(campus, id, letter, false)?).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(Failure::Never(error.to_string())),
                Err(error) => Err(Failure::Later(error.to_string())),
            },
            Self::Outbox(folder) => {
                let name = format!("{}-{id}.eml", campus.now().format("%Y%m%dT%H%M%SZ"));
                let path = write(folder, &name, message(campus, id, letter, true)?.formatted())
                    .await
                    .map_err(|error| Failure::Later(error.to_string()))?;
                tracing::info!(path = %path.display(), "a mail was written");
                Ok(())
            }
            Self::Broken(reason) => Err(Failure::Later(reason.clone())),
        }
    }
}

/// `readable`: unencoded text, so that a link in a file can be clicked; a mail server may want shorter lines.
fn message(campus: &Campus, id: JobId, letter: &Letter, readable: bool) -> Result<Message, Failure> {
    let settings = &campus.settings;
    let from: Mailbox =
        settings.mail.from.parse().map_err(|error| Failure::Later(format!("the sender's address: {error}")))?;
    let to = letter.to.parse().map_err(|error| Failure::Never(format!("the reader's address: {error}")))?;
    let (subject, text) = words::of(&letter.mail, letter.language, &settings.public_url);
    let host = from.email.domain().to_owned();
    let builder = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(subject)
        // The job's id: a mail sent twice, because its record was lost, is recognised as one.
        .message_id(Some(format!("<{id}@{host}>")))
        .date(campus.now().into())
        .header(ContentType::TEXT_PLAIN);
    let body = if readable {
        Body::dangerous_pre_encoded(text.replace('\n', "\r\n").into_bytes(), ContentTransferEncoding::EightBit)
    } else {
        Body::new(text)
    };
    builder.body(body).map_err(|error| Failure::Never(error.to_string()))
}

/// Written beside and renamed, so that nobody reads half a mail.
async fn write(folder: &Path, name: &str, bytes: Vec<u8>) -> std::io::Result<PathBuf> {
    tokio::fs::create_dir_all(folder).await?;
    let (path, beside) = (folder.join(name), folder.join(format!("{name}.part")));
    tokio::fs::write(&beside, bytes).await?;
    tokio::fs::rename(&beside, &path).await?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smtp_password_is_never_shown() {
        let settings = MailSettings {
            from: "campus@example.org".into(),
            smtp_url: Some("smtps://campus:hunter2@mail.example.org".into()),
            outbox: "outbox".into(),
        };
        let shown = format!("{settings:?}");
        assert!(!shown.contains("hunter2") && shown.contains("campus@example.org"), "{shown}");
    }
}
