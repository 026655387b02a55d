//! The way to a session: the name, the line, the greeting, TLS and AUTH.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use lettre::transport::smtp::authentication::{self, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::transport::smtp::opening::Offers;
use crate::transport::smtp::outcome::{Silence, refusal, reply, silence};
use crate::transport::smtp::session::Session;
use crate::transport::smtp::settings::{Credentials, HelloName, SmtpSettings, Tls};
use crate::transport::smtp::tls::{self, fault, handshake};
use crate::transport::smtp::wire::{Socket, Wire};
use crate::transport::{DeliveryError, FailureKind, Phase};

/// Opens a session as `settings` say, which is ready for its first mail.
///
/// # Errors
///
/// Always of the kind [`FailureKind::Relay`]: no mail is concerned yet.
pub(super) async fn connect(
    settings: &SmtpSettings,
    connector: &mut Option<TlsConnector>,
) -> Result<Session, DeliveryError> {
    let is_clear = settings.tls == Tls::None;
    if is_clear && settings.credentials.is_some() && !settings.allow_plaintext_auth {
        return Err(in_clear());
    }
    let stream = dial(settings).await?;
    let (peer, local) = addresses(&stream).map_err(|err| broken(&err))?;
    if is_clear && settings.credentials.is_some() && !peer.ip().is_loopback() {
        return Err(in_clear());
    }
    let hello_name = settings.hello_name.clone().unwrap_or_else(|| HelloName::of_address(local.ip()));
    let limit = settings.timeouts.command;
    let wire = match settings.tls {
        Tls::None => Wire::new(Socket::Plain(stream), peer),
        Tls::StartTls => {
            let connector = known(connector, settings)?;
            let stream = start_tls(stream, peer, &hello_name, limit).await?;
            let stream = handshake(stream, &settings.host, connector, limit).await?;
            Wire::new(Socket::Tls(Box::new(stream)), peer).greeted()
        }
        Tls::Implicit => {
            let stream = handshake(stream, &settings.host, known(connector, settings)?, limit).await?;
            Wire::new(Socket::Tls(Box::new(stream)), peer)
        }
    };
    let mut connection = greet(&wire, &hello_name, limit).await?;
    let offers = Offers::parse(&wire.said());
    if let Some(credentials) = &settings.credentials {
        authenticate(&mut connection, credentials, limit).await?;
    }
    Ok(Session::new(connection, wire, offers, settings.timeouts.clone()))
}

/// The certificates are read once, when they are first needed.
fn known<'a>(
    connector: &'a mut Option<TlsConnector>,
    settings: &SmtpSettings,
) -> Result<&'a TlsConnector, DeliveryError> {
    if connector.is_none() {
        *connector = Some(tls::connector(settings.ca_file.as_deref())?);
    }
    Ok(connector.as_ref().expect("set above"))
}

/// Tries the host's addresses in turn, each with its share of the time.
async fn dial(settings: &SmtpSettings) -> Result<TcpStream, DeliveryError> {
    let limit = settings.timeouts.connect;
    let dialling = async {
        let addresses: Vec<SocketAddr> =
            lookup_host((settings.host.as_str(), settings.port)).await?.collect();
        let share = limit / u32::try_from(addresses.len().max(1)).unwrap_or(u32::MAX);
        let mut result = Err(io::Error::new(io::ErrorKind::NotFound, "the name has no address"));
        for address in addresses {
            result = match timeout(share, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(err)) => Err(err),
                Err(_) => Err(io::ErrorKind::TimedOut.into()),
            };
        }
        result
    };
    let result = timeout(limit, dialling).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
    result.map_err(|err| {
        let problem = format!("cannot reach `{}`, port `{}` ({err})", settings.host, settings.port);
        DeliveryError::new(FailureKind::Relay, Phase::Connect, problem)
    })
}

