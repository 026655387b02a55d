//! Layout styles, written into the elements: many mail clients drop a stylesheet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use css_inline::CSSInliner;

/// The `style` attribute of each set of classes that a template uses.
pub(super) struct Styles(BTreeMap<String, String>);

impl Styles {
    /// Lets the inliner apply `stylesheet` to one element for each set of classes in `templates`.
    ///
    /// The inliner must never see a template itself: it parses HTML, and an HTML parser moves
    /// `{% if %}` out of a table.
    pub(super) fn new(stylesheet: &str, templates: &[&str]) -> Result<Styles, String> {
        let classes: BTreeSet<&str> = templates.iter().flat_map(|text| class_attributes(text)).collect();
        let mut page = format!("<html><head><style>{stylesheet}</style></head><body>");
        for class in &classes {
            // Writing to a string cannot fail.
            let _ = writeln!(page, "<p class=\"{class}\"></p>");
        }
        page.push_str("</body></html>");
        let inlined = CSSInliner::options()
            .load_remote_stylesheets(false)
            .build()
            .inline(&page)
            .map_err(|err| format!("the stylesheet cannot be applied: {err}"))?;
        let style_of = |line: &str| {
            let class = class_attributes(line).next()?.to_owned();
            let style = line.split_once("style=\"")?.1.split_once('"')?.0;
            Some((class, tidy(style)))
        };
        Ok(Styles(inlined.split("<p ").filter_map(style_of).collect()))
    }

    /// The style of one set of classes.
    pub(super) fn get(&self, class: &str) -> &str {
        self.0.get(class).map_or("", String::as_str)
    }

    /// Adds a `style` attribute beside every `class` attribute of `template`.
    pub(super) fn write_into(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some(at) = rest.find(CLASS) {
            let start = at + CLASS.len();
            let Some(length) = rest[start..].find('"') else { break };
            let end = start + length + 1;
            let class = &rest[start..end - 1];
            out.push_str(&rest[..end]);
            if let Some(style) = self.0.get(class) {
                out.push_str(" style=\"");
                out.push_str(style);
                out.push('"');
            }
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }
}

const CLASS: &str = " class=\"";

fn class_attributes(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("class=\"")
        .filter_map(|(at, found)| text[at + found.len()..].split_once('"').map(|(class, _)| class))
}

/// One space fewer here is a hundred bytes fewer in every mail.
fn tidy(style: &str) -> String {
    style
        .split(';')
        .map(str::trim)
        .filter(|rule| !rule.is_empty())
        .map(|rule| rule.replacen(": ", ":", 1))
        .collect::<Vec<_>>()
        .join(";")
}
