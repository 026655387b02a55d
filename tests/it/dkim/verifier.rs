//! Two implementations of RFC 6376 that are not ours.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use mail_auth::common::parse::TxtRecordParser as _;
use mail_auth::common::verify::DomainKey;
use mail_auth::hickory_resolver::config::{ResolverConfig, ResolverOpts};
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt};
use tokio::runtime;

use crate::support;

const NAME: &str = "pastdue2026._domainkey.example.com.";

/// Whether each mail has a signature that is valid by the record beside it.
pub(super) fn mail_auth(mails: &[(&[u8], &str)]) -> Vec<bool> {
    // It never asks anybody: every record is known beforehand.
    let authenticator =
        MessageAuthenticator::new(ResolverConfig::default(), ResolverOpts::default()).unwrap();
    let runtime = runtime::Builder::new_current_thread().build().unwrap();
    let is_valid = |(mail, record): &(&[u8], &str)| {
        let key = Txt::DomainKey(Arc::new(DomainKey::parse(record.as_bytes()).unwrap()));
        let records = Records(HashMap::from([(NAME.into(), key)]));
        let message = AuthenticatedMessage::parse(mail).unwrap();
        let verification = authenticator.verify_dkim(Parameters::new(&message).with_txt_cache(&records));
        let outputs = runtime.block_on(verification);
        let [output] = &outputs[..] else { panic!("not one signature: {outputs:?}") };
        *output.result() == DkimResult::Pass
    };
    mails.iter().map(is_valid).collect()
}

struct Records(HashMap<Box<str>, Txt>);

impl ResolverCache<Box<str>, Txt> for Records {
    fn get<Q>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        Some(self.0.get(name).expect("the mail names another key").clone())
    }

    fn remove<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}

/// A Python that has dkimpy with Ed25519; without one the test named `test` is left out.
pub(super) fn python_with_dkimpy(test: &str) -> Option<PathBuf> {
    let python = match std::env::var_os("PASTDUE_TEST_PYTHON") {
        Some(python) => PathBuf::from(python),
        None => support::component("python3", test)?,
    };
    let imports = Command::new(&python).args(["-c", "import dkim, nacl"]).stderr(Stdio::null()).status();
    if imports.is_ok_and(|status| status.success()) {
        return Some(python);
    }
    support::leave_out(test, "Python has no dkimpy (sh tests/run.sh installs it)");
    None
}

/// Reads a record and a mail from each line, and says whether the mail's signature is valid.
const SCRIPT: &str = "
import base64, sys, dkim
for line in sys.stdin:
    record, mail = map(base64.b64decode, line.split())
    def dns(name, timeout=5):
        assert name == b'pastdue2026._domainkey.example.com.', name
        return record
    try:
        valid = dkim.verify(mail, dnsfunc=dns)
    except (dkim.DKIMException, ValueError):
        valid = False
    print(valid)
";

/// Whether each mail has a signature that is valid by the record beside it.
pub(super) fn dkimpy(python: &Path, mails: &[(&[u8], &str)]) -> Vec<bool> {
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for (mail, record) in mails {
        writeln!(stdin, "{} {}", BASE64_STANDARD.encode(record), BASE64_STANDARD.encode(mail)).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line == "True").collect()
}
