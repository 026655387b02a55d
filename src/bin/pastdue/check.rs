//! `pastdue check`: what is wrong with catalogs.

mod accept;
mod fix;
mod show;

use std::env;
use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use pastdue::check::{self, Contract, Folder, Sources};
use pastdue::diagnostic::{Diagnostic, Severity};

use crate::args::Check;
use crate::{ATTENTION, print};

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
    let sources = sources(args, &contract)?;
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
    let mut checked = if args.fixes() {
        let fixed = check::fix(sources, &contract, |found| is_asked_for(found, args));
        if args.diff {
            fix::show(&fixed)?;
            return Ok(if fixed.files.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(ATTENTION) });
        }
        fix::write(&fixed)?;
        fixed.checked
    } else if is_overlay(args, &sources.folders, &contract) {
        check::check_overlay(sources)
    } else {
        check::check(sources, &contract)
    };
    checked.diagnostics.retain(|found| is_asked_for(found, args));
    checked.coverage.retain(|of| args.locale.is_empty() || args.locale.contains(&of.locale));
    for of in &mut checked.coverage {
        of.count(&checked.diagnostics);
    }
    show::show(&checked, args)?;
    let is_behind = args.min_coverage.is_some_and(|least| !show::tell_behind(&checked.coverage, least));
    let is_denied = checked.diagnostics.iter().any(|found| is_denied(found, args));
    Ok(if is_denied || is_behind { ExitCode::from(ATTENTION) } else { ExitCode::SUCCESS })
}

fn is_asked_for(found: &Diagnostic, args: &Check) -> bool {
    let is_of_locale =
        args.locale.is_empty() || found.locale.as_ref().is_none_or(|locale| args.locale.contains(locale));
    is_of_locale && !args.allow.iter().any(|id| id == found.rule)
}

fn is_denied(found: &Diagnostic, args: &Check) -> bool {
    found.severity == Severity::Error || args.deny.iter().any(|id| id == "warning" || id == found.rule)
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

fn sources(args: &Check, contract: &Contract) -> anyhow::Result<Sources> {
    let templates = args.templates.as_deref().map(check::read_templates).transpose()?;
    let Some(root) = &args.locales else {
        let templates = Some(templates.unwrap_or_else(check::builtin_templates));
        return Ok(Sources { templates, ..check::builtin().into() });
    };
    let folders = check::read_folders(root)?;
    let (shown, source) = (root.display(), &contract.source_locale);
    let has_source = folders.iter().any(|folder| folder.tag == *source);
    if !has_source && !is_overlay(args, &folders, contract) {
        bail!("there is no folder `{source}`, the source locale, in `{shown}`");
    }
    Ok(Sources { folders, lock: check::read_lock(root)?, templates })
}

/// Whether the catalogs can only be meant to lie over those built in: they bring no source of their own.
fn is_overlay(args: &Check, folders: &[Folder], contract: &Contract) -> bool {
    let has_source = folders.iter().any(|folder| folder.tag == contract.source_locale);
    args.contract.is_none() && !args.fixes() && args.accept.is_none() && !folders.is_empty() && !has_source
}

/// Whether what is written to `stream` should have colours.
pub(crate) fn is_colored(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
