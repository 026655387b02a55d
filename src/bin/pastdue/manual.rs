//! What the program says about itself to shells and to `man`.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::args::Args;

/// The script that completes the arguments in `shell`.
pub(crate) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "pastdue", &mut script);
    script
}

/// The main manual page, as roff.
///
/// # Errors
///
/// None that a page in memory can have.
pub(crate) fn page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut page)?;
    Ok(page)
}

/// Writes the main page and one for each command into `folder`, which is made if there is none.
///
/// # Errors
///
/// If the folder cannot be made or a page cannot be written.
pub(crate) fn pages(folder: &Path) -> anyhow::Result<()> {
    let context = || format!("failed to write manual pages into `{}`", folder.display());
    fs::create_dir_all(folder).with_context(context)?;
    clap_mangen::generate_to(Args::command(), folder).with_context(context)
}
