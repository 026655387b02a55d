//! Holds your own templates in snapshots: every sample in every language, one file each.
//! In a test you would hand the text to `insta::assert_snapshot!` in place of writing a file.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use std::error::Error;
use std::fs;
use std::sync::Arc;

use pastdue::template::{Links, Overlay, Site};
use pastdue::{Catalog, Templates, sample};

fn main() -> Result<(), Box<dyn Error>> {
    let footer =
        "{% extends \"base.txt\" %}\n{% block footer %}-- \nA footer of our own.\n{% endblock footer %}";
    let overlay = Overlay { name: "payment-failed/body.txt".into(), text: footer.into() };
    let site = Site {
        brand: "Example Cloud".into(),
        logo: None,
        links: Links::on_host("account.example.com")?,
        retention_days: 90,
    };
    let templates = Templates::load(Arc::new(Catalog::builtin("Example Cloud")?), site, &[overlay])?;
    let folder = std::env::temp_dir().join("pastdue-snapshots");
    fs::create_dir_all(&folder)?;
    for sample in sample::all() {
        for locale in templates.catalog().offered(sample.notice.kind()) {
            let content = templates.render(&sample.notice, locale)?;
            fs::write(folder.join(format!("{}@{locale}.txt", sample.name)), content.text)?;
        }
    }
    println!("wrote the text of every sample into {}", folder.display());
    Ok(())
}
