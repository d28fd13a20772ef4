//! The configuration: read once, from the environment (`CAMPUS_…`) over one optional file, `campus.toml` (`CAMPUS_CONFIG`
//! names another). The variables and their defaults are listed in docs/operations.md.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use chrono_tz::Tz;
use serde::Deserialize;
use services::objects::FileSettings;

/// A configuration that cannot be used; the text names the variable.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

/// What is written in the file or the environment, before it is understood.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    data_dir: String,
    database_url: Option<String>,
    addr: String,
    public_url: Option<String>,
    smtp_url: Option<String>,
    mail_from: String,
    files_url: Option<String>,
    files_endpoint: Option<String>,
    files_region: Option<String>,
    files_key_id: Option<String>,
    files_key: Option<String>,
    reporting_zone: String,
    trusted_proxy: Option<String>,
    log: String,
}

/// The configuration of a running campus.
#[derive(Debug, Clone)]
pub struct Config {
    pub data_dir: PathBuf,
    pub database_url: String,
    pub addr: SocketAddr,
    pub public_url: String,
    pub smtp_url: Option<String>,
    pub mail_from: String,
    pub files: FileSettings,
    pub reporting_zone: Tz,
    /// The reverse proxy whose word about the caller's address is believed.
    pub trusted_proxy: Option<IpAddr>,
    pub log: String,
}

/// Every variable that a campus reads. One of them misspelt is an error, not a silence.
const KEYS: &[&str] = &[
    "data_dir",
    "database_url",
    "addr",
    "public_url",
    "smtp_url",
    "mail_from",
    "files_url",
    "files_endpoint",
    "files_region",
    "files_key_id",
    "files_key",
    "reporting_zone",
    "trusted_proxy",
    "log",
];
/// Variables of the same prefix that are not the server's configuration.
const OTHERS: &[&str] = &["config", "new_password", "test_postgres_url", "cache"];

impl Config {
    /// # Errors
    /// Names the variable, and what it must be.
    pub fn read() -> Result<Self, ConfigError> {
        let vars: Vec<(String, String)> = std::env::vars()
            .filter_map(|(name, value)| name.strip_prefix("CAMPUS_").map(|key| (key.to_lowercase(), value)))
            .filter(|(key, value)| !OTHERS.contains(&key.as_str()) && !value.is_empty())
            .collect();
        if let Some((key, _)) = vars.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return Err(ConfigError(format!(
                "CAMPUS_{} is not a variable of the campus; see docs/operations.md",
                key.to_uppercase()
            )));
        }
        let file = std::env::var("CAMPUS_CONFIG").ok();
        let required = file.is_some();
        let file =
            config::File::from(PathBuf::from(file.unwrap_or_else(|| "campus.toml".to_owned()))).required(required);
        Self::from_parts(file, vars)
    }

    fn from_parts<S: config::Source + Send + Sync + 'static>(
        file: S,
        vars: Vec<(String, String)>,
    ) -> Result<Self, ConfigError> {
        let wrong = |error: config::ConfigError| ConfigError(format!("the configuration cannot be read: {error}"));
        let mut builder = config::Config::builder();
        for (key, value) in [
            ("data_dir", "data"),
            ("addr", "127.0.0.1:3000"),
            ("mail_from", "Campus CIM <campus@localhost>"),
            ("reporting_zone", "America/New_York"),
            ("log", "warn,server=info,services=info"),
        ] {
            builder = builder.set_default(key, value).map_err(wrong)?;
        }
        builder = builder.add_source(file);
        for (key, value) in vars {
            builder = builder.set_override(key, value).map_err(wrong)?;
        }
        let raw: Raw = builder.build().and_then(config::Config::try_deserialize).map_err(wrong)?;
        let addr = parse(&raw.addr, "CAMPUS_ADDR", "an address and port such as 127.0.0.1:3000")?;
        let public_url = raw.public_url.unwrap_or_else(|| format!("http://{addr}")).trim_end_matches('/').to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(ConfigError(format!(
                "CAMPUS_PUBLIC_URL is {public_url:?}; it must begin with http:// or https://"
            )));
        }
        let database_url = raw.database_url.unwrap_or_else(|| format!("sqlite:{}/campus.db?mode=rwc", raw.data_dir));
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|kind| database_url.starts_with(kind)) {
            return Err(ConfigError("CAMPUS_DATABASE_URL must begin with sqlite: or postgres:".to_owned()));
        }
        let files = match raw.files_url.as_deref() {
            None => FileSettings::Folder(PathBuf::from(&raw.data_dir).join("files")),
            Some(url) => match url.strip_prefix("s3://").map(|rest| rest.trim_matches('/')) {
                Some(bucket) if !bucket.is_empty() && !bucket.contains('/') => FileSettings::S3 {
                    bucket: bucket.to_owned(),
                    endpoint: raw.files_endpoint,
                    region: raw.files_region.unwrap_or_else(|| "us-east-1".to_owned()),
                    key_id: raw.files_key_id.unwrap_or_default(),
                    key: raw.files_key.unwrap_or_default(),
                },
                _ => return Err(ConfigError("CAMPUS_FILES_URL must be s3://bucket".to_owned())),
            },
        };
        Ok(Self {
            data_dir: raw.data_dir.into(),
            database_url,
            addr,
            public_url,
            smtp_url: raw.smtp_url,
            mail_from: raw.mail_from,
            files,
            reporting_zone: parse(
                &raw.reporting_zone,
                "CAMPUS_REPORTING_ZONE",
                "an IANA zone such as America/New_York",
            )?,
            trusted_proxy: raw
                .trusted_proxy
                .map(|text| parse(&text, "CAMPUS_TRUSTED_PROXY", "the address of the reverse proxy, such as 127.0.0.1"))
                .transpose()?,
            log: raw.log,
        })
    }

    /// What the use cases are told.
    pub fn settings(&self) -> services::ctx::Settings {
        services::ctx::Settings {
            public_url: self.public_url.clone(),
            reporting_zone: self.reporting_zone,
            mail: services::jobs::MailSettings {
                from: self.mail_from.clone(),
                smtp_url: self.smtp_url.clone(),
                outbox: self.data_dir.join("outbox"),
            },
            files: self.files.clone(),
            country_names: app::i18n::country_name,
        }
    }
}

fn parse<T: std::str::FromStr>(text: &str, variable: &str, wanted: &str) -> Result<T, ConfigError> {
    text.parse().map_err(|_| ConfigError(format!("{variable} is {text:?}; it must be {wanted}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(vars: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let file = config::File::from_str("", config::FileFormat::Toml);
        Config::from_parts(file, vars.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn the_defaults_are_one_folder_and_one_address() {
        let config = read(&[]).unwrap();
        assert_eq!(config.database_url, "sqlite:data/campus.db?mode=rwc");
        assert_eq!(config.public_url, "http://127.0.0.1:3000");
    }

    #[test]
    fn a_wrong_value_names_its_variable() {
        for (key, value, named) in [
            ("addr", "nowhere", "CAMPUS_ADDR"),
            ("reporting_zone", "Mars/Olympus", "CAMPUS_REPORTING_ZONE"),
            ("public_url", "campus.example", "CAMPUS_PUBLIC_URL"),
            ("trusted_proxy", "proxy", "CAMPUS_TRUSTED_PROXY"),
            ("database_url", "mysql://x", "CAMPUS_DATABASE_URL"),
            ("files_url", "ftp://x", "CAMPUS_FILES_URL"),
        ] {
            assert!(read(&[(key, value)]).unwrap_err().to_string().contains(named), "{key}");
        }
    }
}
