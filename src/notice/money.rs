//! An amount and its currency: a decimal, never a float.

use std::fmt;

use fixed_decimal::Decimal;

/// An amount of money greater than zero, with no more decimals than its currency has.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    value: Decimal,
    currency: Currency,
}

impl Eq for Money {}

impl Money {
    /// The most digits before the decimal point.
    pub const MAX_INTEGER_DIGITS: usize = 15;

    /// Parses `value`, such as `1234.50`, as an amount of `currency`.
    ///
    /// # Errors
    ///
    /// What is expected, if `value` is not a plain decimal, has too many digits or is not above zero.
    pub fn new(value: &str, currency: Currency) -> Result<Money, String> {
        let decimals = currency.decimals();
        let expected = || match decimals {
            0 => format!("a whole amount such as `1234`: {currency} has no decimals"),
            n => format!("a decimal such as `{:.*}`: {currency} has {n} decimals", usize::from(n), 1234.5),
        };
        let (integer, fraction) = match value.split_once('.') {
            Some((integer, fraction)) if !fraction.is_empty() => (integer, fraction),
            Some(_) => return Err(expected()),
            None => (value, ""),
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if integer.is_empty() || !is_digits(integer) || !is_digits(fraction) {
            return Err(expected());
        }
        if fraction.len() > usize::from(decimals) {
            return Err(expected());
        }
        let integer = integer.trim_start_matches('0');
        if integer.len() > Money::MAX_INTEGER_DIGITS {
            return Err(format!("at most {} digits before the decimal point", Money::MAX_INTEGER_DIGITS));
        }
        if value.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
            return Err("an amount greater than zero".to_owned());
        }
        let mut value: Decimal = format!("0{integer}.{fraction}0").parse().map_err(|_| expected())?;
        value.trim_start();
        value.trim_end();
        value.absolute.pad_end(-i16::from(decimals));
        Ok(Money { value, currency })
    }

    /// The amount, padded to the decimals of its currency.
    #[must_use]
    pub fn value(&self) -> &Decimal {
        &self.value
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value, self.currency)
    }
}

/// A currency of ISO 4217 in which a bill can be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    pub(super) const EXPECTED: &str = "a currency code of ISO 4217 in capitals, such as `EUR`";

    /// Looks up a code such as `EUR`.
    ///
    /// # Errors
    ///
    /// What is expected, if ISO 4217 does not have the code, or gives it no decimals (gold, test codes).
    pub fn new(code: &str) -> Result<Currency, &'static str> {
        iso_currency::Currency::from_code(code)
            .filter(|currency| currency.exponent().is_some())
            .map(Currency)
            .ok_or(Currency::EXPECTED)
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals ISO 4217 gives the currency.
    #[must_use]
    pub fn decimals(self) -> u8 {
        u8::try_from(self.0.exponent().unwrap_or(0)).unwrap_or(0)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, code: &str, expected: &str) {
        let currency = Currency::new(code).expect("a currency");
        let shown =
            Money::new(value, currency).map_or_else(|err| format!("! {err}"), |money| money.to_string());
        assert_eq!(shown, expected);
    }

    #[test]
    fn an_amount_has_the_decimals_of_its_currency() {
        check("1234.5", "EUR", "1234.50 EUR");
        check("007", "EUR", "7.00 EUR");
        check("1234", "JPY", "1234 JPY");
        check("1.234", "KWD", "1.234 KWD");
        check("0.01", "USD", "0.01 USD");
        check("1.234", "EUR", "! a decimal such as `1234.50`: EUR has 2 decimals");
        check("1234.5", "JPY", "! a whole amount such as `1234`: JPY has no decimals");
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for value in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", " 1", "١", "NaN", "0x1"] {
            check(value, "EUR", "! a decimal such as `1234.50`: EUR has 2 decimals");
        }
        check("0.00", "EUR", "! an amount greater than zero");
        check("1234567890123456", "EUR", "! at most 15 digits before the decimal point");
        assert!(Currency::new("eur").is_err() && Currency::new("XXX").is_err() && Currency::new("").is_err());
    }
}
