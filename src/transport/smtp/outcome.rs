//! What an answer, or its absence, means for the mail.

use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::{Error, response::Response};

use crate::transport::{DeliveryError, FailureKind, Phase, Reply};

/// Why there is no reply.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// The relay ended the stream.
    Closed,
    /// Nothing came in time.
    Late(Duration),
    /// The line broke.
    Broken(String),
    /// What came is not a reply.
    Garbled,
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Silence::Closed => f.write_str("the relay closed the connection"),
            Silence::Late(limit) => write!(f, "no answer within `{limit:?}`"),
            Silence::Broken(reason) => write!(f, "the connection broke (`{reason}`)"),
            Silence::Garbled => f.write_str("the answer is not SMTP"),
        }
    }
}

/// Takes a reply out of lettre's answer. It counts any 2xx and 3xx as success; we look at the code ourselves.
pub(super) fn reply(answer: Result<Response, Error>) -> Result<Reply, Silence> {
    match answer {
        Ok(response) => {
            let text: Vec<&str> = response.message().collect();
            Ok(Reply::new(response.code().into(), &text.join(" ")))
        }
        Err(err) => {
            let source = std::error::Error::source(&err).map(ToString::to_string).unwrap_or_default();
            match err.status() {
                Some(code) => Ok(Reply::new(code.into(), &source)),
                None if !err.is_response() && !err.is_client() => Err(Silence::Broken(source)),
                None if source == "incomplete response" => Err(Silence::Closed),
                None => Err(Silence::Garbled),
            }
        }
    }
}

/// The failure that `reply` means in `phase`; the caller has seen that it is not the reply wanted.
///
/// | phase | 421 | other 4xx | 5xx | any other code |
/// |---|---|---|---|---|
/// | before RCPT TO | relay | relay | relay | relay |
/// | RCPT TO | relay | transient | permanent; 552: transient; 503, 530, `5.1.7`, `5.1.8`: relay | relay |
/// | DATA | relay | transient | permanent; 503, 530: relay | relay |
/// | the dot | transient | transient | permanent; `5.5.x`, 500 to 504 without such a code, 530: relay | in doubt |
///
/// 552 at RCPT TO is how old relays say 452 (RFC 5321, section 4.5.3.1.10). 503 and `5.5.x` say that we are
/// out of step, `5.1.7` and `5.1.8` that our sender is wrong, which many relays say only now, 530 that we should have authenticated (RFC 4954, section 6): neither is the notice's fault.
pub(super) fn refusal(phase: Phase, reply: Reply) -> DeliveryError {
    let kind = match (phase, reply.code) {
        (Phase::RcptTo | Phase::Data | Phase::Dot, 500..=599) if is_about_sender(&reply) => {
            FailureKind::Relay
        }
        (Phase::RcptTo | Phase::Data, 421 | 503 | 530) => FailureKind::Relay,
        (Phase::RcptTo, 552) | (Phase::RcptTo | Phase::Data | Phase::Dot, 400..=499) => {
            FailureKind::Transient
        }
        (Phase::Dot, 500..=599) if is_about_protocol(&reply) => FailureKind::Relay,
        (Phase::RcptTo | Phase::Data | Phase::Dot, 500..=599) => FailureKind::Permanent,
        (Phase::Dot, _) => FailureKind::InDoubt,
        _ => FailureKind::Relay,
    };
    let problem = match reply.code {
        400..=499 => "put off",
        500..=599 => "refused",
        _ => "answered out of turn",
    };
    DeliveryError::new(kind, phase, problem).with_reply(reply)
}

/// Whether the reply speaks of our own address (RFC 3463, section 3.2).
fn is_about_sender(reply: &Reply) -> bool {
    matches!(reply.enhanced.as_deref(), Some("5.1.7" | "5.1.8"))
}

fn is_about_protocol(reply: &Reply) -> bool {
    match &reply.enhanced {
        Some(enhanced) => enhanced.starts_with("5.5.") || reply.code == 530,
        None => matches!(reply.code, 500..=504 | 530),
    }
}

/// The failure that silence means in `phase`.
///
/// | phase | kind | why |
/// |---|---|---|
/// | until DATA | relay | nothing has been handed over: no attempt is counted |
/// | the body | transient | surely not taken; but a mail that breaks the line each time must not go round for ever |
/// | the dot | in doubt | it may have been taken |
pub(super) fn silence(phase: Phase, silence: &Silence) -> DeliveryError {
    let kind = match phase {
        Phase::Body => FailureKind::Transient,
        Phase::Dot => FailureKind::InDoubt,
        _ => FailureKind::Relay,
    };
    DeliveryError::new(kind, phase, silence.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phase: Phase, kind: FailureKind, replies: &[(u16, &str)]) {
        for (code, text) in replies {
            let err = refusal(phase, Reply::new(*code, text));
            assert_eq!(err.kind(), kind, "{phase:?} {code} {text}");
        }
    }

    #[test]
    fn what_speaks_of_us_blames_no_notice() {
        for phase in [Phase::Greeting, Phase::Ehlo, Phase::Tls, Phase::Auth, Phase::MailFrom] {
            check(
                phase,
                FailureKind::Relay,
                &[(421, ""), (451, "4.3.0"), (550, "5.7.1"), (250, ""), (354, "")],
            );
        }
        check(
            Phase::RcptTo,
            FailureKind::Relay,
            &[(421, ""), (503, ""), (530, "5.7.0"), (550, "5.1.8"), (553, "5.1.7"), (252, ""), (354, "")],
        );
        check(Phase::Data, FailureKind::Relay, &[(421, ""), (503, "5.5.1"), (530, ""), (250, "")]);
        let protocol = [(503, "5.5.1"), (550, "5.5.2"), (500, ""), (502, "what"), (530, "5.7.0")];
        check(Phase::Dot, FailureKind::Relay, &protocol);
    }

    #[test]
    fn what_speaks_of_the_mail_moves_the_notice() {
        check(
            Phase::RcptTo,
            FailureKind::Transient,
            &[(450, "4.2.0"), (452, "4.2.2"), (552, "5.2.2"), (499, "")],
        );
        check(
            Phase::RcptTo,
            FailureKind::Permanent,
            &[(550, "5.1.1"), (550, "5.2.1"), (554, "5.7.1"), (501, "")],
        );
        check(Phase::Data, FailureKind::Transient, &[(450, ""), (451, "4.3.0")]);
        check(Phase::Data, FailureKind::Permanent, &[(554, "5.5.1"), (550, ""), (552, "")]);
        check(Phase::Dot, FailureKind::Transient, &[(451, ""), (452, "4.7.0"), (421, "4.3.2")]);
        check(
            Phase::Dot,
            FailureKind::Permanent,
            &[(552, "5.3.4"), (554, "5.6.0"), (550, "5.7.1"), (554, "")],
        );
    }

    #[test]
    fn only_the_dot_leaves_doubt() {
        check(Phase::Dot, FailureKind::InDoubt, &[(251, ""), (252, ""), (220, ""), (354, ""), (334, "")]);
        assert_eq!(silence(Phase::Dot, &Silence::Closed).kind(), FailureKind::InDoubt);
        assert_eq!(silence(Phase::Body, &Silence::Closed).kind(), FailureKind::Transient);
        for phase in [Phase::Connect, Phase::Ehlo, Phase::MailFrom, Phase::RcptTo, Phase::Data] {
            assert_eq!(silence(phase, &Silence::Garbled).kind(), FailureKind::Relay);
        }
    }
}
