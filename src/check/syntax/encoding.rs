//! Files that are not plain UTF-8.

use crate::check::corpus::{Corpus, Edition};
use crate::check::rule::{Findings, Here, rule};
use crate::check::tree::Encoding;
use crate::diagnostic::{Place, Severity, Span};

rule! {
    /// ## What it does
    /// Finds files that are not UTF-8, and, as a warning, those that begin with a byte order mark.
    ///
    /// ## Why is this bad
    /// Letters such as `é` and `繳` turn into other characters or question marks, or the whole file cannot be read.
    /// A byte order mark is invisible, and some tools take it for a part of the first id.
    ///
    /// ## Example
    /// A file that an editor has saved as *ANSI*, *Windows-1252*, *Unicode* or *UTF-8 with BOM*.
    ///
    /// ## Use instead
    /// In the editor, *Save as…* with the encoding *UTF-8* (*UTF-8 without BOM*, where there is a choice).
    pub(super) ENCODING = "encoding", Error, Syntax, Edition(encoding);
}

const HELP: &str = "save the file with the encoding UTF-8";

fn encoding(_: &Corpus, edition: &Edition, findings: &mut Findings) {
    for resource in &edition.resources {
        let here = |span| Here::new(Place { file: resource.file, span }, edition.tag);
        match &resource.encoding {
            Encoding::Utf8 => {}
            Encoding::Utf8Bom => {
                let mark = Span::new(0, '\u{FEFF}'.len_utf8());
                findings
                    .report(here(mark), "the file begins with a byte order mark")
                    .severity(Severity::Warning)
                    .help("save it as UTF-8 without BOM")
                    .edit(mark, "");
            }
            Encoding::Utf16 => {
                findings.report(here(Span::empty(0)), "the file is UTF-16").help(HELP);
            }
            Encoding::Invalid(spans) => {
                let Some(first) = spans.first() else { continue };
                let more = match spans.len() {
                    1 => String::new(),
                    n => format!("; {n} places in this file are like this"),
                };
                let text = format!("the file is not UTF-8: this character cannot be read{more}");
                // Under the first `?`: of several, nobody knows how many characters they were.
                let span = Span::new(first.start, first.start + 1);
                let about = resource
                    .junk
                    .iter()
                    .find(|junk| junk.span.start <= span.start && span.end <= junk.span.end);
                let here = match about.and_then(|junk| junk.ids.first()) {
                    Some(id) => here(span).about(id.text),
                    None => here(span),
                };
                findings.report(here, text).help(format!("{HELP}, and look at the letters with accents"));
            }
        }
    }
}
