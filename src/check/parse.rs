//! From a text to its tree: the parser's names and texts are slices of its input, and so tell their place.

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ErrorKind};

use super::tree::{
    Argument, Attribute, Comment, Element, Encoding, Entry, Expression, Fault, Junk, Pattern, Placeable,
    Resource, Select, Variant, Word,
};
use crate::diagnostic::{FileId, Span};

/// How deep braces and parentheses may nest: the parser calls itself for each level, and a hostile file would
/// overflow the stack.
pub(crate) const MAX_DEPTH: usize = 32;

/// Parses `text`, the content of the file `name` in the folder of a locale.
pub(crate) fn parse<'a>(file: FileId, name: &'a str, text: &'a str, encoding: Encoding) -> Resource<'a> {
    let mut resource =
        Resource { file, name, text, encoding, entries: Vec::new(), junk: Vec::new(), comments: Vec::new() };
    let mut from = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    for deep in too_deep(text) {
        parse_piece(&mut resource, Span::new(from, deep.entry.start));
        let content = &text[deep.entry.start..deep.entry.end];
        let reader = Reader { text };
        let junk = reader.junk(content, deep.at, Fault::TooDeep, resource.entries.len());
        resource.junk.push(junk);
        from = deep.entry.end;
    }
    parse_piece(&mut resource, Span::new(from, text.len()));
    set_aside_undecoded(&mut resource);
    resource
}

/// Parses the whole lines of `piece`, and adds what is in them.
fn parse_piece<'a>(resource: &mut Resource<'a>, piece: Span) {
    let text: &'a str = resource.text;
    let reader = Reader { text };
    let (tree, errors) = match parser::parse(&text[piece.start..piece.end]) {
        Ok(tree) => (tree, Vec::new()),
        Err((tree, errors)) => (tree, errors),
    };
    let mut errors = errors.into_iter();
    for entry in tree.body {
        match entry {
            ast::Entry::Message(message) => {
                let comment = message.comment;
                let entry =
                    reader.entry(false, &message.id, message.value.as_ref(), &message.attributes, comment);
                resource.entries.push(entry);
            }
            ast::Entry::Term(term) => {
                let entry = reader.entry(true, &term.id, Some(&term.value), &term.attributes, term.comment);
                resource.entries.push(entry);
            }
            ast::Entry::Comment(comment)
            | ast::Entry::GroupComment(comment)
            | ast::Entry::ResourceComment(comment) => resource.comments.push(reader.comment(comment)),
            ast::Entry::Junk { content } => {
                // The parser tells one error for each piece of junk, in their order.
                if let Some(error) = errors.next() {
                    let at = piece.start + error.pos.start;
                    parse_junk(resource, content, at, error.kind);
                }
            }
        }
    }
}

/// Adds junk. An entry within it, which a brace that is not closed has swallowed, is parsed by itself.
fn parse_junk<'a>(resource: &mut Resource<'a>, content: &'a str, at: usize, kind: ErrorKind) {
    let reader = Reader { text: resource.text };
    let span = reader.word(content).span;
    let mut line_start = 0;
    let lines = content.split_inclusive('\n').map(|line| {
        line_start += line.len();
        (line_start - line.len(), line)
    });
    let swallowed = lines.skip(1).find(|(_, line)| begins_entry(line)).map(|(start, _)| start);
    let content = &content[..swallowed.unwrap_or(content.len())];
    let (at, kind) = of_attribute(content, &kind).map_or((at, kind), |(n, kind)| (span.start + n, kind));
    let at = at.min(span.start + content.len());
    let junk = reader.junk(content, at, Fault::Syntax(kind), resource.entries.len());
    resource.junk.push(junk);
    if let Some(start) = swallowed {
        parse_piece(resource, Span::new(span.start + start, span.end));
    }
}

