//! The outbox: where it is, and how long things in it last.

use std::fmt;
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

use pastdue::transport::Secret;

use super::duration::duration;
use super::environment::Environment;
use super::problem::Problem;
use super::relay::Password;
use super::settings::Settings;

const WITHOUT_PASSWORD: &str = "a URL without a password: that is in a file that `outbox.password_file` names, or in \
                                the variable `PASTDUE_OUTBOX_PASSWORD`";

const MINUTE: Duration = Duration::from_mins(1);

/// The outbox.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    /// Where it is, unless an argument says otherwise; without the password.
    pub(crate) url: StoreUrl,
    /// Where the password of its server is to be had.
    pub(super) password: Option<Password>,
    /// How long a worker may give no sign of life.
    pub(crate) lease: Duration,
    /// How long a notice is sent after it was enqueued.
    pub(crate) lifetime: Duration,
    /// How old a doubt is when it is sent again; never, if it is not set.
    pub(crate) resend_after: Option<Duration>,
}

/// The URL of an outbox, without a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoreUrl(String);

impl StoreUrl {
    /// Checks `text` as far as this can be done without opening the outbox.
    ///
    /// # Errors
    ///
    /// What is expected. It never repeats `text`, which may hold a password.
    pub(crate) fn new(text: &str) -> Result<StoreUrl, &'static str> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.trim_start_matches('/').is_empty() => {}
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                let url = url::Url::parse(text).map_err(|_| "`postgres://USER@HOST/DATABASE`")?;
                if url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password") {
                    return Err(WITHOUT_PASSWORD);
                }
            }
            _ => return Err("`sqlite:PATH` or `postgres://USER@HOST/DATABASE`"),
        }
        Ok(StoreUrl(text.to_owned()))
    }

    /// A file in the folder of the configuration, if the path of the file is relative.
    fn in_folder(self, settings: &Settings) -> StoreUrl {
        let Some(path) = self.0.strip_prefix("sqlite:") else { return self };
        let path = Path::new(path.strip_prefix("//").unwrap_or(path));
        StoreUrl(format!("sqlite:{}", settings.resolve("outbox.url", path.to_owned()).display()))
    }
}

impl Store {
    pub(super) fn new(settings: &Settings, environment: &Environment) -> Result<Store, Problem> {
        let year = Duration::from_hours(365 * 24);
        let time = |path, range: RangeInclusive<Duration>, expected| {
            settings.need(path, |text| {
                duration(text).and_then(|time| if range.contains(&time) { Ok(time) } else { Err(expected) })
            })
        };
        let lifetime = time("outbox.expires_after", MINUTE..=year, "`1m` to `365d`")?;
        let resend_after = time("outbox.resend_after", MINUTE..=year, "`1m` to `365d`")?;
        let is_resent = settings.need("outbox.on_doubt", |text| match text {
            "hold" => Ok(false),
            "resend" => Ok(true),
            _ => Err("`hold` or `resend`"),
        })?;
        if is_resent && resend_after >= lifetime {
            let what = "expected less than `outbox.expires_after`: an expired notice is not sent again";
            return Err(settings.refuse("outbox.resend_after", what));
        }
        let file = settings.file("outbox.password_file")?.map(Password::File);
        Ok(Store {
            url: settings.need("outbox.url", StoreUrl::new)?.in_folder(settings),
            password: environment.password("outbox.password").map(Password::Given).or(file),
            lease: time("outbox.lease", Duration::from_secs(1)..=60 * MINUTE, "`1s` to `1h`")?,
            lifetime,
            resend_after: is_resent.then_some(resend_after),
        })
    }

    /// The file with the password, if one is named.
    pub(super) fn password_file(&self) -> Option<&Path> {
        match &self.password {
            Some(Password::File(path)) => Some(path),
            Some(Password::Given(_)) | None => None,
        }
    }

    /// The URL to open, with the password if the outbox is on a server and there is one.
    ///
    /// # Errors
    ///
    /// If the password cannot be read.
    pub(crate) fn locate(&self, argument: Option<&StoreUrl>) -> anyhow::Result<Secret> {
        let StoreUrl(text) = argument.unwrap_or(&self.url);
        let Some(password) = self.password.as_ref().filter(|_| !text.starts_with("sqlite:")) else {
            return Ok(Secret::new(text));
        };
        let mut url = url::Url::parse(text)?;
        let is_set = url.set_password(Some(password.read("outbox")?.expose()));
        anyhow::ensure!(is_set.is_ok(), "the outbox `{self}` takes no password: its URL names no host");
        Ok(Secret::new(url.as_str()))
    }
}

impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url.0)
    }
}
