//! Renders one notice in the administrator's language and prints the plain text.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use std::error::Error;
use std::sync::Arc;

use pastdue::locale::negotiate;
use pastdue::template::{Links, Site};
use pastdue::{Catalog, Notice, Templates};

fn main() -> Result<(), Box<dyn Error>> {
    let row = std::env::args()
        .nth(1)
        .unwrap_or_else(|| include_str!("past-due.jsonl").lines().next().unwrap_or_default().into());
    let notice = Notice::from_json(row.as_bytes())?;
    let site = Site {
        brand: "Example Cloud".into(),
        logo: None,
        links: Links::on_host("account.example.com")?,
        retention_days: 90,
    };
    let templates = Templates::builtin(Arc::new(Catalog::builtin("Example Cloud")?), site)?;
    let offered = templates.catalog().offered(notice.kind());
    let negotiated = negotiate(&notice.account.administrator.locales, offered, &offered[0]);
    let content = templates.render(&notice, negotiated.locale)?;
    println!("{} ({})\n\n{}\n\n{}", content.locale, negotiated.why, content.subject, content.text);
    Ok(())
}
