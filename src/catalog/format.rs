//! Amounts and dates as CLDR writes them in one locale.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use fixed_decimal::Decimal;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::currency::options::CurrencyFormatterOptions;
use icu_locale_core::Locale as IcuLocale;
use jiff::civil::Date;

use crate::notice::{Currency, Money};

/// The formatters of one locale, built once.
pub(super) struct Formats {
    locale: IcuLocale,
    decimal: DecimalFormatter,
    long_date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    affixes: RwLock<HashMap<Currency, Arc<Affixes>>>,
    /// The same few dates stand in most mails of a run.
    dates: RwLock<HashMap<Date, String>>,
}

/// More dates than this in one run are forgotten and written anew.
const MAX_KNOWN_DATES: usize = 4096;

/// What stands before and after an amount in one currency: the symbol and its spaces.
#[derive(Debug, PartialEq, Eq)]
struct Affixes {
    prefix: String,
    suffix: String,
}

impl Formats {
    /// Builds the formatters; `None` if CLDR has no data for the locale.
    pub(super) fn new(tag: &str) -> Option<Formats> {
        let locale: IcuLocale = tag.parse().ok()?;
        Some(Formats {
            decimal: DecimalFormatter::try_new(
                locale.clone().into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok()?,
            long_date: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok()?,
            affixes: RwLock::default(),
            dates: RwLock::default(),
            locale,
        })
    }

    /// The amount with its symbol. `None` if CLDR cannot write the currency.
    pub(super) fn money(&self, money: &Money) -> Option<String> {
        let affixes = self.affixes(money.currency())?;
        let mut value = money.value().clone();
        if money.currency().code() == "TWD" {
            // Taiwan counts in whole dollars, although ISO 4217 gives the currency two decimals.
            value.absolute.trim_end_if_integer();
        }
        let digits = self.decimal.format(&value).to_string();
        Some(format!("{}{digits}{}", affixes.prefix, affixes.suffix))
    }

    /// The date in the long form, such as `November 1, 2026`.
    pub(super) fn date(&self, date: Date) -> Option<String> {
        if let Some(text) = self.dates.read().unwrap_or_else(PoisonError::into_inner).get(&date) {
            return Some(text.clone());
        }
        let text = self.build_date(date)?;
        let mut known = self.dates.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MAX_KNOWN_DATES {
            known.clear();
        }
        known.insert(date, text.clone());
        Some(text)
    }

    fn build_date(&self, date: Date) -> Option<String> {
        let month = u8::try_from(date.month()).ok()?;
        let day = u8::try_from(date.day()).ok()?;
        let date = IcuDate::try_new_gregorian(i32::from(date.year()), month, day).ok()?;
        let text = self.long_date.format(&date).to_string();
        // French says `1er` for the first of a month, and CLDR has no pattern that could.
        let is_first_in_french = day == 1 && self.locale.id.language.as_str() == "fr";
        Some(if is_first_in_french { text.replacen("1 ", "1er ", 1) } else { text })
    }

    fn affixes(&self, currency: Currency) -> Option<Arc<Affixes>> {
        if let Some(affixes) = self.affixes.read().unwrap_or_else(PoisonError::into_inner).get(&currency) {
            return Some(Arc::clone(affixes));
        }
        let affixes = Arc::new(self.build_affixes(currency)?);
        let mut known = self.affixes.write().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(known.entry(currency).or_insert(affixes)))
    }

    /// Formats the amount 1 and keeps what is around the digits.
    /// CLDR rounds some currencies to fewer decimals than ISO 4217 has, and a bill must not be rounded.
    fn build_affixes(&self, currency: Currency) -> Option<Affixes> {
        let code: CurrencyType = currency.code().parse().ok()?;
        let formatter = CurrencyFormatter::try_new_symbol(
            self.locale.clone().into(),
            code,
            CurrencyFormatterOptions::default(),
        )
        .ok()?;
        let sample = formatter.format_fixed_decimal(&Decimal::from(1)).to_string();
        let start = sample.find(char::is_numeric)?;
        let end = sample.rfind(char::is_numeric)?
            + sample[sample.rfind(char::is_numeric)?..].chars().next()?.len_utf8();
        let (prefix, suffix) = (&sample[..start], &sample[end..]);
        Some(if currency.code() == "TWD" {
            Affixes { prefix: taiwan_dollar(prefix), suffix: taiwan_dollar(suffix) }
        } else {
            Affixes { prefix: prefix.to_owned(), suffix: suffix.to_owned() }
        })
    }
}

