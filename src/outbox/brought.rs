//! What became of the rows that one run has brought, whoever has delivered them.

use sqlx::Row as _;

use crate::notice::{Kind, NoticeKey};
use crate::outbox::store::{corrupt, state};
use crate::outbox::{Error, Run, SqlOutbox, State};

/// How many are read at once.
const PAGE: i64 = 1000;

/// A notice that a run has brought, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Its number in the store.
    pub seq: i64,
    /// Its key.
    pub key: NoticeKey,
    /// Its kind.
    pub kind: Option<Kind>,
    /// The locale's tag and why it was chosen, once it was.
    pub locale: Option<(String, String)>,
    /// Where it stands.
    pub state: State,
    /// What was last said of it; never an address.
    pub text: Option<String>,
}

impl SqlOutbox {
    /// The next notices, after the number `after`, that `run` has brought; none at the end.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn brought(&self, run: Run, after: i64) -> Result<Vec<Brought>, Error> {
        let query = sqlx::query(
            "SELECT seq, id, kind, locale, why, state, text FROM notices
             WHERE run = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        );
        let rows =
            self.rows("reading what a run has brought", query.bind(run.0).bind(after).bind(PAGE)).await?;
        let brought = rows.iter().map(|row| {
            let key = NoticeKey::new(row.get(1)).map_err(|_| corrupt("an id that is not one"))?;
            let kind: String = row.get(2);
            let locale: Option<(String, String)> =
                row.get::<Option<String>, _>(3).zip(row.get::<Option<String>, _>(4));
            Ok(Brought {
                seq: row.get(0),
                key,
                kind: Kind::ALL.into_iter().find(|known| known.as_str() == kind),
                locale,
                state: state(&row.get::<String, _>(5))?,
                text: row.get(6),
            })
        });
        brought.collect()
    }
}
