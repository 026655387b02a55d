//! The arguments of the program.

mod check;
mod help;
mod private;
mod outbox;
mod suppress;
mod preview;

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgAction, Args as ArgGroup, CommandFactory as _, Parser, Subcommand, ValueEnum, ValueHint};

pub(crate) use self::check::{Check, FindingsFormat};
pub(crate) use self::outbox::{Bounces, Desk, Doubt, Explain, Purge, Status, Withdraw};
pub(crate) use self::preview::Preview;
pub(crate) use self::suppress::{Import, Suppress};

use self::private::{StoreUrlParser, TransportParser};
use crate::config::{Rate, StoreUrl, Transport};

/// Tells account administrators, in their own language, that a payment failed and how to put it right.
#[derive(Debug, Parser)]
#[command(name = "pastdue", version, after_help = help::EXAMPLES, disable_help_subcommand = true, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = false)]
pub(crate) struct Args {
    /// The configuration file [default: `PASTDUE_CONFIG`, else `pastdue.toml` if there is one]
    #[arg(long, display_order = 100, value_name = "FILE", global = true, value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// Tell more on standard error; twice tells most
    #[arg(short, long, display_order = 100, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Mail every past-due account in the input
    #[command(after_help = help::SEND_EXAMPLES)]
    Send(Send),
    /// Put every past-due account in the input into the outbox, for `work` to mail
    #[command(after_help = help::ENQUEUE_EXAMPLES)]
    Enqueue(Enqueue),
    /// Mail what is in the outbox, for ever
    #[command(after_help = help::WORK_EXAMPLES)]
    Work(Work),
    /// Count what is in the outbox, by state, locale, kind and domain
    #[command(after_help = help::STATUS_EXAMPLES)]
    Status(Status),
    /// Tell all that is known of one notice, and what happens to it next
    #[command(after_help = help::EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the notices of which nobody knows whether they were sent, or settle them
    #[command(after_help = help::DOUBT_EXAMPLES)]
    Doubt(Doubt),
    /// Take notices back that have not left yet, because the account has paid
    #[command(after_help = help::WITHDRAW_EXAMPLES)]
    Withdraw(Withdraw),
    /// Keep the list of addresses that are never mailed
    #[command(after_help = help::SUPPRESS_EXAMPLES, subcommand)]
    Suppress(Suppress),
    /// Read mails that came back, note them, and suppress addresses that fail for good
    #[command(after_help = help::BOUNCES_EXAMPLES)]
    Bounces(Bounces),
    /// Remove the personal data of notices that came to their end long ago
    #[command(after_help = help::PURGE_EXAMPLES)]
    Purge(Purge),
    /// Write one notice to standard output or a folder, without sending it
    #[command(after_help = help::RENDER_EXAMPLES)]
    Render(Render),
    /// Show every mail in every language in a browser, live, and edit its sentences there
    #[command(after_help = help::PREVIEW_EXAMPLES)]
    Preview(Preview),
    /// Find what is wrong with catalogs, before a customer reads it
    #[command(after_help = help::CHECK_EXAMPLES)]
    Check(Check),
    /// Print the configuration in force, and where each value comes from
    #[command(after_help = help::CONFIG_EXAMPLES)]
    Config(ShowConfig),
    /// Print the completions for a shell
    #[command(after_help = help::COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page
    #[command(after_help = help::MAN_EXAMPLES)]
    Man(Man),
}

/// Folders whose files come before those that are built in.
#[derive(Debug, ArgGroup)]
pub(crate) struct Overlays {
    /// A folder of catalogs, <tag>/*.ftl, that come before those built in
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) locales: Option<PathBuf>,
    /// A folder of templates that come before those built in
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) templates: Option<PathBuf>,
}

