//! The parser's errors, in words of our own and at the culprit.

use fluent_syntax::parser::ErrorKind;

use super::brace;
use super::call;
use super::entry;
use super::lookalike;
use super::sight::{Sight, Slip};
use crate::check::corpus::{Corpus, Edition};
use crate::check::parse::MAX_DEPTH;
use crate::check::rule::{Findings, rule};
use crate::check::tree::Fault;
use crate::diagnostic::Span;

rule! {
    /// ## What it does
    /// Finds what is not Fluent: a missing brace or equals sign, a line that is not indented, a variant without its
    /// arrow, an id with a space or an accent. Each is told where it is, with what to write.
    ///
    /// ## Why is this bad
    /// The message is not there for the program, and the mail is not offered in the language.
    ///
    /// ## Example
    /// ```ftl
    /// request = Betaal { MONEY($amount) voor de dienst wordt beperkt.
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// request = Betaal { MONEY($amount) } voor de dienst wordt beperkt.
    /// ```
    pub(super) SYNTAX = "syntax", Error, Syntax, Edition(syntax);
}

fn syntax(corpus: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in &edition.resources {
        for junk in &resource.junk {
            let sight = Sight { corpus, edition, resource, junk };
            let slip = match &junk.fault {
                Fault::Undecoded => continue,
                Fault::TooDeep => too_deep(&sight),
                // What is empty is told as such, and a look-alike as such.
                Fault::Syntax(_) if entry::is_empty(&sight) || lookalike::is_at(&sight) => continue,
                Fault::Syntax(kind) => slip(&sight, kind),
            };
            sight.report(slip, findings);
        }
    }
}

fn too_deep(sight: &Sight) -> Slip {
    let span = Span::new(sight.junk.at, sight.junk.at + 1);
    Slip::new(span, format!("braces within braces, {MAX_DEPTH} deep"), "close the braces before this one")
}

/// One wording for each kind of error. The usual slips come first: they show in more than one kind.
fn slip(sight: &Sight, kind: &ErrorKind) -> Slip {
    if let Some(slip) = entry::usual(sight, kind) {
        return slip;
    }
    match kind {
        ErrorKind::ExpectedToken('=') => entry::no_equals_sign(sight),
        ErrorKind::ExpectedToken(' ') => entry::comment(sight),
        ErrorKind::ExpectedToken('}') => brace::not_closed(sight),
        ErrorKind::ExpectedToken(']') => brace::key_not_closed(sight),
        ErrorKind::ExpectedToken(')') => call::not_closed(sight),
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => call::quote_not_closed(sight),
        ErrorKind::ExpectedToken(token) => Slip::new(
            sight.word(sight.junk.at),
            format!("`{token}` is missing here"),
            format!("write `{token}`"),
        ),
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => brace::number(sight),
        ErrorKind::ExpectedCharRange { range } if range.starts_with('\n') => brace::behind_arrow(sight),
        ErrorKind::ExpectedCharRange { .. } => brace::name(sight).unwrap_or_else(|| entry::no_id(sight)),
        ErrorKind::ExpectedMessageField { entry_id } => entry::no_value(sight, entry_id),
        ErrorKind::ExpectedTermField { entry_id } => entry::no_value(sight, &format!("-{entry_id}")),
        ErrorKind::ForbiddenCallee => call::forbidden(sight),
        ErrorKind::MissingDefaultVariant => brace::no_default(sight),
        ErrorKind::MultipleDefaultVariants => brace::second_default(sight),
        ErrorKind::MissingValue => brace::empty_variant(sight),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => brace::selector(sight),
        ErrorKind::TermAttributeAsPlaceable => brace::term_attribute(sight),
        ErrorKind::PositionalArgumentFollowsNamed => call::order(sight),
        ErrorKind::DuplicatedNamedArgument(name) => call::twice(sight, name),
        ErrorKind::UnknownEscapeSequence(_) => call::escape(sight),
        ErrorKind::InvalidUnicodeEscapeSequence(_) => call::unicode_escape(sight),
        ErrorKind::UnbalancedClosingBrace => brace::not_opened(sight),
        ErrorKind::ExpectedInlineExpression => brace::nothing_in_braces(sight),
        ErrorKind::ExpectedLiteral => call::no_literal(sight),
    }
}
