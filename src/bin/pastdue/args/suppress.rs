//! The arguments of `pastdue suppress`.

use std::path::PathBuf;

use clap::{Args as ArgGroup, Subcommand, ValueHint};
use pastdue::Address;

use super::outbox::Desk;
use super::private::AddressParser;

/// `pastdue suppress`.
#[derive(Debug, Subcommand)]
pub(crate) enum Suppress {
    /// Never mail these addresses again
    Add(Add),
    /// Never mail the addresses in a file again
    Import(Import),
    /// Mail these addresses again
    Remove(Remove),
    /// Print the list, or what it says of some addresses
    List(List),
}

/// `pastdue suppress add`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Add {
    /// The addresses; other users of the machine may see them here, and do not with `import -`
    #[arg(value_name = "ADDRESS", required = true, value_parser = AddressParser)]
    pub(crate) addresses: Vec<Address>,
    /// Why; it is printed by `list` and must hold no address
    #[arg(long, value_name = "TEXT", default_value = "added by an operator")]
    pub(crate) reason: String,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// `pastdue suppress import`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Import {
    /// A file with addresses, one a line; `-` reads standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// Why; it is printed by `list` and must hold no address
    #[arg(long, value_name = "TEXT", default_value = "imported")]
    pub(crate) reason: String,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// `pastdue suppress remove`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Remove {
    /// The addresses
    #[arg(value_name = "ADDRESS", required = true, value_parser = AddressParser)]
    pub(crate) addresses: Vec<Address>,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}

/// `pastdue suppress list`.
#[derive(Debug, ArgGroup)]
pub(crate) struct List {
    /// The addresses to look for, whole; without any, the list is printed, masked
    #[arg(value_name = "ADDRESS", value_parser = AddressParser)]
    pub(crate) addresses: Vec<Address>,
    /// Which outbox.
    #[command(flatten)]
    pub(crate) desk: Desk,
}
