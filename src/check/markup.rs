//! Markup and links.

pub(super) mod tag;
mod notation;
mod balance;
mod compare;
mod entity;
pub(super) mod address;

use super::rule::Rule;

/// The rules, in the order of their pages.
pub(super) static RULES: &[&Rule] = &[
    &compare::MARKUP_MISSING,
    &compare::MARKUP_EXTRA,
    &compare::MARKUP_MISMATCH,
    &balance::MARKUP_UNCLOSED,
    &balance::MARKUP_MISNESTED,
    &notation::MARKUP_BAD_TAG,
    &notation::MARKUP_FORBIDDEN,
    &entity::ENTITY_IN_TEXT,
    &entity::ENTITY_BROKEN,
    &address::URL_CHANGED,
    &address::EMAIL_CHANGED,
    &address::MARKDOWN_LINK,
];
