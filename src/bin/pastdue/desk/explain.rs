//! `pastdue explain`: all that is known of one notice, and what happens to it next.

use std::fmt::Write as _;
use std::process::ExitCode;

use jiff::{SignedDuration, Timestamp};
use pastdue::notice::{Payment, Reason, Stage};
use pastdue::outbox::{History, State};
use pastdue::{Notice, Templates};
use serde_json::json;

use super::{message_id, moment, visit};
use crate::args::{self, Format};
use crate::config::Config;
use crate::load::{load_templates, negotiate};
use crate::{ATTENTION, print, tell};

/// Shown in place of what is gone.
const PURGED: &str = "(purged)";

/// Exit status 1 if the notice is not in the outbox.
pub(crate) fn explain(
    args: &args::Explain,
    config: &Config,
    clock: fn() -> Timestamp,
) -> anyhow::Result<ExitCode> {
    let templates =
        load_templates(config, args.overlays.locales.as_deref(), args.overlays.templates.as_deref())?;
    let history = visit(&args.desk, config, clock, async |outbox| Ok(outbox.history(args.id).await?))?;
    let Some(history) = history else {
        tell("it is not in the outbox");
        return Ok(ExitCode::from(ATTENTION));
    };
    let explained = Explained::new(history, config, &templates, clock());
    match args.desk.format {
        Format::Human => print(explained.in_words().as_bytes())?,
        Format::Json => print(format!("{:#}\n", explained.in_json()).as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A history with what follows from it.
struct Explained {
    history: History,
    message_id: String,
    recipient: String,
    stage: Option<&'static str>,
    /// The dates of the mail, under their names in a row.
    dates: Vec<(&'static str, String)>,
    /// The locale, why it is this one, and whether that is settled.
    locale: Option<(String, String, bool)>,
    next: String,
}

impl Explained {
    fn new(history: History, config: &Config, templates: &Templates, now: Timestamp) -> Explained {
        let notice = history.notice.as_ref().and_then(|notice| notice.as_ref().ok());
        let why = || history.why.clone().unwrap_or_else(|| PURGED.to_owned());
        let settled = history.locale.clone().map(|locale| (locale, why(), true));
        let locale = settled.or_else(|| {
            let negotiated = negotiate(notice?, templates, config);
            Some((negotiated.0.to_string(), negotiated.1, false))
        });
        let message_id = message_id(&history.key, config);
        Explained {
            recipient: notice
                .map_or(PURGED.to_owned(), |notice| notice.account.administrator.email.to_string()),
            stage: notice.and_then(|notice| notice.stage()).map(Stage::as_str),
            dates: notice.map(|notice| dates(notice)).unwrap_or_default(),
            locale,
            next: next(&history, config, &message_id, now),
            message_id,
            history,
        }
    }

    fn in_words(&self) -> String {
        let history = &self.history;
        let stage = self.stage.map(|stage| format!(", {stage}")).unwrap_or_default();
        let why = history.text.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
        let mut text = format!("{}: {}{stage}\n\n", history.key, history.kind);
        let mut line = |name: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {name:<13} {value}");
        };
        line("state", &format!("{} since {}{why}", history.state, moment(history.changed_at)));
        line("next", &self.next);
        if let Some(bounce) = &history.bounce {
            let when = history.bounced_at.map(|at| format!("{}: ", moment(at))).unwrap_or_default();
            line("came back", &format!("{when}{bounce}"));
        }
        line("account", history.account.as_deref().unwrap_or(PURGED));
        let suppressed = if history.is_suppressed { ", which is on the suppression list" } else { "" };
        line("recipient", &format!("{}{suppressed}", self.recipient));
        if let Some((locale, why, is_settled)) = &self.locale {
            let change = if *is_settled { "" } else { " (as of now; chosen when the mail is written)" };
            line("locale", &format!("{locale}: {why}{change}"));
        }
        for (what, date) in &self.dates {
            line(in_words(what), date);
        }
        line("Message-ID", &self.message_id);
        line("enqueued", &moment(history.enqueued_at));
        line("expires", &moment(history.expires_at));
        for tried in &history.attempts {
            let _ = write!(text, "\n  {}  {}, {}", moment(tried.at), tried.relay, tried.phase);
            if let Some(code) = tried.code {
                let _ = write!(text, ", {code}");
            }
            if let Some(enhanced) = &tried.enhanced {
                let _ = write!(text, " {enhanced}");
            }
            let _ = write!(text, ", {} ms", tried.milliseconds);
            if let Some(said) = &tried.text {
                let _ = write!(text, "\n    {said}");
            }
            text.push('\n');
        }
        text
    }

    fn in_json(&self) -> serde_json::Value {
        let history = &self.history;
        let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
        let attempts = history.attempts.iter().map(|tried| {
            json!({
                "at": tried.at.to_string(), "relay": tried.relay, "phase": tried.phase, "code": tried.code,
                "enhanced": tried.enhanced, "text": tried.text, "milliseconds": tried.milliseconds,
            })
        });
        let dates = self.dates.iter().map(|(what, date)| ((*what).to_owned(), date.as_str().into()));
        json!({
            "id": history.key.as_str(),
            "kind": history.kind,
            "stage": self.stage,
            "state": history.state.as_str(),
            "text": history.text,
            "next": self.next,
            "bounce": history.bounce,
            "bounced_at": time(history.bounced_at),
            "account": history.account,
            "recipient": self.recipient,
            "is_suppressed": history.is_suppressed,
            "locale": self.locale.as_ref().map(|(locale, ..)| locale),
            "why": self.locale.as_ref().map(|(_, why, _)| why),
            "dates": dates.collect::<serde_json::Map<_, _>>(),
            "message_id": self.message_id,
            "enqueued_at": history.enqueued_at.to_string(),
            "changed_at": history.changed_at.to_string(),
            "due_at": time(history.due_at),
            "expires_at": history.expires_at.to_string(),
            "claims": history.n_claims,
            "attempts": attempts.collect::<Vec<_>>(),
        })
    }
}

/// The dates that the mail prints, under their names in a row.
fn dates(notice: &Notice) -> Vec<(&'static str, String)> {
    let mut dates = vec![("due_date", notice.due_date.to_string())];
    let next_attempt_on = match &notice.reason {
        Reason::PaymentFailed { card, .. } | Reason::ServiceCanceled { payment: Payment::Card(card), .. } => {
            card.next_attempt_on
        }
        Reason::InvoiceOverdue { .. } | Reason::ServiceCanceled { .. } => None,
    };
    dates.extend(next_attempt_on.map(|date| ("next_attempt_on", date.to_string())));
    let ends_on = notice.stage().and_then(Stage::service_ends_on);
    dates.extend(ends_on.map(|date| ("service_ends_on", date.to_string())));
    if let Reason::ServiceCanceled { service_ended_on, .. } = &notice.reason {
        dates.push(("service_ended_on", service_ended_on.to_string()));
    }
    dates
}

fn in_words(date: &str) -> &str {
    match date {
        "due_date" => "due",
        "next_attempt_on" => "next charge",
        "service_ends_on" => "service ends",
        _ => "service ended",
    }
}

/// What happens next and when, or what a person may do.
fn next(history: &History, config: &Config, message_id: &str, now: Timestamp) -> String {
    let key = &history.key;
    let until = format!("until {}", moment(history.expires_at));
    match history.state {
        State::Queued | State::Deferred => match history.due_at.filter(|due_at| *due_at > now) {
            Some(due_at) => format!("tried again from {}, {until}", moment(due_at)),
            None if history.expires_at <= now => "expires at the next `send` or `work`".to_owned(),
            None => format!("delivered by the next `send`, or by `work`, {until}"),
        },
        State::Claimed => match history.held_until {
            Some(held_until) if held_until > now => format!(
                "delivered by the worker that has it, or another if that one is silent until {}",
                moment(held_until)
            ),
            _ => "its worker is gone: the next `send` or `work` takes it over".to_owned(),
        },
        State::HandedOver => match history.held_until {
            Some(held_until) if held_until > now => "settled when the relay answers".to_owned(),
            _ => "its worker is gone: the next `send` or `work` finds it in doubt".to_owned(),
        },
        State::InDoubt => match config.outbox.resend_after {
            Some(after) => {
                let at =
                    history.changed_at.saturating_add(SignedDuration::from_secs_f64(after.as_secs_f64()));
                let at = at.unwrap_or(Timestamp::MAX);
                format!("sent again from {}, as `outbox.on_doubt` says", moment(at))
            }
            None => format!(
                "nothing by itself: look for {message_id} in the relay's log, then `pastdue doubt --sent {key}` \
                 or `--resend {key}`"
            ),
        },
        State::Sent if history.bounce.is_some() => "nothing: reach the account in another way".to_owned(),
        State::Sent | State::Withdrawn => "nothing".to_owned(),
        State::Refused => "nothing: correct the address or the content, and send under a new id".to_owned(),
        State::Suppressed => {
            "nothing: reach the account in another way, or `pastdue suppress remove` and a new id".to_owned()
        }
        State::Expired => "nothing: find out why, and send under a new id".to_owned(),
        State::Unrenderable => {
            "nothing: correct the template or the catalog, and send under a new id".to_owned()
        }
        State::Rejected => "nothing: correct the row, and send it".to_owned(),
    }
}
