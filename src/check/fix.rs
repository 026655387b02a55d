//! The edits of findings, put into the files: bytes spliced, the result checked, nothing else touched.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Checked, Contract, Sources, check};
use crate::diagnostic::{Diagnostic, Edit, FileId};

/// Sources after their findings have been put right.
#[derive(Debug)]
pub struct Fixed {
    /// The sources as they are now.
    pub sources: Sources,
    /// What is still found in them.
    pub checked: Checked,
    /// The files that have changed.
    pub files: Vec<FixedFile>,
    /// How many findings are gone through their edits.
    pub n_fixed: usize,
}

/// A file that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path, as in the findings.
    pub path: String,
    /// What was in it.
    pub before: Vec<u8>,
    /// What is in it now.
    pub after: Vec<u8>,
}

/// Puts right what findings have an edit for, of those that are `wanted`.
///
/// Of two edits that overlap or touch, one waits until the other is in place and everything has been checked again.
/// Edits after which more is found than before are taken back. Doing it again changes nothing.
#[must_use]
pub fn fix(sources: Sources, contract: &Contract, wanted: impl Fn(&Diagnostic) -> bool) -> Fixed {
    let mut files = files(&sources);
    let checked = check(sources.clone(), contract);
    let mut state = State { sources, checked, n_fixed: 0 };
    // What was refused beside other edits may be possible now that these are in place.
    while state.pass(contract, &wanted) > 0 {}
    let State { sources, checked, n_fixed } = state;
    for folder in &sources.folders {
        for file in &folder.files {
            let path = format!("{}/{}", folder.path, file.name);
            if let Some(fixed) = files.get_mut(&path) {
                fixed.after.clone_from(&file.bytes);
            }
        }
    }
    let mut files: Vec<FixedFile> = files.into_values().filter(|file| file.before != file.after).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Fixed { sources, checked, files, n_fixed }
}

fn files(sources: &Sources) -> HashMap<String, FixedFile> {
    let folders = sources.folders.iter();
    let files = folders.flat_map(|folder| folder.files.iter().map(move |file| (folder, file)));
    let fixed = files.map(|(folder, file)| {
        let path = format!("{}/{}", folder.path, file.name);
        (path.clone(), FixedFile { path, before: file.bytes.clone(), after: Vec::new() })
    });
    fixed.collect()
}

struct State {
    sources: Sources,
    checked: Checked,
    n_fixed: usize,
}

/// What a finding is about, without its place, which moves: the more of one key, the worse.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    rule: &'static str,
    path: String,
    message_id: Option<String>,
}

impl Key {
    fn of(diagnostic: &Diagnostic, checked: &Checked) -> Key {
        Key {
            rule: diagnostic.rule,
            path: checked.texts.path(diagnostic.place.file).to_owned(),
            message_id: diagnostic.message_id.clone(),
        }
    }
}

impl State {
    /// Puts edits in place until none is left that does good. Returns how many findings are gone.
    fn pass(&mut self, contract: &Contract, wanted: &impl Fn(&Diagnostic) -> bool) -> usize {
        let n_before = self.n_fixed;
        let mut refused: HashSet<Key> = HashSet::new();
        loop {
            let findings = self.checked.diagnostics.iter().filter(|found| wanted(found));
            let open = findings.filter(|found| !refused.contains(&Key::of(found, &self.checked)));
            let chosen = choose(open);
            if chosen.is_empty() {
                return self.n_fixed - n_before;
            }
            let sources = splice(&self.sources, &chosen, &self.checked);
            let checked = check(sources.clone(), contract);
            let worse = worse(&self.checked, &checked);
            let n_open = |checked: &Checked| {
                checked.diagnostics.iter().filter(|found| found.fix.is_some() && wanted(found)).count()
            };
            let (n_now, n_then) = (n_open(&self.checked), n_open(&checked));
            if worse.is_empty() && n_then < n_now {
                self.n_fixed += n_now - n_then;
                (self.sources, self.checked) = (sources, checked);
                continue;
            }
            let keys: HashSet<Key> = chosen.iter().map(|found| Key::of(found, &self.checked)).collect();
            let is_near = |key: &&Key| {
                worse.iter().any(|worse| worse.path == key.path && worse.message_id == key.message_id)
            };
            let near: HashSet<Key> = keys.iter().filter(is_near).cloned().collect();
            refused.extend(if near.is_empty() { keys } else { near });
        }
    }
}