/// What is wrong with the attribute that junk begins with, and where: the parser tells only that no message begins.
fn of_attribute(content: &str, kind: &ErrorKind) -> Option<(usize, ErrorKind)> {
    let is_of_attribute =
        matches!(kind, ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedCharRange { .. });
    let head = match content.trim_start_matches(' ').strip_prefix('.') {
        Some(attribute) => content.len() - attribute.len(),
        None => content.match_indices('\n').find_map(|(at, _)| {
            let attribute = content[at + 1..].trim_start_matches(' ').strip_prefix('.')?;
            Some(content.len() - attribute.len())
        })?,
    };
    // An attribute is a message but for its dot.
    let (_, errors) = parser::parse(content.get(head..).filter(|_| is_of_attribute)?).err()?;
    let error = errors.into_iter().next()?;
    let is_first = error.slice.is_some_and(|slice| slice.start == 0);
    is_first.then_some((head + error.pos.start, error.kind))
}

/// Makes junk of entries with bytes that are not UTF-8: other rules would speak of our question marks.
fn set_aside_undecoded(resource: &mut Resource) {
    let Encoding::Invalid(spans) = &resource.encoding else { return };
    let invalid_within = |span: Span| {
        let next = spans.partition_point(|invalid| invalid.end <= span.start);
        spans.get(next).filter(|invalid| invalid.start < span.end)
    };
    let reader = Reader { text: resource.text };
    let junk = &mut resource.junk;
    let mut n_kept = 0;
    resource.entries.retain(|entry| {
        let span = Span::new(entry.id.span.start - usize::from(entry.is_term), entry.span.end);
        let Some(invalid) = invalid_within(span) else {
            n_kept += 1;
            return true;
        };
        let content = &reader.text[span.start..span.end];
        junk.push(reader.junk(content, invalid.start, Fault::Undecoded, n_kept));
        false
    });
    junk.sort_by_key(|junk| junk.span.start);
}

/// Whether the parser can read `text`: nothing is wrong with it, and it does not nest too deep.
pub(crate) fn is_fluent(text: &str) -> bool {
    too_deep(text).is_empty() && parser::parse(text).is_ok()
}

/// An entry that nests too deep, and where it does.
struct Deep {
    entry: Span,
    at: usize,
}

/// The entries that nest too deep. Within braces every parenthesis counts, also one in a text: nobody has so many.
fn too_deep(text: &str) -> Vec<Deep> {
    let mut found: Vec<Deep> = Vec::new();
    if greatest_depth(text) <= MAX_DEPTH {
        return found;
    }
    let (mut depth, mut entry_start, mut is_deep) = (0_usize, 0, false);
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        // No nested expression goes on in a line that begins an entry.
        if begins_entry(line) {
            if let Some(deep) = found.last_mut().filter(|_| is_deep) {
                deep.entry.end = line_start;
            }
            (depth, entry_start, is_deep) = (0, line_start, false);
        }
        for (at, byte) in line.bytes().enumerate().filter(|_| !is_deep) {
            depth = depth_after(depth, byte);
            if depth > MAX_DEPTH {
                is_deep = true;
                found.push(Deep { entry: Span::new(entry_start, text.len()), at: line_start + at });
                break;
            }
        }
        line_start += line.len();
    }
    found
}

fn depth_after(depth: usize, byte: u8) -> usize {
    match byte {
        b'{' => depth + 1,
        b'(' if depth > 0 => depth + 1,
        b'}' | b')' => depth.saturating_sub(1),
        _ => depth,
    }
}

/// How deep a text nests at most, if no entry ended what the one before it left open.
fn greatest_depth(text: &str) -> usize {
    let (mut depth, mut greatest) = (0_usize, 0);
    for byte in text.bytes() {
        depth = depth_after(depth, byte);
        greatest = greatest.max(depth);
    }
    greatest
}

/// Whether `line` begins with an id and an equals sign.
pub(crate) fn begins_entry(line: &str) -> bool {
    let letters = line.strip_prefix('-').unwrap_or(line);
    letters.starts_with(|char: char| char.is_ascii_alphabetic())
        && letters.trim_start_matches(is_id_part).trim_start_matches(' ').starts_with('=')
}

