//! A scripted SMTP server, which keeps a ledger of every mail that it has accepted: the truth.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pastdue::transport::{SmtpSettings, SmtpTransport, Timeouts, Tls};
use tokio::io::{
    AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader,
};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, watch};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The moments at which the relay can be told to do something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    /// After the first bytes of the body; the rest is not read.
    Body,
    Dot,
    Rset,
    /// After an accepted mail.
    Idle,
    Quit,
}

/// What the relay does instead of what is right.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    Say(Vec<u8>),
    /// Says it one byte at a time.
    Drip(Vec<u8>),
    SayAndClose(Vec<u8>),
    Close,
    Reset,
    /// Says one byte every few moments, and never comes to an end.
    Trickle,
    Hang,
}

impl Act {
    pub(crate) fn say(text: &str) -> Act {
        Act::Say(format!("{text}\r\n").into_bytes())
    }
}

/// What the relay is like.
#[derive(Clone)]
pub(crate) struct Script {
    extensions: Vec<&'static str>,
    tls: Tls,
    acceptor: Option<TlsAcceptor>,
    acts: HashMap<Step, VecDeque<Act>>,
    always: HashMap<Step, Act>,
}

impl Script {
    pub(crate) fn new(extensions: &[&'static str]) -> Script {
        Script {
            extensions: extensions.to_vec(),
            tls: Tls::None,
            acceptor: None,
            acts: HashMap::new(),
            always: HashMap::new(),
        }
    }

    /// The next time, `act` takes the place of what is right at `step`.
    pub(crate) fn on(mut self, step: Step, act: Act) -> Script {
        self.acts.entry(step).or_default().push_back(act);
        self
    }

    /// From then on, `act` takes the place of what is right at `step`.
    pub(crate) fn always(mut self, step: Step, act: Act) -> Script {
        self.always.insert(step, act);
        self
    }

    /// The relay speaks TLS, with what `acceptor` holds.
    pub(crate) fn with_acceptor(self, tls: Tls, acceptor: TlsAcceptor) -> Script {
        Script { tls, acceptor: Some(acceptor), ..self }
    }

    pub(crate) fn start(self) -> Relay {
        let socket = TcpSocket::new_v4().unwrap();
        // Small, so that a large body is still under way when the relay stops to read.
        socket.set_recv_buffer_size(4096).unwrap();
        socket.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
        let listener = socket.listen(16).unwrap();
        let relay = Relay {
            address: listener.local_addr().unwrap(),
            tls: self.tls,
            ledger: Arc::default(),
            hanging: Arc::default(),
        };
        let (ledger, hanging) = (relay.ledger.clone(), relay.hanging.clone());
        let script = Arc::new(Mutex::new(self));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                ledger.lock().unwrap().n_connections += 1;
                let host = Host { script: script.clone(), ledger: ledger.clone(), hanging: hanging.clone() };
                tokio::spawn(host.serve(stream));
            }
        });
        relay
    }
}

/// A running relay.
pub(crate) struct Relay {
    address: SocketAddr,
    tls: Tls,
    ledger: Arc<Mutex<Ledger>>,
    hanging: Arc<Notify>,
}

/// What the relay has seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(crate) accepted: Vec<String>,
    pub(crate) commands: Vec<String>,
    pub(crate) n_connections: usize,
    n_commands: watch::Sender<usize>,
}

impl Relay {
    pub(crate) fn settings(&self) -> SmtpSettings {
        SmtpSettings::new("127.0.0.1", self.address.port(), self.tls)
    }

    pub(crate) fn transport(&self) -> SmtpTransport {
        SmtpTransport::new(self.settings())
    }

    /// Settings for a relay that will do `act`: where it hangs or never ends, every step is given up after 300 ms.
    pub(crate) fn settings_for(&self, act: &Act) -> SmtpSettings {
        if !matches!(act, Act::Hang | Act::Trickle) {
            return self.settings();
        }
        let limit = Duration::from_millis(300);
        let timeouts = Timeouts { connect: limit, command: limit, body: limit, dot: limit };
        SmtpSettings { timeouts, ..self.settings() }
    }

