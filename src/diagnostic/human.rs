//! For people: a frame with the line, carets under what is wrong, the line of the source, and what to do.

use std::fmt::Write as _;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity, Span, Texts};

/// Renders `diagnostics`, one frame each, with colours for a terminal if `is_colored`.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], texts: &Texts, is_colored: bool) -> String {
    let renderer = if is_colored { Renderer::styled() } else { Renderer::plain() };
    let mut rendered = String::new();
    for diagnostic in diagnostics {
        // Writing to a string cannot fail.
        let _ = writeln!(rendered, "{}\n", frame(diagnostic, texts, &renderer));
    }
    rendered
}

fn frame(diagnostic: &Diagnostic, texts: &Texts, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = diagnostic.place;
    let label = diagnostic.variant.as_ref().map(|variant| format!("in the variant `[{variant}]`"));
    let main = snippet(place, texts, |span| AnnotationKind::Primary.span(span).label(label));
    let related = diagnostic.related.iter().map(|related| {
        snippet(related.place, texts, |span| AnnotationKind::Context.span(span).label(related.label.as_str()))
    });
    let mut group =
        level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule).element(main).elements(related);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

/// The lines of `place` alone: the renderer goes through all that it is given.
fn snippet<'t>(
    place: Place,
    texts: &'t Texts,
    annotate: impl FnOnce(std::ops::Range<usize>) -> Annotation<'t>,
) -> Snippet<'t, Annotation<'t>> {
    let (lines, first) = texts.lines(place.file, place.span);
    let shown = texts.slice(Place { file: place.file, span: lines });
    let within = |at: usize| at.clamp(lines.start, lines.end) - lines.start;
    let Span { start, end } = place.span;
    Snippet::source(shown)
        .path(texts.path(place.file))
        .line_start(first)
        .annotation(annotate(within(start)..within(end)))
}