/// `pastdue send`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Send {
    /// Files of past-due rows; `-` or none reads standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Write every mail and send none
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Stop after this many rows
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) limit: Option<u64>,
    /// How many connections to the relay are open at once, 1 to 64 [default: relay.connections, which is 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(crate) connections: Option<u8>,
    /// At most how many mails go to each relay, such as 100/s, 600/m or 5000/h [default: relay.rate, which is unlimited]
    #[arg(long, value_name = "RATE", value_parser = parse_rate)]
    pub(crate) rate: Option<Rate>,
    /// How mails leave [default: transport of the configuration]
    ///
    /// maildir:DIR puts them into a folder.
    /// smtp takes the relay of the configuration, with its login.
    /// smtps://HOST:PORT takes the relay there over TLS, and smtp://HOST:PORT over STARTTLS, or,
    /// on loopback, unprotected; neither logs in. Without a PORT it is 465, 587 or, on loopback, 25.
    #[arg(long, value_name = "TRANSPORT", value_parser = TransportParser)]
    pub(crate) transport: Option<Transport>,
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: outbox.url of the configuration]
    #[arg(long, value_name = "URL", value_parser = StoreUrlParser)]
    pub(crate) outbox: Option<StoreUrl>,
    /// Go on until nothing is left, mails that were put off included
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) wait: bool,
    /// A file for the outcome of each row, one JSON object a line; it must not be there yet
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) outcomes: Option<PathBuf>,
    /// What the input is; auto looks at its beginning
    #[arg(long, value_name = "INPUT", value_enum, default_value_t)]
    pub(crate) input: Input,
    /// How the report is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Overlays.
    #[command(flatten)]
    pub(crate) overlays: Overlays,
}

/// `pastdue enqueue`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Enqueue {
    /// Files of past-due rows; `-` or none reads standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: outbox.url of the configuration]
    #[arg(long, value_name = "URL", value_parser = StoreUrlParser)]
    pub(crate) outbox: Option<StoreUrl>,
    /// What the input is; auto looks at its beginning
    #[arg(long, value_name = "INPUT", value_enum, default_value_t)]
    pub(crate) input: Input,
    /// How the report is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// `pastdue work`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Work {
    /// The outbox, `sqlite:PATH` or `postgres://USER@HOST/DATABASE` [default: outbox.url of the configuration]
    #[arg(long, value_name = "URL", value_parser = StoreUrlParser)]
    pub(crate) outbox: Option<StoreUrl>,
    /// How many connections to the relay are open at once, 1 to 64 [default: relay.connections, which is 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(crate) connections: Option<u8>,
    /// At most how many mails go to each relay, such as 100/s, 600/m or 5000/h [default: relay.rate, which is unlimited]
    #[arg(long, value_name = "RATE", value_parser = parse_rate)]
    pub(crate) rate: Option<Rate>,
    /// How mails leave, as for `send` [default: transport of the configuration]
    #[arg(long, value_name = "TRANSPORT", value_parser = TransportParser)]
    pub(crate) transport: Option<Transport>,
    /// Serve /metrics for Prometheus and /healthz at this address, or at this port on loopback [without ADDR: port 9464]
    #[arg(long, value_name = "ADDR", num_args = 0..=1, default_missing_value = "9464", value_parser = parse_address)]
    pub(crate) metrics: Option<SocketAddr>,
    /// Overlays.
    #[command(flatten)]
    pub(crate) overlays: Overlays,
}

/// `pastdue render`.
#[derive(Debug, ArgGroup)]
#[group(skip)]
pub(crate) struct Render {
    /// What to render.
    #[command(flatten)]
    pub(crate) given: Given,
    /// The locale to write in, or a language to choose the nearest for; may be repeated [default: the notice's own]
    #[arg(long, value_name = "TAG", conflicts_with = "all_locales")]
    pub(crate) locale: Vec<String>,
    /// Write in every locale
    #[arg(long)]
    pub(crate) all_locales: bool,
    /// Which part of the mail, or which text beside it
    #[arg(long, value_name = "PART", value_enum, default_value_t)]
    pub(crate) part: Part,
    /// How an alert (text, html) or an article (markdown, html) is written [default: the first of them]
    #[arg(long, value_name = "MARKUP", value_enum)]
    pub(crate) markup: Option<Markup>,
    /// A folder to write files into, in place of standard output
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: Option<PathBuf>,
    /// How the result is printed; json adds the locale and why it was chosen
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Overlays.
    #[command(flatten)]
    pub(crate) overlays: Overlays,
}