    pub(crate) fn transport_for(&self, act: &Act) -> SmtpTransport {
        SmtpTransport::new(self.settings_for(act))
    }

    pub(crate) fn ledger(&self) -> Ledger {
        self.ledger.lock().unwrap().clone()
    }

    /// How many commands the relay has been given, and whoever waits for more of them.
    pub(crate) fn commands_seen(&self) -> watch::Receiver<usize> {
        self.ledger.lock().unwrap().n_commands.subscribe()
    }

    /// Returns once the relay hangs, as scripted.
    pub(crate) async fn hangs(&self) {
        self.hanging.notified().await;
    }
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {
    fn reset(&self) -> io::Result<()>;
}

impl Stream for TcpStream {
    fn reset(&self) -> io::Result<()> {
        self.set_zero_linger()
    }
}

impl Stream for TlsStream<TcpStream> {
    fn reset(&self) -> io::Result<()> {
        self.get_ref().0.set_zero_linger()
    }
}

/// One connection's side of the relay.
struct Host {
    script: Arc<Mutex<Script>>,
    ledger: Arc<Mutex<Ledger>>,
    hanging: Arc<Notify>,
}

/// Whether the conversation goes on, and what was said last.
type Said = io::Result<String>;

impl Host {
    async fn serve(self, stream: TcpStream) -> io::Result<()> {
        let (tls, acceptor, extensions) = {
            let script = self.script.lock().unwrap();
            (script.tls, script.acceptor.clone(), script.extensions.clone())
        };
        if tls == Tls::Implicit {
            let stream = acceptor.unwrap().accept(stream).await?;
            return self.converse(stream, &extensions).await.map(drop);
        }
        let plain_extensions = if tls == Tls::StartTls { vec!["STARTTLS"] } else { extensions.clone() };
        let stream = self.converse(stream, &plain_extensions).await?;
        let stream = acceptor.unwrap().accept(stream).await?;
        let mut line = BufReader::new(stream);
        self.commands(&mut line, &extensions).await.map(drop)
    }

    /// Greets, and obeys until the end or STARTTLS.
    async fn converse<S: Stream>(&self, stream: S, extensions: &[&str]) -> io::Result<S> {
        let mut line = BufReader::new(stream);
        self.act(&mut line, Step::Greeting, "220 relay.example ESMTP").await?;
        self.commands(&mut line, extensions).await?;
        Ok(line.into_inner())
    }

    async fn commands<S: Stream>(&self, line: &mut BufReader<S>, extensions: &[&str]) -> io::Result<()> {
        let (mut has_mail, mut has_recipient) = (false, false);
        loop {
            let command = self.read_command(line).await?;
            match command.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => {
                    let mut lines = vec!["250-relay.example"];
                    lines.extend(extensions);
                    let last = lines.pop().unwrap();
                    let last = last.trim_start_matches("250-");
                    let before = lines.join("\r\n250-");
                    let before = if before.is_empty() { before } else { before + "\r\n" };
                    self.act(line, Step::Ehlo, &format!("{before}250 {last}")).await?;
                }
                "STARTTLS" => {
                    if self.act(line, Step::StartTls, "220 go ahead").await?.starts_with("220") {
                        return Ok(());
                    }
                }
                "AUTH" => self.authenticate(line, &command).await?,
                "MAIL" if has_mail => line.write_all(b"503 5.5.1 nested MAIL\r\n").await?,
                "MAIL" => has_mail = self.act(line, Step::Mail, "250 2.1.0 Ok").await?.starts_with('2'),
                "RCPT" => has_recipient = self.act(line, Step::Rcpt, "250 2.1.5 Ok").await?.starts_with('2'),
                "RSET" => {
                    (has_mail, has_recipient) = (false, false);
                    self.act(line, Step::Rset, "250 2.0.0 Ok").await?;
                }
                "DATA" => {
                    let right = if has_recipient { "354 go ahead" } else { "554 5.5.1 no valid recipients" };
                    if self.act(line, Step::Data, right).await?.starts_with("354") {
                        self.take_mail(line).await?;
                        (has_mail, has_recipient) = (false, false);
                    }
                }
                "QUIT" => {
                    self.act(line, Step::Quit, "221 2.0.0 Bye").await?;
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                _ => line.write_all(b"500 5.5.2 what?\r\n").await?,
            }
        }
    }