/// The findings whose edits neither overlap nor touch those of one before.
fn choose<'d>(findings: impl Iterator<Item = &'d Diagnostic>) -> Vec<&'d Diagnostic> {
    // The ends of what is taken, by the starts.
    let mut taken: HashMap<FileId, BTreeMap<usize, usize>> = HashMap::new();
    let mut chosen = Vec::new();
    for found in findings {
        let Some(fix) = &found.fix else { continue };
        let taken = taken.entry(found.place.file).or_default();
        let mut own = Vec::new();
        for Edit { span, .. } in &fix.edits {
            let before = taken.range(..=span.end).next_back();
            if before.is_some_and(|(_, end)| *end >= span.start) {
                break;
            }
            taken.insert(span.start, span.end);
            own.push(span.start);
        }
        if own.len() == fix.edits.len() {
            chosen.push(found);
        } else {
            // Half a fix is none.
            for start in own {
                taken.remove(&start);
            }
        }
    }
    chosen
}

fn splice(sources: &Sources, chosen: &[&Diagnostic], checked: &Checked) -> Sources {
    let mut edits: HashMap<&str, Vec<&Edit>> = HashMap::new();
    for found in chosen {
        let path = checked.texts.path(found.place.file);
        edits.entry(path).or_default().extend(found.fix.iter().flat_map(|fix| &fix.edits));
    }
    let mut sources = sources.clone();
    for folder in &mut sources.folders {
        for file in &mut folder.files {
            if let Some(edits) = edits.get_mut(format!("{}/{}", folder.path, file.name).as_str()) {
                file.bytes = spliced(&file.bytes, edits);
            }
        }
    }
    sources
}

/// The edits do not overlap.
fn spliced(bytes: &[u8], edits: &mut [&Edit]) -> Vec<u8> {
    edits.sort_by_key(|edit| edit.span);
    let mut written = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for edit in edits {
        written.extend_from_slice(bytes.get(from..edit.span.start).unwrap_or_default());
        written.extend_from_slice(edit.replacement.as_bytes());
        from = edit.span.end;
    }
    written.extend_from_slice(bytes.get(from..).unwrap_or_default());
    written
}

/// What there is more of than before.
fn worse(before: &Checked, after: &Checked) -> HashSet<Key> {
    let count = |checked: &Checked| {
        let mut counts: HashMap<Key, usize> = HashMap::new();
        for found in &checked.diagnostics {
            *counts.entry(Key::of(found, checked)).or_default() += 1;
        }
        counts
    };
    let before = count(before);
    let more = count(after).into_iter().filter(|(key, n)| before.get(key).is_none_or(|before| n > before));
    more.map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, Severity, Span, Texts};

    fn finding(file: FileId, edits: &[(usize, usize, &str)]) -> Diagnostic {
        let place = Place { file, span: Span::empty(0) };
        let mut found = Diagnostic::new("a-rule", Severity::Warning, place, "a finding".to_owned());
        for (start, end, replacement) in edits {
            found.edit(Span::new(*start, *end), *replacement);
        }
        found
    }

    #[test]
    fn edits_that_touch_wait_and_half_a_fix_is_none() {
        let check = |fixes: &[&[(usize, usize, &str)]], expected: &str| {
            let mut texts = Texts::default();
            let file = texts.add("x/a.ftl".to_owned(), "0123456789".to_owned());
            let findings: Vec<Diagnostic> = fixes.iter().map(|edits| finding(file, edits)).collect();
            let chosen = choose(findings.iter());
            let mut edits: Vec<&Edit> =
                chosen.iter().flat_map(|found| &found.fix).flat_map(|fix| &fix.edits).collect();
            assert_eq!(String::from_utf8(spliced(b"0123456789", &mut edits)).as_deref(), Ok(expected));
        };
        check(&[], "0123456789");
        check(&[&[(4, 6, "x")], &[(0, 1, "")], &[(10, 10, "!")]], "123x6789!");
        check(&[&[(4, 6, "x")], &[(5, 7, "y")]], "0123x6789");
        check(&[&[(4, 6, "x")], &[(6, 6, "y")]], "0123x6789");
        check(&[&[(4, 4, "x")], &[(4, 4, "y")]], "0123x456789");
        check(&[&[(4, 6, "x")], &[(0, 1, "a"), (5, 7, "y")], &[(1, 2, "b")]], "0b23x6789");
        check(&[&[(1, 2, "a"), (8, 9, "b")], &[(4, 5, "c")]], "0a23c567b9");
    }
}
