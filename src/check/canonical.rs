//! An entry as one line of text in which only what is printed counts: not white space, line ends or comments.

use super::tree::{Argument, Element, Entry, Expression, Pattern, Select, Word};

/// The text. Two entries have the same one if and only if a reader could not tell them apart.
pub(crate) fn canonical(entry: &Entry) -> String {
    let mut line = Line { text: String::with_capacity(entry.span.end - entry.span.start) };
    for (attribute, pattern) in entry.patterns() {
        if let Some(Word { text, .. }) = attribute {
            line.token(&format!(".{text} ="));
        }
        line.pattern(pattern);
    }
    line.text.truncate(line.text.trim_end_matches(' ').len());
    line.text
}

struct Line {
    text: String,
}

impl Line {
    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            match element {
                Element::Text(word) => self.words(word.text),
                Element::Placeable(placeable) => {
                    self.text.push_str("{ ");
                    self.expression(&placeable.expression);
                    self.text.push_str(" }");
                }
                Element::Select(select) => self.select(select),
            }
        }
    }

    /// Text with one space for each run of white space. A no-break space is no such thing: it is printed.
    fn words(&mut self, text: &str) {
        for char in text.chars() {
            if matches!(char, ' ' | '\n' | '\r' | '\t') {
                self.space();
            } else {
                self.text.push(char);
            }
        }
    }

    fn select(&mut self, select: &Select) {
        self.text.push_str("{ ");
        self.expression(&select.selector);
        self.text.push_str(" ->");
        for variant in &select.variants {
            let mark = if variant.is_default { "*" } else { "" };
            self.token(&format!("{mark}[{}]", variant.key.text));
            self.pattern(&variant.pattern);
        }
        self.space();
        self.text.push('}');
    }

    fn expression(&mut self, expression: &Expression) {
        let dotted = |id: &Word, attribute: &Option<Word>| match attribute {
            Some(attribute) => format!("{}.{}", id.text, attribute.text),
            None => id.text.to_owned(),
        };
        match expression {
            Expression::Text(word) => {
                self.text.push('"');
                self.text.push_str(word.text);
                self.text.push('"');
            }
            Expression::Number(word) => self.text.push_str(word.text),
            Expression::Variable(word) => {
                self.text.push('$');
                self.text.push_str(word.text);
            }
            Expression::Message { id, attribute } => self.text.push_str(&dotted(id, attribute)),
            Expression::Term { id, attribute, arguments } => {
                self.text.push('-');
                self.text.push_str(&dotted(id, attribute));
                if !arguments.is_empty() {
                    self.arguments(arguments);
                }
            }
            Expression::Function { id, arguments } => {
                self.text.push_str(id.text);
                self.arguments(arguments);
            }
            Expression::Select(select) => self.select(select),
        }
    }

    fn arguments(&mut self, arguments: &[Argument]) {
        self.text.push('(');
        for (at, argument) in arguments.iter().enumerate() {
            if at > 0 {
                self.text.push_str(", ");
            }
            if let Some(name) = argument.name {
                self.text.push_str(name.text);
                self.text.push_str(": ");
            }
            self.expression(&argument.value);
        }
        self.text.push(')');
    }

    /// A piece of syntax with a space on each side.
    fn token(&mut self, token: &str) {
        self.space();
        self.text.push_str(token);
        self.text.push(' ');
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::super::tree::Encoding;
    use super::*;
    use crate::diagnostic::Texts;

    fn canonical_of(text: &str) -> String {
        let file = Texts::default().add(String::new(), String::new());
        canonical(&parse(file, "x.ftl", text, Encoding::Utf8).entries[0])
    }

    #[test]
    fn white_space_and_comments_do_not_count() {
        let check = |text: &str, expected: &str| assert_eq!(canonical_of(text), expected, "{text}");
        check("# Why.\na=  b  c", "b c");
        check("a =\r\n    b\r\n    c  \r\n", "b c");
        check("a = b\u{a0} { $c }d", "b\u{a0} { $c }d");
        check("a = {\"  \"} b", "{ \"  \" } b");
        check("a = { X($b, c: 1) } { -d(e:\"f\") }{ g.h }", "{ X($b, c: 1) } { -d(e: \"f\") }{ g.h }");
        check(
            "a =\n    { $n ->\n        [one] b\n       *[other] c\n    }\n",
            "{ $n -> [one] b *[other] c }",
        );
        check("a = b\n    .c = d\n    .e = f", "b .c = d .e = f");
        check("a =\n    .c = d", ".c = d");
    }
}
