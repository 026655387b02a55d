//! What stands between the braces of a template.

use super::{Argument, Call, Layout, root};
use crate::check::tree::Word;
use crate::diagnostic::Span;

/// Words that are no names.
const KEYWORDS: [&str; 14] =
    ["and", "or", "not", "in", "is", "if", "else", "true", "false", "True", "False", "none", "None", "loop"];

/// A piece of an expression.
#[derive(Debug, Clone, Copy)]
enum Token<'a> {
    /// A name, with what is behind its dots or its double colons.
    Name(Word<'a>),
    /// What is between quotes.
    Literal(Word<'a>),
    /// One character of anything else.
    Sign(char),
}

impl<'a> Layout<'a> {
    /// Reads what stands between `{%` and `%}`.
    pub(super) fn tag(&mut self, content: Word<'a>) {
        let tokens = tokens(content);
        let Some((Token::Name(keyword), rest)) = tokens.split_first() else { return };
        match keyword.text {
            "for" => {
                let is_in = |token: &Token| matches!(token, Token::Name(word) if word.text == "in");
                let at = rest.iter().position(is_in).unwrap_or(rest.len());
                self.own_names.extend(rest[..at].iter().filter_map(name).map(|word| word.text));
                self.tokens(&rest[at..]);
            }
            "set" | "set_global" => {
                self.own_names.extend(rest.first().and_then(name).map(|word| word.text));
                self.tokens(rest.get(1..).unwrap_or_default());
            }
            "macro" | "component" => {
                self.own_names.extend(rest.iter().filter_map(name).map(|word| word.text));
            }
            "if" | "elif" => self.tokens(rest),
            // The name of a filter is no name of ours, but its arguments may be.
            "filter" => self.tokens(rest.get(1..).unwrap_or_default()),
            _ => {}
        }
    }

    /// Reads what stands between `{{` and `}}`.
    pub(super) fn expression(&mut self, content: Word<'a>) {
        self.tokens(&tokens(content));
    }

    fn tokens(&mut self, tokens: &[Token<'a>]) {
        let sign = |at: usize, expected: char| matches!(tokens.get(at), Some(Token::Sign(sign)) if *sign == expected);
        let word_before =
            |at: usize| at.checked_sub(1).and_then(|at| name(&tokens[at])).map(|word| word.text);
        // The functions whose parentheses are open; `None` for plain ones, and for those of filters and tests.
        let mut open: Vec<Option<Call<'a>>> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match tokens[at] {
                Token::Sign('(') => open.push(None),
                Token::Sign(')') => self.calls.extend(open.pop().flatten()),
                Token::Sign(_) | Token::Literal(_) => {}
                Token::Name(word) if at > 0 && sign(at - 1, '|') => {
                    // `a | default(…)`: the template does without `a`.
                    if word.text == "default" {
                        let guarded = at.checked_sub(2).and_then(|at| name(&tokens[at]));
                        self.own_names.extend(guarded.map(|word| root(word.text)));
                    }
                }
                Token::Name(word) if matches!(word_before(at), Some("is")) || is_negated_test(tokens, at) => {
                    if matches!(word.text, "defined" | "undefined") {
                        let n_back = if is_negated_test(tokens, at) { 3 } else { 2 };
                        let guarded = at.checked_sub(n_back).and_then(|at| name(&tokens[at]));
                        self.own_names.extend(guarded.map(|word| root(word.text)));
                    }
                }
                Token::Name(word) if KEYWORDS.contains(&root(word.text)) => {}
                Token::Name(word) if sign(at + 1, '(') => {
                    open.push(Some(Call { function: word, arguments: Vec::new() }));
                    at += 1;
                }
                Token::Name(word) if !open.is_empty() && sign(at + 1, '=') && !sign(at + 2, '=') => {
                    let literal = match tokens.get(at + 2) {
                        Some(Token::Literal(literal)) => Some(*literal),
                        _ => None,
                    };
                    if let Some(Some(call)) = open.last_mut() {
                        call.arguments.push(Argument { name: word, literal });
                    }
                }
                Token::Name(word) => self.names.push(word),
            }
            at += 1;
        }
        self.calls.extend(open.into_iter().flatten());
    }
}

fn is_negated_test(tokens: &[Token], at: usize) -> bool {
    let is = |back: usize, expected: &str| {
        at.checked_sub(back).and_then(|at| name(&tokens[at])).is_some_and(|word| word.text == expected)
    };
    is(1, "not") && is(2, "is")
}

fn name<'a>(token: &Token<'a>) -> Option<Word<'a>> {
    match token {
        Token::Name(word) => Some(*word),
        Token::Literal(_) | Token::Sign(_) => None,
    }
}

fn tokens(content: Word<'_>) -> Vec<Token<'_>> {
    let text = content.text;
    let word = |start: usize, end: usize| Word {
        text: &text[start..end],
        span: Span::new(content.span.start + start, content.span.start + end),
    };
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let rest = &text[at..];
        let len = |is_part: fn(char) -> bool| rest.find(|char| !is_part(char)).unwrap_or(rest.len());
        if matches!(char, '"' | '\'' | '`') {
            let end = rest[1..].find(char).map_or(text.len(), |end| at + 1 + end);
            tokens.push(Token::Literal(word(at + 1, end)));
            at = (end + 1).min(text.len());
        } else if char.is_alphabetic() || char == '_' {
            let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.' | ':' | '?');
            let end = at + rest[..len(is_part)].trim_end_matches(['.', ':', '?']).len();
            tokens.push(Token::Name(word(at, end)));
            at = end;
        } else if char.is_ascii_digit() {
            at += len(|char| char.is_ascii_digit() || char == '.');
        } else if char == '.' {
            // What is behind the dot of `a[b].c` is no name of its own.
            at += 1;
            at += text[at..]
                .find(|char: char| !(char.is_alphanumeric() || char == '_'))
                .unwrap_or(text.len() - at);
        } else {
            if !char.is_whitespace() {
                tokens.push(Token::Sign(char));
            }
            at += char.len_utf8();
        }
    }
    tokens
}
