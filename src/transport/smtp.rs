//! Mails handed to a relay by SMTP, over lettre's client and a stream of our own.

mod settings;
mod outcome;
mod opening;
mod lines;
mod wire;
mod session;
mod tls;
mod connect;

use std::fmt;

use tokio_rustls::TlsConnector;

use crate::message::Message;
use crate::transport::{DeliveryError, Phase, Receipt, Transport, Withheld};

use self::session::Session;
pub use self::settings::{Credentials, HelloName, Secret, SmtpSettings, Timeouts, Tls};

/// Hands mails to a relay, over one session that is opened when the first mail comes.
///
/// A session that has served one mail serves the next; one on which anything was left unfinished,
/// a dropped future included, is closed and never used again.
/// When the relay has hung up on an idle session, the mail goes out over a new one.
///
/// # Example
///
/// ```no_run
/// use pastdue::transport::{SmtpSettings, SmtpTransport};
///
/// let transport = SmtpTransport::new(SmtpSettings::from_url("smtps://relay.example.com")?);
/// # Ok::<(), &'static str>(())
/// ```
pub struct SmtpTransport {
    settings: SmtpSettings,
    connector: Option<TlsConnector>,
    session: Option<Session>,
}

impl SmtpTransport {
    /// Will connect as `settings` say. Nothing is opened yet.
    #[must_use]
    pub fn new(settings: SmtpSettings) -> SmtpTransport {
        SmtpTransport { settings, connector: None, session: None }
    }

    /// Brings `message` to the point at which the relay asks for its body.
    ///
    /// The session is taken out of `self` for as long as the mail is under way: if this future is dropped,
    /// so is the session.
    async fn open_mail(&mut self, message: &Message) -> Result<Session, DeliveryError> {
        if let Some(mut session) = self.session.take() {
            match session.open_mail(message).await {
                Ok(()) => return Ok(session),
                Err(_) if session.is_stale() => {}
                Err(err) => {
                    self.keep(session);
                    return Err(err);
                }
            }
        }
        let mut session = connect::connect(&self.settings, &mut self.connector).await?;
        match session.open_mail(message).await {
            Ok(()) => Ok(session),
            Err(err) => {
                self.keep(session);
                Err(err)
            }
        }
    }

    fn keep(&mut self, session: Session) {
        self.session = Some(session).filter(Session::is_usable);
    }
}

impl Transport for SmtpTransport {
    async fn deliver<H>(&mut self, message: &Message, handover: H) -> Result<Receipt, DeliveryError>
    where
        H: Future<Output = Result<(), Withheld>> + Send,
    {
        let mut session = self.open_mail(message).await?;
        handover.await.map_err(|Withheld| DeliveryError::withheld(Phase::Data))?;
        let result = session.send_body(message).await;
        self.keep(session);
        result
    }

    async fn close(&mut self) {
        if let Some(session) = self.session.take() {
            session.quit().await;
        }
    }
}

impl fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SmtpTransport { settings, session, .. } = self;
        f.debug_struct("SmtpTransport")
            .field("settings", settings)
            .field("is_open", &session.is_some())
            .finish_non_exhaustive()
    }
}
