//! From a row to a mail, step by step, on one core.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use divan::Bencher;
use jiff::Timestamp;
use pastdue::template::{Links, Site};
use pastdue::{Address, Catalog, Content, Locale, Message, Notice, Sender, Templates, sample};

const LOCALES: [&str; 5] = ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"];

fn main() {
    divan::main();
}

fn templates() -> Templates {
    let site = Site {
        brand: "Example Cloud".into(),
        logo: None,
        links: Links::on_host("account.example.com").expect("a host"),
        retention_days: 90,
    };
    let catalog = Catalog::builtin("Example Cloud").expect("the built-in catalog loads");
    Templates::builtin(Arc::new(catalog), site).expect("the built-in templates load")
}

fn notice() -> Notice {
    sample::named("payment-failed-declined").expect("a sample").notice
}

fn sender() -> Sender {
    Sender {
        address: Address::new("billing@billing.example.com").expect("an address"),
        reply_to: None,
        name: "Example Cloud Billing".into(),
        names: BTreeMap::new(),
        tenant: "example-cloud".into(),
        dkim: None,
        bounces: None,
    }
}

/// A notice to its content: subject, text, HTML.
#[divan::bench(args = LOCALES)]
fn render(bencher: Bencher, tag: &str) {
    let (templates, notice, locale) = (templates(), notice(), tag.parse::<Locale>().expect("a tag"));
    bencher.bench_local(|| templates.render(black_box(&notice), &locale).expect("the sample renders"));
}

/// Content to the bytes of the mail.
#[divan::bench(args = LOCALES)]
fn compose(bencher: Bencher, tag: &str) {
    let (templates, notice, locale) = (templates(), notice(), tag.parse::<Locale>().expect("a tag"));
    let content: Content = templates.render(&notice, &locale).expect("the sample renders");
    let (sender, date) = (sender(), Timestamp::constant(1_795_000_000, 0));
    bencher.bench_local(|| {
        Message::compose(&notice, black_box(&content), &sender, date).expect("the sample composes")
    });
}

/// A row of input to a notice.
#[divan::bench]
fn parse(bencher: Bencher) {
    let row = include_str!("../examples/past-due.jsonl").lines().next().unwrap_or_default();
    bencher.bench_local(|| Notice::from_json(black_box(row.as_bytes())).expect("the example is valid"));
}

/// The start of the program: catalogs, checks, templates, styles.
#[divan::bench]
fn load() -> Templates {
    templates()
}
