//! `pastdue check`: what is wrong with catalogs.

mod accept;
mod replace;

use std::env;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use pastdue::check::{self, Contract, Sources};
use pastdue::diagnostic::{Diagnostic, Severity, human, json};

use crate::args::{Check, FindingsFormat};
use crate::{ATTENTION, print, tell};

/// Runs the command.
pub(crate) fn run(args: &Check) -> anyhow::Result<ExitCode> {
    if let Some(id) = &args.explain {
        print(known_rule(id)?.page().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let contract = match &args.contract {
        Some(path) => read_contract(path)?,
        None => Contract::ours(),
    };
    if args.print_contract {
        print(contract.to_json().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    for id in args.allow.iter().chain(args.deny.iter().filter(|id| *id != "warning")) {
        known_rule(id)?;
    }
    let sources = sources(args.locales.as_deref(), &contract)?;
    if let (Some(selected), Some(root)) = (&args.accept, &args.locales) {
        return accept::run(root, selected, sources, &contract);
    }
    let folders = &sources.folders;
    for tag in &args.locale {
        if !folders.iter().any(|folder| folder.tag == *tag) {
            let tags: Vec<&str> = folders.iter().map(|folder| folder.tag.as_str()).collect();
            bail!("there is no locale `{tag}`, only `{}`", tags.join("`, `"));
        }
    }
    let mut checked = check::check(sources, &contract);
    checked.diagnostics.retain(|found| is_asked_for(found, args));
    let found = &checked.diagnostics;
    match args.format {
        FindingsFormat::Human => {
            print(human::render(found, &checked.texts, is_colored()).as_bytes())?;
            tell(&sum(found));
        }
        FindingsFormat::Json => print(json::render(found, &checked.texts).as_bytes())?,
    }
    let is_denied = found.iter().any(|found| is_denied(found, args));
    Ok(if is_denied { ExitCode::from(ATTENTION) } else { ExitCode::SUCCESS })
}

fn is_asked_for(found: &Diagnostic, args: &Check) -> bool {
    let is_of_locale =
        args.locale.is_empty() || found.locale.as_ref().is_none_or(|locale| args.locale.contains(locale));
    is_of_locale && !args.allow.iter().any(|id| id == found.rule)
}

fn is_denied(found: &Diagnostic, args: &Check) -> bool {
    found.severity == Severity::Error || args.deny.iter().any(|id| id == "warning" || id == found.rule)
}

/// One line that adds up.
fn sum(found: &[Diagnostic]) -> String {
    let n_errors = found.iter().filter(|found| found.severity == Severity::Error).count();
    let n_warnings = found.len() - n_errors;
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    format!("{n_errors} error{}, {n_warnings} warning{}", plural(n_errors), plural(n_warnings))
}

fn known_rule(id: &str) -> anyhow::Result<&'static check::Rule> {
    if let Some(rule) = check::rule(id) {
        return Ok(rule);
    }
    match check::suggest(id) {
        Some(near) => bail!("there is no rule `{id}`; did you mean `{}`?", near.id),
        None => bail!("there is no rule `{id}`; docs/checks.md lists them"),
    }
}

fn read_contract(path: &Path) -> anyhow::Result<Contract> {
    let shown = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("failed to read the contract `{shown}`"))?;
    Contract::from_json(&text).with_context(|| format!("the contract `{shown}`"))
}

fn sources(locales: Option<&Path>, contract: &Contract) -> anyhow::Result<Sources> {
    let Some(root) = locales else { return Ok(check::builtin().into()) };
    let folders = check::read_folders(root)?;
    let (shown, source) = (root.display(), &contract.source_locale);
    if !folders.iter().any(|folder| folder.tag == *source) {
        bail!("there is no folder `{source}`, the source locale, in `{shown}`");
    }
    Ok(Sources { folders, lock: check::read_lock(root)? })
}

fn is_colored() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