fn is_id_part(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '-' || char == '_'
}

/// Adds places to the parser's nodes.
struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    fn entry(
        &self,
        is_term: bool,
        id: &ast::Identifier<&'a str>,
        value: Option<&ast::Pattern<&'a str>>,
        attributes: &[ast::Attribute<&'a str>],
        comment: Option<ast::Comment<&'a str>>,
    ) -> Entry<'a> {
        let id = self.word(id.name);
        let value = value.map(|value| self.pattern(value, id.span.end));
        let mut end = value.as_ref().map_or(id.span.end, |value| value.span.end);
        let mut read = Vec::with_capacity(attributes.len());
        for attribute in attributes {
            let id = self.word(attribute.id.name);
            let pattern = self.pattern(&attribute.value, id.span.end);
            end = pattern.span.end;
            read.push(Attribute { id, pattern });
        }
        let comment = comment.map_or_else(Vec::new, |comment| self.comment(comment).lines);
        Entry { is_term, id, value, attributes: read, comment, span: Span::new(id.span.start, end) }
    }

    /// `from` is where what comes before the pattern ends.
    fn pattern(&self, pattern: &ast::Pattern<&'a str>, from: usize) -> Pattern<'a> {
        let mut elements = Vec::with_capacity(pattern.elements.len());
        let mut span: Option<Span> = None;
        let mut end = from;
        for element in &pattern.elements {
            let (element, its_span) = match element {
                ast::PatternElement::TextElement { value } => {
                    let word = self.word(value);
                    (Element::Text(word), word.span)
                }
                ast::PatternElement::Placeable { expression } => self.placeable(expression, end),
            };
            end = its_span.end;
            span = Some(span.map_or(its_span, |span| span.to(its_span)));
            elements.push(element);
        }
        Pattern { span: span.unwrap_or(Span::empty(from)), elements }
    }

    /// What is in braces that open at or after `from`.
    fn placeable(&self, expression: &ast::Expression<&'a str>, from: usize) -> (Element<'a>, Span) {
        let open = self.find("{", from);
        match expression {
            ast::Expression::Inline(inline) => {
                let (expression, end) = self.inline(inline, open + 1);
                let span = Span::new(open, self.find("}", end) + 1);
                let element = match expression {
                    Expression::Select(mut select) => {
                        select.span = span;
                        Element::Select(*select)
                    }
                    expression => Element::Placeable(Placeable { span, expression }),
                };
                (element, span)
            }
            ast::Expression::Select { selector, variants } => {
                let select = self.select(selector, variants, open);
                let span = select.span;
                (Element::Select(select), span)
            }
        }
    }

    fn select(
        &self,
        selector: &ast::InlineExpression<&'a str>,
        variants: &[ast::Variant<&'a str>],
        open: usize,
    ) -> Select<'a> {
        let (selector, mut end) = self.inline(selector, open + 1);
        let mut read = Vec::with_capacity(variants.len());
        for variant in variants {
            let (name, is_number) = match variant.key {
                ast::VariantKey::Identifier { name } => (name, false),
                ast::VariantKey::NumberLiteral { value } => (value, true),
            };
            let key = self.word(name);
            let pattern = self.pattern(&variant.value, self.find("]", key.span.end) + 1);
            end = pattern.span.end;
            read.push(Variant { key, is_number, is_default: variant.default, pattern });
        }
        Select { span: Span::new(open, self.find("}", end) + 1), selector, variants: read }
    }

    /// The expression, and where it ends.
    fn inline(&self, expression: &ast::InlineExpression<&'a str>, from: usize) -> (Expression<'a>, usize) {
        match expression {
            ast::InlineExpression::StringLiteral { value } => {
                let word = self.word(value);
                (Expression::Text(word), word.span.end + 1)
            }
            ast::InlineExpression::NumberLiteral { value } => {
                let word = self.word(value);
                (Expression::Number(word), word.span.end)
            }
            ast::InlineExpression::VariableReference { id } => {
                let word = self.word(id.name);
                (Expression::Variable(word), word.span.end)
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                let id = self.word(id.name);
                let attribute = attribute.as_ref().map(|attribute| self.word(attribute.name));
                let end = attribute.map_or(id.span.end, |attribute| attribute.span.end);
                (Expression::Message { id, attribute }, end)
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let id = self.word(id.name);
                let attribute = attribute.as_ref().map(|attribute| self.word(attribute.name));
                let end = attribute.map_or(id.span.end, |attribute| attribute.span.end);
                let (arguments, end) = match arguments {
                    Some(arguments) => self.arguments(arguments, end),
                    None => (Vec::new(), end),
                };
                (Expression::Term { id, attribute, arguments }, end)
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                let id = self.word(id.name);
                let (arguments, end) = self.arguments(arguments, id.span.end);
                (Expression::Function { id, arguments }, end)
            }
            ast::InlineExpression::Placeable { expression } => {
                let open = self.find("{", from);
                match &**expression {
                    ast::Expression::Inline(inline) => {
                        let (expression, end) = self.inline(inline, open + 1);
                        (expression, self.find("}", end) + 1)
                    }
                    ast::Expression::Select { selector, variants } => {
                        let select = self.select(selector, variants, open);
                        let end = select.span.end;
                        (Expression::Select(Box::new(select)), end)
                    }
                }
            }
        }
    }

    fn arguments(&self, arguments: &ast::CallArguments<&'a str>, from: usize) -> (Vec<Argument<'a>>, usize) {
        let mut end = self.find("(", from) + 1;
        let mut read = Vec::with_capacity(arguments.positional.len() + arguments.named.len());
        for argument in &arguments.positional {
            let (value, its_end) = self.inline(argument, end);
            end = its_end;
            read.push(Argument { name: None, value });
        }
        for argument in &arguments.named {
            let name = self.word(argument.name.name);
            let (value, its_end) = self.inline(&argument.value, name.span.end);
            end = its_end;
            read.push(Argument { name: Some(name), value });
        }
        (read, self.find(")", end) + 1)
    }

    fn comment(&self, comment: ast::Comment<&'a str>) -> Comment<'a> {
        Comment { lines: comment.content.into_iter().map(|line| self.word(line)).collect() }
    }

    fn junk(&self, content: &'a str, at: usize, fault: Fault, n_before: usize) -> Junk<'a> {
        let Word { text, span } = self.word(content);
        let at = self.text.floor_char_boundary(at);
        let ids = ids(text).map(|id| self.word(id)).collect();
        Junk { text, span, at, fault, ids, n_before }
    }

    /// A slice of the text, with its place.
    fn word(&self, slice: &'a str) -> Word<'a> {
        let start = slice.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr()).min(self.text.len());
        Word { text: slice, span: Span::new(start, (start + slice.len()).min(self.text.len())) }
    }

    /// Where `token` stands next: between two parts of a placeable there is only white space beside it.
    fn find(&self, token: &str, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        rest.find(token).map_or(self.text.len().saturating_sub(1), |at| from + at)
    }
}

/// The ids that begin the lines of `junk`, of terms with their hyphen.
fn ids(junk: &str) -> impl Iterator<Item = &str> {
    junk.lines().enumerate().filter_map(|(n_before, line)| {
        let letters = line.strip_prefix('-').unwrap_or(line);
        let rest = letters.trim_start_matches(is_id_part);
        let is_id = letters.starts_with(|char: char| char.is_ascii_alphabetic());
        // In its first line nothing but the equals sign may be missing.
        let is_entry = n_before == 0 || rest.trim_start().starts_with('=');
        (is_id && is_entry).then(|| &line[..line.len() - rest.len()])
    })
}
