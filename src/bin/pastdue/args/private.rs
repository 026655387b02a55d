//! Arguments that may hold a password, which they must not, or an address. Unlike clap's own parsers, these never
//! repeat a value.

use std::ffi::OsStr;

use clap::builder::TypedValueParser;
use clap::error::ErrorKind;
use pastdue::Address;

use crate::config::{StoreUrl, Transport};

/// Parses `--transport`.
#[derive(Debug, Clone)]
pub(super) struct TransportParser;

impl TypedValueParser for TransportParser {
    type Value = Transport;

    fn parse_ref(
        &self,
        command: &clap::Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Transport, clap::Error> {
        parse("--transport", command, value, str::parse)
    }
}

/// Parses `--outbox`.
#[derive(Debug, Clone)]
pub(super) struct StoreUrlParser;

impl TypedValueParser for StoreUrlParser {
    type Value = StoreUrl;

    fn parse_ref(
        &self,
        command: &clap::Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<StoreUrl, clap::Error> {
        parse("--outbox", command, value, StoreUrl::new)
    }
}

/// Parses an address.
#[derive(Debug, Clone)]
pub(super) struct AddressParser;

impl TypedValueParser for AddressParser {
    type Value = Address;

    fn parse_ref(
        &self,
        command: &clap::Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Address, clap::Error> {
        parse("ADDRESS", command, value, Address::new)
    }
}

fn parse<T>(
    name: &str,
    command: &clap::Command,
    value: &OsStr,
    parse: impl FnOnce(&str) -> Result<T, &'static str>,
) -> Result<T, clap::Error> {
    value.to_str().ok_or("UTF-8").and_then(parse).map_err(|expected| {
        let what = format!("`{name}`: expected {expected}\n");
        clap::Error::raw(ErrorKind::ValueValidation, what).with_cmd(command)
    })
}
