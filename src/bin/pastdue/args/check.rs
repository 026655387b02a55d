//! The arguments of `pastdue check`.

use std::path::PathBuf;

use clap::{Args as ArgGroup, ValueEnum, ValueHint};

/// `pastdue check`.
#[derive(Debug, ArgGroup)]
pub(crate) struct Check {
    /// A folder of catalogs, <tag>/*.ftl, in place of those built in
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) locales: Option<PathBuf>,
    /// A folder of templates, in place of those built in. Without it, given --locales, their rules are left out
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) templates: Option<PathBuf>,
    /// What the program provides, in JSON [default: what this program does]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) contract: Option<PathBuf>,
    /// Show the findings of this locale alone; may be repeated
    #[arg(long, value_name = "TAG")]
    pub(crate) locale: Vec<String>,
    /// How the findings are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) format: FindingsFormat,
    /// Exit with 1 on findings of this rule, or on `warning`s too; errors always do. May be repeated
    #[arg(long, value_name = "RULE")]
    pub(crate) deny: Vec<String>,
    /// Leave out the findings of this rule; may be repeated
    #[arg(long, value_name = "RULE")]
    pub(crate) allow: Vec<String>,
    /// Exit with 1 if less than this of a locale is translated; all that --locale names, if it does
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(crate) min_coverage: Option<u8>,
    /// Take translations as they are, all or those of a locale or one message: they are not stale any more.
    /// Written to l10n.lock in the folder of --locales
    #[arg(long, value_names = ["LOCALE", "ID"], num_args = 0..=2, requires = "locales")]
    pub(crate) accept: Option<Vec<String>>,
    /// Put right what needs no translator, such as spaces, quotes and encoding, in the files of --locales
    #[arg(long, requires = "locales", conflicts_with = "accept")]
    pub(crate) fix: bool,
    /// Print what --fix would change, and change nothing; exit with 1 if there is something
    #[arg(long, requires = "locales", conflicts_with = "accept")]
    pub(crate) diff: bool,
    /// Print the page of a rule
    #[arg(long, value_name = "RULE")]
    pub(crate) explain: Option<String>,
    /// Print what the program provides, in the form that --contract reads
    #[arg(long)]
    pub(crate) print_contract: bool,
}

impl Check {
    /// Whether what needs no translator is put right, or shown as it would be.
    pub(crate) fn fixes(&self) -> bool {
        self.fix || self.diff
    }
}

/// For whom findings are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// For people: a frame each, and a table of how far each locale is.
    #[default]
    Human,
    /// For programs: an array with an object each.
    Json,
    /// For GitHub Actions: annotations in a pull request.
    Github,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For build servers: a report as `JUnit` writes it.
    Junit,
}
