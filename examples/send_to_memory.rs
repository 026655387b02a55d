//! Sends the example rows into memory and prints what would have left.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::sync::Arc;

use jiff::Timestamp;
use pastdue::mailer::{Entry, Stop};
use pastdue::notice::Reader;
use pastdue::report::Outcome;
use pastdue::template::{Links, Site};
use pastdue::transport::MemoryTransport;
use pastdue::{Address, Catalog, Mailer, Sender, Templates};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (brand, links) = ("Example Cloud".to_owned(), Links::on_host("account.example.com")?);
    let catalog = Arc::new(Catalog::builtin(&brand)?);
    let templates = Templates::builtin(catalog, Site { brand, logo: None, links, retention_days: 90 })?;
    let address = Address::new("billing@billing.example.com")?;
    let (name, tenant) = ("Example Cloud Billing".to_owned(), "example-cloud".to_owned());
    let sender =
        Sender { address, reply_to: None, name, names: BTreeMap::new(), tenant, dkim: None, bounces: None };
    let (default_locale, clock) = ("en-US".parse()?, || Timestamp::UNIX_EPOCH);
    let mailer = Mailer {
        templates,
        sender,
        default_locale,
        clock,
        success: Outcome::Sent,
        pauses: Vec::new(),
        stop: Stop::default(),
    };

    let rows = Reader::new(File::open("examples/past-due.csv")?, None)?;
    let entries = rows.map(|row| Ok(Entry { file: "past-due.csv".into(), row: row? }));
    let memory = MemoryTransport::new();
    let (report, ended) = Arc::new(mailer).send(entries, vec![memory.clone()], |_| ()).await;
    ended?;
    println!("{} mails, the first of {} bytes", report.n_emails(), memory.delivered()[0].as_bytes().len());
    Ok(())
}
