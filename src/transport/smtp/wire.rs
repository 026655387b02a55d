//! The stream under lettre's SMTP client, which the session holds too.

use std::future::poll_fn;
use std::io;
use std::mem::MaybeUninit;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use memchr::memmem;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::failpoint;
use crate::transport::smtp::lines::Lines;

/// What follows a body.
pub(super) const DOT: &[u8] = b"\r\n.\r\n";

/// The line to the relay, shared between lettre and the session.
///
/// Writes are gathered until the next read, and counted, so that it is known what may have left.
/// Reads hand out one line at a time, so that bytes beyond a reply are seen before they are believed.
#[derive(Debug, Clone)]
pub(super) struct Wire(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// `None` once the socket has been taken for TLS.
    socket: Option<Socket>,
    peer: SocketAddr,
    outgoing: Vec<u8>,
    n_written: usize,
    is_flushed: bool,
    n_turns: usize,
    lines: Lines,
    /// A line that lettre has not read to its end.
    line: Vec<u8>,
    /// All lines since something was last written.
    said: String,
    waits_for_goodbye: bool,
}

/// The line as it is, or encrypted.
#[derive(Debug)]
pub(super) enum Socket {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// What the relay did when it was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Interruption {
    Closed,
    Spoke,
}

impl Wire {
    pub(super) fn new(socket: Socket, peer: SocketAddr) -> Wire {
        Wire(Arc::new(Mutex::new(State {
            socket: Some(socket),
            peer,
            outgoing: Vec::new(),
            n_written: 0,
            is_flushed: true,
            n_turns: 0,
            lines: Lines::default(),
            line: Vec::new(),
            said: String::new(),
            waits_for_goodbye: false,
        })))
    }

    /// lettre waits for a greeting, but after STARTTLS there is none (RFC 3207, section 4.2).
    pub(super) fn greeted(self) -> Wire {
        self.state().line = b"220 \r\n".to_vec();
        self
    }

    /// From now on the reply to QUIT is waited for. While lettre connects it is not:
    /// it answers a refused EHLO by QUIT, and a relay that stays silent would cost us the reason.
    pub(super) fn wait_for_goodbye(&self) {
        self.state().waits_for_goodbye = true;
    }

    /// How many times something was written after something was read.
    pub(super) fn n_turns(&self) -> usize {
        self.state().n_turns
    }

    /// All that the relay has said since something was last written.
    pub(super) fn said(&self) -> String {
        self.state().said.clone()
    }

    /// Writes a body and the dot that ends it; a dot at the beginning of a line is doubled (RFC 5321, section 4.5.2).
    pub(super) fn write_body(&self, body: &[u8]) {
        let mut state = self.state();
        state.append(b"");
        state.outgoing.reserve(body.len() + 64);
        let mut copied = 0;
        for at in dots(body) {
            state.outgoing.extend_from_slice(&body[copied..at]);
            state.outgoing.push(b'.');
            copied = at;
        }
        state.outgoing.extend_from_slice(&body[copied..]);
        state.outgoing.extend_from_slice(DOT);
    }

    /// How many of the bytes written last have surely not left.
    pub(super) fn n_unsent(&self) -> usize {
        let state = self.state();
        state.outgoing.len() - state.n_written
    }

    /// Whether all that was written has left.
    pub(super) fn is_sent(&self) -> bool {
        self.state().is_sent()
    }

    /// Whether the relay has hung up, or has said more than it was asked. Does not wait.
    pub(super) async fn interruption(&self) -> Option<Interruption> {
        poll_fn(|context| Poll::Ready(self.state().interruption(context))).await
    }

    /// Takes the socket out, to encrypt it.
    pub(super) fn take_socket(&self) -> Option<Socket> {
        self.state().socket.take()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("nothing panics while it holds the lock")
    }
}

impl State {
    fn is_sent(&self) -> bool {
        self.n_written == self.outgoing.len() && self.is_flushed
    }

    fn append(&mut self, bytes: &[u8]) {
        if self.is_sent() {
            self.outgoing.clear();
            self.n_written = 0;
            self.n_turns += 1;
            self.lines.start_turn();
            self.said.clear();
        }
        self.is_flushed = false;
        self.outgoing.extend_from_slice(bytes);
    }

