//! The arguments of `pastdue preview`.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::{Args as ArgGroup, ValueHint};

use super::Overlays;

/// `pastdue preview`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Preview {
    /// Overlays.
    #[command(flatten)]
    pub(crate) overlays: Overlays,
    /// Where to listen on this machine, an address of loopback or a port there; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:4277", value_parser = parse_address)]
    pub(crate) listen: SocketAddr,
    /// Open the browser too
    #[arg(long)]
    pub(crate) open: bool,
    /// Write nothing: neither translations nor the lock
    #[arg(long)]
    pub(crate) read_only: bool,
    /// Let the page send a sample to an address, by the transport of the configuration
    #[arg(long)]
    pub(crate) allow_send: bool,
    /// What opens a file: vscode, idea, zed, or a link of your own with {path}, {line} and {column} in it
    #[arg(long, value_name = "LINK", value_parser = parse_editor)]
    pub(crate) editor: Option<String>,
    /// Write every page into this folder, to be opened from disk, and end
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with_all = ["open", "allow_send", "editor"])]
    pub(crate) export: Option<PathBuf>,
}

fn parse_address(text: &str) -> Result<SocketAddr, &'static str> {
    let port = text.parse().map(|port: u16| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let address = port.or_else(|_| text.replace("localhost:", "127.0.0.1:").parse());
    let address: SocketAddr =
        address.map_err(|_| "expected an address such as `127.0.0.1:4277`, or a port")?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err(
            "the preview is for this machine alone: expected an address of loopback, such as `127.0.0.1:4277`",
        )
    }
}

fn parse_editor(text: &str) -> Result<String, &'static str> {
    const KNOWN: [(&str, &str); 3] = [
        ("vscode", "vscode://file{path}:{line}:{column}"),
        ("idea", "idea://open?file={path}&line={line}&column={column}"),
        ("zed", "zed://file{path}:{line}:{column}"),
    ];
    if let Some((_, link)) = KNOWN.iter().find(|(name, _)| *name == text) {
        return Ok((*link).to_owned());
    }
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|char: char| char.is_ascii_alphabetic())
            && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
            && !["javascript", "data", "vbscript"].contains(&scheme)
    };
    if scheme.is_some_and(|scheme| is_scheme(&scheme)) && text.contains("{path}") {
        Ok(text.to_owned())
    } else {
        Err("expected `vscode`, `idea`, `zed`, or a link such as `vscode://file{path}:{line}:{column}`")
    }
}