/// Puts `NT$` in the place of the symbol: `$` alone means another dollar to readers elsewhere.
fn taiwan_dollar(affix: &str) -> String {
    let symbol = affix.trim();
    if symbol.is_empty() { affix.to_owned() } else { affix.replacen(symbol, "NT$", 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_money(tag: &str, value: &str, code: &str, expected: &str) {
        let currency = Currency::new(code).expect("a currency");
        let money = Money::new(value, currency).expect("an amount");
        let formats = Formats::new(tag).expect("a locale of CLDR");
        let shown = formats.money(&money).expect("a formatted amount");
        assert_eq!(shown.replace('\u{A0}', "_").replace('\u{202F}', "~"), expected, "{tag}");
    }

    #[test]
    fn amounts_are_written_as_cldr_has_them() {
        let expected = [
            ("en-US", ["$1,234.50", "€1,234.50", "¥1,234", "SEK_1,234.50", "KWD_1.234", "£0.99"]),
            ("fr-FR", ["1~234,50_$US", "1~234,50_€", "1~234_JP¥", "1~234,50_SEK", "1,234_KWD", "0,99_£GB"]),
            ("nl-NL", ["US$_1.234,50", "€_1.234,50", "JP¥_1.234", "SEK_1.234,50", "KWD_1,234", "£_0,99"]),
            ("sv-SE", ["1_234,50_US$", "1_234,50_€", "1_234_JP¥", "1_234,50_kr", "1,234_KWD", "0,99_£"]),
            ("zh-TW", ["US$1,234.50", "€1,234.50", "¥1,234", "SEK_1,234.50", "KWD_1.234", "£0.99"]),
        ];
        let amounts = [
            ("1234.5", "USD"),
            ("1234.50", "EUR"),
            ("1234", "JPY"),
            ("1234.5", "SEK"),
            ("1.234", "KWD"),
            ("0.99", "GBP"),
        ];
        for (tag, row) in expected {
            for ((value, code), expected) in amounts.iter().zip(row) {
                check_money(tag, value, code, expected);
            }
        }
    }

    #[test]
    fn the_taiwan_dollar_is_named_everywhere_and_counts_in_whole_dollars() {
        for (tag, whole, broken) in [
            ("en-US", "NT$1,234", "NT$1,234.50"),
            ("fr-FR", "1~234_NT$", "1~234,50_NT$"),
            ("nl-NL", "NT$_1.234", "NT$_1.234,50"),
            ("sv-SE", "1_234_NT$", "1_234,50_NT$"),
            ("zh-TW", "NT$1,234", "NT$1,234.50"),
        ] {
            check_money(tag, "1234.00", "TWD", whole);
            check_money(tag, "1234.5", "TWD", broken);
        }
    }

    #[test]
    fn an_amount_is_never_rounded_to_the_habits_of_a_currency() {
        check_money("en-US", "1234.56", "LAK", "LAK_1,234.56");
        check_money("nl-NL", "999999999999999.99", "EUR", "€_999.999.999.999.999,99");
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
        for (tag, expected) in
            [("fr-FR", "1er décembre 2026"), ("sv-SE", "1 december 2026"), ("fr-CA", "1er décembre 2026")]
        {
            let date = Formats::new(tag).expect("a locale").date(Date::constant(2026, 12, 1));
            assert_eq!(date.as_deref(), Some(expected));
        }
    }

    #[test]
    fn dates_are_written_in_the_long_form() {
        for (tag, expected) in [
            ("en-US", "March 5, 2026"),
            ("fr-FR", "5 mars 2026"),
            ("nl-NL", "5 maart 2026"),
            ("sv-SE", "5 mars 2026"),
            ("zh-TW", "2026年3月5日"),
        ] {
            let date = Formats::new(tag).expect("a locale").date(Date::constant(2026, 3, 5));
            assert_eq!(date.as_deref(), Some(expected));
        }
    }
}