    async fn authenticate<S: Stream>(&self, line: &mut BufReader<S>, command: &str) -> io::Result<()> {
        if command == "AUTH LOGIN" {
            for challenge in ["334 VXNlcm5hbWU6\r\n", "334 UGFzc3dvcmQ6\r\n"] {
                line.write_all(challenge.as_bytes()).await?;
                self.read_command(line).await?;
            }
        }
        self.act(line, Step::Auth, "235 2.7.0 welcome").await.map(drop)
    }

    async fn take_mail<S: Stream>(&self, line: &mut BufReader<S>) -> io::Result<()> {
        if self.has_act(Step::Body) {
            line.read_exact(&mut [0; 64]).await?;
            self.act(line, Step::Body, "").await?;
            return self.hang().await;
        }
        let mut mail = String::new();
        loop {
            let n_before = mail.len();
            if line.read_line(&mut mail).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            match &mail[n_before..] {
                ".\r\n" => {
                    mail.truncate(n_before);
                    break;
                }
                text if text.starts_with('.') => drop(mail.remove(n_before)),
                _ => {}
            }
        }
        let n_accepted = self.ledger.lock().unwrap().accepted.len() + 1;
        // The ledger comes first: what is written there cannot be taken back by a broken line.
        if !self.has_act(Step::Dot) {
            self.ledger.lock().unwrap().accepted.push(mail);
        }
        self.act(line, Step::Dot, &format!("250 2.0.0 Ok: queued as {n_accepted}")).await?;
        if self.has_act(Step::Idle) {
            self.act(line, Step::Idle, "").await?;
        }
        Ok(())
    }

    async fn read_command<S: Stream>(&self, line: &mut BufReader<S>) -> io::Result<String> {
        let mut command = String::new();
        if line.read_line(&mut command).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let command = command.trim_end_matches("\r\n").to_owned();
        let ledger = &mut self.ledger.lock().unwrap();
        ledger.commands.push(command.clone());
        ledger.n_commands.send_replace(ledger.commands.len());
        Ok(command)
    }

    fn has_act(&self, step: Step) -> bool {
        let script = self.script.lock().unwrap();
        script.acts.get(&step).is_some_and(|acts| !acts.is_empty())
    }

    /// Does what the script has for `step`, or else says what is `right`.
    async fn act<S: Stream>(&self, line: &mut BufReader<S>, step: Step, right: &str) -> Said {
        let act = {
            let mut script = self.script.lock().unwrap();
            let next = script.acts.get_mut(&step).and_then(VecDeque::pop_front);
            next.or_else(|| script.always.get(&step).cloned())
        };
        let text = match act.unwrap_or_else(|| Act::say(right)) {
            Act::Say(text) => {
                line.write_all(&text).await?;
                text
            }
            Act::Drip(text) => {
                for byte in &text {
                    line.write_all(&[*byte]).await?;
                    line.flush().await?;
                    tokio::task::yield_now().await;
                }
                text
            }
            Act::SayAndClose(text) => {
                line.write_all(&text).await?;
                line.shutdown().await?;
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            Act::Close => {
                line.shutdown().await?;
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            Act::Reset => {
                line.get_ref().reset()?;
                return Err(io::ErrorKind::ConnectionReset.into());
            }
            Act::Trickle => {
                for byte in b"250-2.0.0 and so on\r\n".iter().cycle() {
                    line.write_all(&[*byte]).await?;
                    line.flush().await?;
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                unreachable!("the cycle has no end")
            }
            Act::Hang => {
                self.hang().await?;
                Vec::new()
            }
        };
        line.flush().await?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    async fn hang(&self) -> io::Result<()> {
        self.hanging.notify_one();
        std::future::pending().await
    }
}