/// What to render: exactly one of these.
#[derive(Debug, ArgGroup)]
#[group(required = true, multiple = false)]
pub(crate) struct Given {
    /// A file with one notice as JSON; `-` reads standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) notice: Option<PathBuf>,
    /// One of the samples that are built in
    #[arg(long, value_name = "NAME")]
    pub(crate) sample: Option<String>,
    /// Print the names of the samples
    #[arg(long)]
    pub(crate) list_samples: bool,
}

/// `pastdue config`.
#[derive(Debug, ArgGroup)]
pub(crate) struct ShowConfig {
    /// How the values are printed; human is TOML that can be loaded again
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// `pastdue completions`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// `pastdue man`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Man {
    /// A folder to write all pages into, one for each command
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: Option<PathBuf>,
}

/// For whom the output is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

/// What rows are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// Whichever the input looks like.
    #[default]
    Auto,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values under a header row.
    Csv,
}

/// What of a notice is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The subject of the mail.
    Subject,
    /// The line that a mailbox shows beside the subject.
    Preheader,
    /// The plain text of the mail.
    #[default]
    Text,
    /// The HTML of the mail.
    Html,
    /// The whole mail, as it would be sent.
    Eml,
    /// The paragraph that the account portal shows.
    Alert,
    /// The help article, with every case.
    Article,
}

/// What an alert or an article is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Markup {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

impl Part {
    /// The markups in which the part can be written, the usual one first; none if it has but one form.
    #[must_use]
    pub(crate) fn markups(self) -> &'static [Markup] {
        match self {
            Part::Alert => &[Markup::Text, Markup::Html],
            Part::Article => &[Markup::Markdown, Markup::Html],
            Part::Subject | Part::Preheader | Part::Text | Part::Html | Part::Eml => &[],
        }
    }
}

impl Render {
    /// The markup to write in, if the part has several.
    #[must_use]
    pub(crate) fn markup(&self) -> Option<Markup> {
        self.markup.or_else(|| self.part.markups().first().copied())
    }
}

impl Args {
    /// Reads the arguments, the first of which is the program's name.
    ///
    /// # Errors
    ///
    /// What is wrong with them, or the text that `--help` and `--version` ask for.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Args, clap::Error> {
        let args = Args::try_parse_from(arguments)?;
        if let Command::Render(render) = &args.command
            && let Some(markup) = render.markup
            && !render.part.markups().contains(&markup)
        {
            return Err(bad_markup(render.part, markup));
        }
        Ok(args)
    }
}

fn bad_markup(part: Part, markup: Markup) -> clap::Error {
    let markups: Vec<_> = part.markups().iter().map(|markup| format!("`{}`", name(markup))).collect();
    let hint =
        if markups.is_empty() { "leave it out".to_owned() } else { format!("use {}", markups.join(" or ")) };
    let what = format!("`--markup {}` does not go with `--part {}`: {hint}", name(&markup), name(&part));
    let mut command = Args::command();
    command.build();
    let render = command.find_subcommand_mut("render");
    match render {
        Some(render) => render.error(ErrorKind::ArgumentConflict, what),
        None => clap::Error::raw(ErrorKind::ArgumentConflict, what),
    }
}

fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn parse_address(text: &str) -> Result<SocketAddr, &'static str> {
    let port = text.parse().map(|port: u16| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    port.or_else(|_| text.parse())
        .map_err(|_| "expected an address and a port, such as `0.0.0.0:9464`, or a port")
}

fn parse_rate(text: &str) -> Result<Rate, String> {
    text.parse().map_err(|expected| format!("expected {expected}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_finds_no_fault_with_the_arguments() {
        Args::command().debug_assert();
    }
}
