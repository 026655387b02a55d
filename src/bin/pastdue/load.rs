//! What every mail is made from: catalogs and templates, those of the user before those built in.

use std::path::Path;
use std::sync::Arc;

use anyhow::ensure;
use pastdue::catalog::{self, Catalog};
use pastdue::template::{self, Templates};

use crate::config::Config;

/// Loads the templates with the catalogs that fill them; files of the folders `locales` and `templates` come
/// before those built in.
///
/// # Errors
///
/// If a folder cannot be read or holds nothing of use, a catalog or a template is wrong, or the configuration
/// names a locale that the catalogs do not have.
pub(crate) fn load_templates(
    config: &Config,
    locales: Option<&Path>,
    templates: Option<&Path>,
) -> anyhow::Result<Templates> {
    let mut sources = catalog::builtin();
    if let Some(folder) = locales {
        let overlay = catalog::read_folder(folder)?;
        let shown = folder.display();
        ensure!(
            !overlay.is_empty(),
            "there is no catalog in `{shown}`: expected files such as `nl-NL/mail.ftl`"
        );
        sources.extend(overlay);
    }
    let site = config.site();
    let catalog = Catalog::load(&site.brand, &sources)?;
    config.check_locales(&catalog)?;
    let overlays = templates.map(template::read_folder).transpose()?;
    if let (Some(folder), Some([])) = (templates, overlays.as_deref()) {
        anyhow::bail!("there is no template in `{}`: expected files such as `base.html`", folder.display());
    }
    Ok(Templates::load(Arc::new(catalog), site, &overlays.unwrap_or_default())?)
}
