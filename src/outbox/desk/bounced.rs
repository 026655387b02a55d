//! Mails that the relay took and that came back.

use serde_json::json;
use sqlx::Row as _;

use crate::message::Token;
use crate::notice::{Notice, NoticeKey};
use crate::outbox::desk::key;
use crate::outbox::dialect::desk;
use crate::outbox::store::corrupt;
use crate::outbox::{Error, SqlOutbox};

/// What is known of a mail that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The notice that it carried.
    pub token: Token,
    /// The status, such as `5.1.1` (RFC 3463), and what the other side said; never an address.
    pub text: String,
    /// Whether the failure stays: the address is never mailed again.
    pub is_permanent: bool,
    /// Whether a signature proves that it came back. Then the relay had it, whatever was in doubt.
    pub is_proven: bool,
}

/// What became of a mail that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The key of its notice.
    pub key: NoticeKey,
    /// Whether this was not known before.
    pub is_new: bool,
    /// Whether its address is new on the suppression list.
    pub is_suppressed: bool,
}

impl SqlOutbox {
    /// Notes at its notice that a mail came back, and suppresses its address if the failure stays.
    ///
    /// Gives nothing if there is no such notice, or if none of its mails can have left yet.
    /// To note the same again changes nothing, and what stays is not overwritten by what may pass.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn note_bounce(&self, returned: &Returned) -> Result<Option<Noted>, Error> {
        const DOING: &str = "noting a mail that came back";
        let token = returned.token.as_bytes().to_vec();
        let rows = self.rows(DOING, sqlx::query(desk::RECIPIENT).bind(token.clone())).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let key = key(row)?;
        let query = sqlx::query(desk::BOUNCE).bind(token).bind(returned.text.clone());
        let query = query.bind(self.time().await?).bind(i64::from(returned.is_proven));
        let is_new = !self.rows(DOING, query).await?.is_empty();
        let mut is_suppressed = false;
        if returned.is_permanent
            && let Some(recipient) = row.get::<Option<Vec<u8>>, _>(1)
        {
            let recipient: [u8; 16] =
                recipient.try_into().map_err(|_| corrupt("a recipient that is no hash"))?;
            let facts: Option<String> = row.get(3);
            let notice = facts.and_then(|row| Notice::from_json(row.as_bytes()).ok());
            let masked = notice.map_or_else(
                || format!("***@{}", row.get::<String, _>(2)),
                |notice| notice.account.administrator.email.to_string(),
            );
            let reason = format!("came back: {}", returned.text);
            let entry = json!([[Token::from(recipient).to_string(), masked, reason]]);
            is_suppressed = self.put_on_list(entry).await? > 0;
        }
        Ok(Some(Noted { key, is_new, is_suppressed }))
    }
}