    fn poll_send(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.n_written < self.outgoing.len() {
            let socket = socket(&mut self.socket)?;
            let unsent = &self.outgoing[self.n_written..];
            let n_written = ready!(socket.poll_write(context, failpoint::first_part(unsent)))?;
            if n_written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.n_written += n_written;
            if n_written < unsent.len() && self.outgoing.ends_with(b"\r\n.\r\n") {
                failpoint::reach("mid-body");
            }
        }
        if !self.is_flushed {
            ready!(socket(&mut self.socket)?.poll_flush(context))?;
            self.is_flushed = true;
        }
        Poll::Ready(Ok(()))
    }

    /// Makes a line ready; gives `false` at the end of the stream.
    fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        loop {
            if !self.line.is_empty() {
                return Poll::Ready(Ok(true));
            }
            if let Some(line) = self.lines.next()? {
                self.said.push_str(&String::from_utf8_lossy(&line));
                self.line = line;
            } else if ready!(self.poll_receive(context))? == 0 {
                return Poll::Ready(Ok(false));
            }
        }
    }

    fn poll_receive(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let mut chunk = [MaybeUninit::uninit(); 4096];
        let mut chunk = ReadBuf::uninit(&mut chunk);
        ready!(socket(&mut self.socket)?.poll_read(context, &mut chunk))?;
        self.lines.push(chunk.filled())?;
        Poll::Ready(Ok(chunk.filled().len()))
    }

    fn interruption(&mut self, context: &mut Context<'_>) -> Option<Interruption> {
        if !self.line.is_empty() || !self.lines.is_empty() {
            return Some(Interruption::Spoke);
        }
        match self.poll_receive(context) {
            Poll::Pending => None,
            Poll::Ready(Ok(1..)) => Some(Interruption::Spoke),
            Poll::Ready(Ok(0) | Err(_)) => Some(Interruption::Closed),
        }
    }
}

/// Where a line begins with a dot.
fn dots(body: &[u8]) -> impl Iterator<Item = usize> {
    let first = body.starts_with(b".").then_some(0);
    first.into_iter().chain(memmem::find_iter(body, b"\r\n.").map(|at| at + 2))
}

fn socket(socket: &mut Option<Socket>) -> io::Result<&mut Socket> {
    socket.as_mut().ok_or_else(|| io::ErrorKind::NotConnected.into())
}

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.state().peer)
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        target: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let state = &mut *self.state();
        let sent = state.poll_send(context);
        if state.outgoing == b"QUIT\r\n" && !state.waits_for_goodbye {
            return sent;
        }
        // A relay may refuse a mail before it has read it all, and then read no further or hang up:
        // its reply is worth more than the failed write.
        let is_line = match (sent, state.poll_line(context)) {
            (_, Poll::Ready(Ok(true))) => true,
            (Poll::Ready(Err(err)), _) => return Poll::Ready(Err(err)),
            (_, line) => ready!(line)?,
        };
        if is_line {
            let n_bytes = state.line.len().min(target.remaining());
            target.put_slice(&state.line[..n_bytes]);
            state.line.drain(..n_bytes);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.state().append(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if let Some(socket) = &mut self.state().socket {
            // One try is enough: the socket is closed next.
            let _ = socket.poll_shutdown(context);
        }
        Poll::Ready(Ok(()))
    }
}

impl Socket {
    fn poll_read(&mut self, context: &mut Context<'_>, target: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self {
            Socket::Plain(stream) => Pin::new(stream).poll_read(context, target),
            Socket::Tls(stream) => Pin::new(stream).poll_read(context, target),
        }
    }

    fn poll_write(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self {
            Socket::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            Socket::Tls(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Socket::Plain(stream) => Pin::new(stream).poll_flush(context),
            Socket::Tls(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Socket::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Socket::Tls(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_that_begins_with_a_dot_is_found_wherever_it_is() {
        for n in [0, 1, 2, 253, 254, 255, 256, 257, 510, 511, 512, 513] {
            let line = format!("{}\r\n", "x".repeat(n));
            let body = format!("{line}..a.\r\n.\r\n{line}.");
            let at = line.len();
            let expected = [at, at + 6, at + 9 + line.len()];
            assert_eq!(dots(body.as_bytes()).collect::<Vec<_>>(), expected, "{n}");
        }
        assert_eq!(dots(b".\n.\r.").collect::<Vec<_>>(), [0], "only CRLF ends a line");
        assert_eq!(dots(b"").count(), 0);
    }
}
