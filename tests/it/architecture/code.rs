//! Which paths a Rust text names. No parser: enough for text that compiles and that rustfmt has laid out.

use std::collections::{BTreeMap, BTreeSet};

/// `text` without line comments, and without what is between the quotes of literals.
pub(super) fn code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let dropped = match char {
            '/' if rest.starts_with("//") => Some((rest.find('\n').unwrap_or(rest.len()), "")),
            '"' => Some((quoted(rest), "\"\"")),
            'r' => raw(rest).map(|n_bytes| (n_bytes, "\"\"")),
            '\'' => character(rest).map(|n_bytes| (n_bytes, "''")),
            _ => None,
        };
        if let Some((n_bytes, shown)) = dropped {
            code.push_str(shown);
            rest = &rest[n_bytes..];
        } else {
            code.push(char);
            rest = &rest[char.len_utf8()..];
        }
    }
    code
}

fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw(text: &str) -> Option<usize> {
    let hashed = text.strip_prefix('r')?;
    let body = hashed.trim_start_matches('#');
    let n_hashes = hashed.len() - body.len();
    let end = format!("\"{}", "#".repeat(n_hashes));
    let start = 1 + n_hashes + 1;
    Some(start + body.strip_prefix('"')?.find(&end)? + end.len())
}

/// The length of a character literal; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let first = text[1..].chars().next()?;
    if first == '\\' {
        return Some(3 + text[3..].find('\'')? + 1);
    }
    let end = 1 + first.len_utf8();
    text[end..].starts_with('\'').then_some(end + 1)
}

/// `code` without the items that only tests have: rustfmt puts the brace that ends one under its beginning.
pub(super) fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let Some(indent) = line.strip_suffix("#[cfg(test)]") else {
            kept.push_str(line);
            kept.push('\n');
            continue;
        };
        let end = format!("{indent}}}");
        let _ =
            lines.find(|line| line.ends_with(';') && !line[indent.len()..].starts_with(' ') || *line == end);
    }
    kept
}

/// Every path in `code`: each name of a `use` spelled out, and in other places a name that a `use` has
/// brought in replaced by where it comes from.
pub(super) fn paths(code: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    let mut brought: BTreeMap<String, String> = BTreeMap::new();
    let mut others = String::new();
    for statement in code.split_inclusive(';') {
        let used = statement.strip_suffix(';').and_then(|statement| statement.rsplit_once("use "));
        let Some((before, tree)) = used.filter(|(before, _)| !before.ends_with(is_in_name)) else {
            others.push_str(statement);
            continue;
        };
        others.push_str(before);
        for path in expand(&tree.split_whitespace().collect::<Vec<_>>().join(" ").replace(['\n', '\t'], "")) {
            let (path, alias) = path.split_once(" as ").unwrap_or((&path, ""));
            let path = path.trim_end_matches("::self");
            let name = if alias.is_empty() { path.rsplit("::").next().unwrap_or(path) } else { alias };
            if path.contains("::") {
                brought.insert(name.to_owned(), path.to_owned());
            }
            paths.insert(path.to_owned());
        }
    }
    let mut rest = others.as_str();
    while let Some(at) = rest.find(is_in_name) {
        let goes_on = rest[..at].ends_with("::");
        let path = &rest[at..at + path_len(&rest[at..])];
        rest = &rest[at + path.len()..];
        if let (false, Some((first, more))) = (goes_on, path.split_once("::")) {
            let first = brought.get(first).map_or(first, String::as_str);
            paths.insert(format!("{first}::{more}"));
        }
    }
    paths
}

/// `a::{b, c::{d, e}}` as `a::b`, `a::c::d`, `a::c::e`.
fn expand(tree: &str) -> Vec<String> {
    let Some((prefix, inner)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inner = inner.trim_end().strip_suffix('}').unwrap();
    let mut depth = 0;
    let branches = inner.split(|char| {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        char == ',' && depth == 0
    });
    let branches = branches.map(str::trim).filter(|branch| !branch.is_empty());
    branches.flat_map(|branch| expand(&format!("{}{branch}", prefix.trim()))).collect()
}

fn is_in_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

fn path_len(text: &str) -> usize {
    let name = text.find(|char| !is_in_name(char)).unwrap_or(text.len());
    match text[name..].strip_prefix("::") {
        Some(more) if more.starts_with(is_in_name) => name + 2 + path_len(more),
        _ => name,
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let paths = paths(&without_tests(&code(text)));
    assert_eq!(paths.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_use_names_all_of_its_branches() {
    check("use a::b;", &["a::b"]);
    check("pub(crate) use a::{\n    b,\n    c::{self, d as e},\n};\n", &["a::b", "a::c", "a::c::d"]);
    check("#[cfg(x)]\npub use self::a::*;\nuse super::{b};", &["self::a::*", "super::b"]);
}

#[test]
fn a_path_in_code_begins_where_its_first_name_comes_from() {
    check("fn f() -> a::B<c::D> { e::f!(g) }", &["a::B", "c::D", "e::f"]);
    check("use a::ring;\nlet x = ring::rand();", &["a::ring", "a::ring::rand"]);
    check("<T as a::B>::c::d()", &["a::B"]);
}

#[test]
fn comments_and_literals_name_nothing() {
    check("// a::b\n/// [c::d]\nlet x = (\"e::f \\\" g::h\", r#\"\"i::j\"#, '\"', '\\'', k::L);", &["k::L"]);
    check("fn f<'a>(x: &'a str) { \"'\"; b::c() }", &["b::c"]);
}

#[test]
fn what_only_tests_have_is_left_out() {
    check("use a::b;\n#[cfg(test)]\nmod tests {\n    use c::d;\n}\nuse e::f;", &["a::b", "e::f"]);
    check("#[cfg(test)]\nuse a::b;\nuse c::d;", &["c::d"]);
}