fn addresses(stream: &TcpStream) -> io::Result<(SocketAddr, SocketAddr)> {
    // Writes are gathered already; waiting for more of them would cost 40 ms a mail.
    stream.set_nodelay(true)?;
    Ok((stream.peer_addr()?, stream.local_addr()?))
}

/// Waits for the greeting and says EHLO.
async fn greet(
    wire: &Wire,
    hello_name: &HelloName,
    limit: Duration,
) -> Result<AsyncSmtpConnection, DeliveryError> {
    let client_id = ClientId::Domain(hello_name.as_str().to_owned());
    let connecting = AsyncSmtpConnection::connect_with_transport(Box::new(wire.clone()), &client_id);
    let result = timeout(limit, connecting).await;
    let phase = if wire.n_turns() == 0 { Phase::Greeting } else { Phase::Ehlo };
    match result {
        Ok(Ok(connection)) => Ok(connection),
        Ok(Err(err)) => Err(match reply(Err(err)) {
            Ok(reply) => refusal(phase, reply),
            Err(reason) => silence(phase, &reason),
        }),
        Err(_) => Err(silence(phase, &Silence::Late(limit))),
    }
}

/// Says STARTTLS in clear, and gives the line back for the handshake.
async fn start_tls(
    stream: TcpStream,
    peer: SocketAddr,
    hello_name: &HelloName,
    limit: Duration,
) -> Result<TcpStream, DeliveryError> {
    let wire = Wire::new(Socket::Plain(stream), peer);
    let mut connection = greet(&wire, hello_name, limit).await?;
    if !Offers::parse(&wire.said()).has("STARTTLS") {
        return Err(fault("the relay does not offer STARTTLS, and nothing is sent in clear"));
    }
    match timeout(limit, connection.command("STARTTLS\r\n")).await.map(reply) {
        Ok(Ok(reply)) if reply.code == 220 => {}
        Ok(Ok(reply)) => return Err(refusal(Phase::Tls, reply)),
        Ok(Err(reason)) => return Err(silence(Phase::Tls, &reason)),
        Err(_) => return Err(silence(Phase::Tls, &Silence::Late(limit))),
    }
    // Whoever sits on the line could put replies here that would be believed once it is encrypted.
    if wire.interruption().await.is_some() {
        return Err(fault("the relay, or someone between, sent more than the reply to STARTTLS in clear"));
    }
    match wire.take_socket() {
        Some(Socket::Plain(stream)) => Ok(stream),
        _ => Err(fault("the line is lost")),
    }
}

async fn authenticate(
    connection: &mut AsyncSmtpConnection,
    credentials: &Credentials,
    limit: Duration,
) -> Result<(), DeliveryError> {
    let mechanisms = [Mechanism::Plain, Mechanism::Login];
    if connection.server_info().get_auth_mechanism(&mechanisms).is_none() {
        let problem = "the relay offers neither AUTH PLAIN nor AUTH LOGIN, and credentials are configured";
        return Err(DeliveryError::new(FailureKind::Relay, Phase::Auth, problem));
    }
    let password = credentials.password.expose().to_owned();
    let credentials = authentication::Credentials::new(credentials.user.clone(), password);
    match timeout(limit, connection.auth(&mechanisms, &credentials)).await.map(reply) {
        Ok(Ok(reply)) if reply.code == 235 => Ok(()),
        Ok(Ok(reply)) => Err(refusal(Phase::Auth, reply)),
        Ok(Err(reason)) => Err(silence(Phase::Auth, &reason)),
        Err(_) => Err(silence(Phase::Auth, &Silence::Late(limit))),
    }
}

fn in_clear() -> DeliveryError {
    let problem = "the password would travel in clear: use `smtps://`, STARTTLS, \
        or, for a relay on this very machine, `relay.allow_plaintext_auth`";
    DeliveryError::new(FailureKind::Relay, Phase::Auth, problem)
}

fn broken(err: &io::Error) -> DeliveryError {
    silence(Phase::Connect, &Silence::Broken(err.to_string()))
}
