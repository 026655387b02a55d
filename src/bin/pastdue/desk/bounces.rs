//! `pastdue bounces`: reads what came back, notes it at its notice and suppresses addresses that fail for good.

use std::collections::BTreeMap;
use std::process::ExitCode;

use jiff::Timestamp;
use pastdue::bounce::{self, Bounce, Proof, Verdict};
use pastdue::message::Verp;
use pastdue::outbox::{Returned, SqlOutbox};
use serde_json::json;

use super::mailbox::{self, Mark, new_mails};
use super::{attention_if, visit};
use crate::args::{self, Format};
use crate::config::Config;
use crate::{print, tell};

/// What became of a mail that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reading {
    /// It fails for good: noted, and the address suppressed.
    Permanent,
    /// It fails for now: noted.
    Transient,
    /// It says nothing that has to be noted: it was delivered, or somebody's program answers.
    Harmless,
    /// It was noted before.
    Known,
    /// It is none that can be believed, or not about a notice of ours.
    SetAside,
}

impl Reading {
    const ALL: [Reading; 5] =
        [Reading::Permanent, Reading::Transient, Reading::Harmless, Reading::Known, Reading::SetAside];

    fn as_str(self) -> &'static str {
        match self {
            Reading::Permanent => "permanent",
            Reading::Transient => "transient",
            Reading::Harmless => "harmless",
            Reading::Known => "known",
            Reading::SetAside => "set_aside",
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Reading::Permanent => "failed for good: noted, the address is suppressed",
            Reading::Transient => "failed for now: noted",
            Reading::Harmless => "delivered, or an automatic answer: nothing to note",
            Reading::Known => "noted before",
            Reading::SetAside => "set aside: a person may look at it",
        }
    }
}

/// Exit status 1 if a mail was set aside.
pub(crate) fn bounces(
    args: &args::Bounces,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let verp = config.verp()?;
    let mut sums: BTreeMap<Reading, usize> = Reading::ALL.map(|reading| (reading, 0)).into();
    visit(&args.desk, config, clock, async |outbox| {
        let Some(folder) = args.folder.as_deref().filter(|folder| folder.as_os_str() != "-") else {
            let mail = mailbox::read(std::io::stdin().lock())?;
            let reading = note(outbox, &mail, "standard input", verp.as_ref(), config).await?;
            *sums.entry(reading).or_default() += 1;
            return Ok(());
        };
        for mail in new_mails(folder)? {
            // Somebody else may have it, and a file that cannot be read holds up no other.
            let text = match mail.read() {
                Ok(Some(text)) => text,
                Ok(None) => continue,
                Err(err) => {
                    tell(&format!("{}: it cannot be read, and stays where it is: {err}", mail.name));
                    *sums.entry(Reading::SetAside).or_default() += 1;
                    continue;
                }
            };
            let reading = note(outbox, &text, &mail.name, verp.as_ref(), config).await?;
            // What was noted is stored by now: whoever is killed here reads the mail again, and changes nothing.
            mail.finish(if reading == Reading::SetAside { Mark::Flagged } else { Mark::Seen })?;
            *sums.entry(reading).or_default() += 1;
        }
        Ok(())
    })?;
    match args.desk.format {
        Format::Human => {
            let lines = sums
                .iter()
                .filter(|(_, n)| **n > 0)
                .map(|(reading, n)| format!("{n} {}\n", reading.in_words()));
            print(lines.collect::<Vec<_>>().concat().as_bytes())?;
        }
        Format::Json => {
            let sums: serde_json::Map<_, _> =
                sums.iter().map(|(reading, n)| (reading.as_str().to_owned(), json!(n))).collect();
            print(format!("{}\n", serde_json::Value::Object(sums)).as_bytes())?;
        }
    }
    Ok(attention_if(sums.get(&Reading::SetAside).is_some_and(|n| *n > 0)))
}

/// Notes what one mail says, and tells of one that is set aside. Nothing of its text is told but what was cleaned.
async fn note(
    outbox: &SqlOutbox,
    mail: &[u8],
    name: &str,
    verp: Option<&Verp>,
    config: &Config,
) -> anyhow::Result<Reading> {
    let set_aside = |why: &str| {
        tell(&format!("{name}: set aside: {why}"));
        Ok(Reading::SetAside)
    };
    let bounce = match Bounce::parse(mail) {
        Ok(bounce) => bounce,
        Err(bounce::Error::AutoReply) => return Ok(Reading::Harmless),
        Err(err) => return set_aside(&err.to_string()),
    };
    let Some((token, proof)) = bounce.notice(verp, config.sender_domain()) else {
        return set_aside(match verp {
            Some(_) => "it was sent to no address that was signed here",
            None => "the mail that came back has no Message-ID of ours",
        });
    };
    let Some((verdict, text)) = judge(&bounce) else {
        return set_aside("it does not say what became of the mail, or contradicts itself");
    };
    if verdict == Verdict::Delivered {
        return Ok(Reading::Harmless);
    }
    let is_permanent = verdict == Verdict::Permanent;
    let returned = Returned { token, text, is_permanent, is_proven: proof == Proof::Signed };
    let Some(noted) = outbox.note_bounce(&returned).await? else {
        return set_aside("the notice that it is about is not in the outbox, or has never left it");
    };
    tracing::info!(notice.id = noted.key.as_str(), "{name}: {}", returned.text);
    Ok(match (noted.is_new || noted.is_suppressed, is_permanent) {
        (false, _) => Reading::Known,
        (true, true) => Reading::Permanent,
        (true, false) => Reading::Transient,
    })
}

/// What a bounce says in the end, with the status and the words of the first recipient that says so.
///
/// A mail that was forwarded to several comes back for good only if it does so for all of them.
fn judge(bounce: &Bounce) -> Option<(Verdict, String)> {
    let verdicts: Vec<Verdict> = bounce.verdicts().collect();
    let all = |verdict| verdicts.iter().all(|other| *other == verdict);
    let verdict = if all(Verdict::Permanent) {
        Verdict::Permanent
    } else if all(Verdict::Delivered) {
        Verdict::Delivered
    } else if verdicts.contains(&Verdict::Transient) {
        Verdict::Transient
    } else {
        return None;
    };
    let recipient = bounce.recipients.iter().find(|recipient| recipient.verdict() == verdict)?;
    let class = if verdict == Verdict::Permanent { 5 } else { 4 };
    // What is delayed may name a status of another class.
    let status = recipient.status.filter(|status| status.class == class);
    let status = status.map_or(format!("{class}.0.0"), |status| status.to_string());
    let said = recipient.diagnostic.as_ref().map(|said| format!(" {said}")).unwrap_or_default();
    Some((verdict, format!("{status}{said}")))
}
