//! One connection to the relay, from the greeting to QUIT.

use std::future::poll_fn;
use std::mem;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::{Error, response::Response};
use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout;

use crate::failpoint;
use crate::message::Message;
use crate::transport::smtp::opening::{Offers, Opening};
use crate::transport::smtp::outcome::{Silence, refusal, reply, silence};
use crate::transport::smtp::settings::Timeouts;
use crate::transport::smtp::wire::{DOT, Interruption, Wire};
use crate::transport::{DeliveryError, Phase, Receipt, Reply};

/// How long a relay may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(5);

/// One connection to the relay, past EHLO, TLS and AUTH.
pub(super) struct Session {
    connection: AsyncSmtpConnection,
    wire: Wire,
    offers: Offers,
    timeouts: Timeouts,
    standing: Standing,
}

/// Whether the session can take another mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// A mail may begin.
    Ready,
    /// A mail was opened and refused: RSET comes first.
    Opened,
    /// The relay had hung up before this mail began.
    Stale,
    /// A turn is under way, or has gone wrong.
    Spent,
}

impl Session {
    pub(super) fn new(
        connection: AsyncSmtpConnection,
        wire: Wire,
        offers: Offers,
        timeouts: Timeouts,
    ) -> Session {
        wire.wait_for_goodbye();
        Session { connection, wire, offers, timeouts, standing: Standing::Ready }
    }

    /// Whether the session can take another mail.
    pub(super) fn is_usable(&self) -> bool {
        matches!(self.standing, Standing::Ready | Standing::Opened)
    }

    /// Whether the relay had hung up on a session that was idle, so that a new one is worth a try.
    pub(super) fn is_stale(&self) -> bool {
        self.standing == Standing::Stale
    }

    /// Names the sender and the recipient, and asks for leave to send the body.
    ///
    /// # Errors
    ///
    /// See [`refusal`] and [`silence`]. Not a byte of the mail has been sent.
    pub(super) async fn open_mail(&mut self, message: &Message) -> Result<(), DeliveryError> {
        let opening = Opening::new(message, &self.offers)?;
        let standing = mem::replace(&mut self.standing, Standing::Spent);
        self.begin(standing).await?;
        if self.offers.has("PIPELINING") {
            self.open_in_one_turn(&opening).await?;
        } else {
            self.open_in_three_turns(&opening).await?;
        }
        match self.wire.interruption().await {
            None => Ok(()),
            Some(interruption) => Err(interrupted(Phase::Data, interruption)),
        }
    }

    /// Sends the body and the dot. The relay has asked for it, and it is known to have to.
    ///
    /// # Errors
    ///
    /// See [`refusal`] and [`silence`].
    pub(super) async fn send_body(&mut self, message: &Message) -> Result<Receipt, DeliveryError> {
        if let Some(interruption) = self.wire.interruption().await {
            return Err(interrupted(Phase::Body, interruption));
        }
        let bytes = message.as_bytes();
        let answer = self.body_turn(bytes.strip_suffix(b"\r\n").unwrap_or(bytes)).await;
        let n_unsent = self.wire.n_unsent();
        // While all of the dot is unsent, the mail cannot have been taken.
        let phase = if n_unsent < DOT.len() { Phase::Dot } else { Phase::Body };
        match answer {
            Ok(reply) if reply.code == 250 && n_unsent == 0 => {
                self.standing = Standing::Ready;
                Ok(Receipt { text: reply.text })
            }
            // A refusal may come early, an acceptance may not.
            Ok(reply) if (400..=599).contains(&reply.code) => {
                if n_unsent == 0 && reply.code != 421 {
                    self.standing = Standing::Ready;
                }
                Err(refusal(Phase::Dot, reply))
            }
            Ok(reply) if phase == Phase::Dot => Err(refusal(Phase::Dot, reply)),
            Ok(reply) => Err(silence(Phase::Body, &Silence::Garbled).with_reply(reply)),
            Err(reason) => Err(silence(phase, &reason)),
        }
    }

    /// Says goodbye and hangs up.
    pub(super) async fn quit(mut self) {
        let goodbye = async {
            let _ = self.connection.command("QUIT\r\n").await;
            let _ = self.wire.shutdown().await;
        };
        let _ = timeout(GOODBYE.min(self.timeouts.command), goodbye).await;
    }

    /// Finds out whether the session can still be used, and cleans up after a refused mail.
    async fn begin(&mut self, standing: Standing) -> Result<(), DeliveryError> {
        if let Some(interruption) = self.wire.interruption().await {
            self.standing = Standing::Stale;
            return Err(interrupted(Phase::MailFrom, interruption));
        }
        if standing == Standing::Opened {
            let reply = self.turn("RSET\r\n").await;
            self.note_staleness(&reply);
            expect(Phase::MailFrom, &[250], reply)?;
        }
        Ok(())
    }

    async fn open_in_three_turns(&mut self, opening: &Opening) -> Result<(), DeliveryError> {
        let reply = self.turn(&opening.mail_from).await;
        self.note_staleness(&reply);
        expect(Phase::MailFrom, &[250], reply)?;
        let reply = self.turn(&opening.rcpt_to).await;
        self.keep_if_refused(&reply);
        expect(Phase::RcptTo, &[250, 251], reply)?;
        let reply = self.turn(opening.data).await;
        self.keep_if_refused(&reply);
        expect(Phase::Data, &[354], reply)
    }

    /// RFC 2920. The body waits for the reply to DATA, so the handover is as late as without pipelining.
    async fn open_in_one_turn(&mut self, opening: &Opening) -> Result<(), DeliveryError> {
        let Opening { mail_from, rcpt_to, data } = opening;
        let reply = self.turn(&format!("{mail_from}{rcpt_to}{data}")).await;
        self.note_staleness(&reply);
        expect(Phase::MailFrom, &[250], reply)?;
        let recipient = expect(Phase::RcptTo, &[250, 251], self.next_reply().await);
        if recipient.as_ref().is_err_and(|err| err.reply().is_none_or(|reply| reply.code == 421)) {
            return recipient;
        }
        let reply = self.next_reply().await;
        // A relay that refused the recipient and wants the body all the same gets none:
        // the session stays spent, and is closed without a dot.
        self.keep_if_refused(&reply);
        recipient.and(expect(Phase::Data, &[354], reply))
    }

    async fn turn(&mut self, command: &str) -> Result<Reply, Silence> {
        limited(self.timeouts.command, self.connection.command(command)).await
    }

    async fn next_reply(&mut self) -> Result<Reply, Silence> {
        limited(self.timeouts.command, self.connection.read_response()).await
    }

    /// Gives the body its time, and when all has left, the dot its own.
    async fn body_turn(&mut self, body: &[u8]) -> Result<Reply, Silence> {
        let Timeouts { body: body_limit, dot: dot_limit, .. } = self.timeouts;
        let wire = self.wire.clone();
        // lettre would copy the body piece by piece.
        wire.write_body(body);
        let mut turn = pin!(self.connection.read_response());
        let until_sent = poll_fn(|context| match turn.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending if wire.is_sent() => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        });
        match timeout(body_limit, until_sent).await {
            Ok(Some(answer)) => reply(answer),
            Ok(None) => {
                failpoint::reach("after-dot");
                limited(dot_limit, turn).await
            }
            Err(_) => Err(Silence::Late(body_limit)),
        }
    }

    /// A relay hangs up on an idle line in its own time, with 421 or without a word.
    fn note_staleness(&mut self, reply: &Result<Reply, Silence>) {
        let is_stale = match reply {
            Ok(reply) => reply.code == 421,
            Err(reason) => matches!(reason, Silence::Closed | Silence::Broken(_)),
        };
        if is_stale {
            self.standing = Standing::Stale;
        }
    }

    /// A refused recipient ends the mail and not the session.
    fn keep_if_refused(&mut self, reply: &Result<Reply, Silence>) {
        if reply.as_ref().is_ok_and(|reply| (400..=599).contains(&reply.code) && reply.code != 421) {
            self.standing = Standing::Opened;
        }
    }
}

async fn limited(
    limit: Duration,
    turn: impl Future<Output = Result<Response, Error>>,
) -> Result<Reply, Silence> {
    match timeout(limit, turn).await {
        Ok(answer) => reply(answer),
        Err(_) => Err(Silence::Late(limit)),
    }
}

fn expect(phase: Phase, codes: &[u16], reply: Result<Reply, Silence>) -> Result<(), DeliveryError> {
    match reply {
        Ok(reply) if codes.contains(&reply.code) => Ok(()),
        Ok(reply) => Err(refusal(phase, reply)),
        Err(reason) => Err(silence(phase, &reason)),
    }
}

fn interrupted(phase: Phase, interruption: Interruption) -> DeliveryError {
    match interruption {
        Interruption::Closed => silence(phase, &Silence::Closed),
        Interruption::Spoke => silence(phase, &Silence::Garbled),
    }
}
