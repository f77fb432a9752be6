//! Where a text uses the terms of the shared vocabulary.

use std::ops::Range;

use crate::model::{Id, Term, Workspace};
use crate::sort::Sort;

use super::letters::{Word, gap, words};
use super::trie::Trie;

/// A label with more letters than this is a sentence: it is not looked for.
const LONGEST: usize = 120;

/// Which label of a term was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// The one that everyone should use.
    Preferred,
    /// One that a department uses.
    Department,
    /// One of the variants, by its position.
    Variant(usize),
}

/// A place in a text that uses a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The bytes of the text, from the first letter to the last: whole words.
    pub range: Range<usize>,
    /// The term.
    pub term: Id,
    /// The label found: the preferred one before those of departments, those before variants.
    pub label: LabelKind,
    /// The departments that use this label.
    pub departments: Vec<Id>,
}

/// All labels of a vocabulary, ready to be looked for. Made once for a version of the terms.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    trie: Trie,
    labels: Vec<Label>,
}

#[derive(Clone, Debug)]
struct Label {
    term: Id,
    kind: LabelKind,
    department: Option<Id>,
}

impl Matcher {
    /// The labels of the workspace's terms: the preferred ones, those of departments, and the variants, of which one
    /// may end in `*` to stand for every word that begins so.
    pub fn of(workspace: &Workspace) -> Self {
        let mut matcher = Self::default();
        for (id, term) in &workspace.terms {
            matcher.add_term(*id, term);
        }
        matcher
    }

    fn add_term(&mut self, id: Id, term: &Term) {
        let label = |kind, department| Label { term: id, kind, department };
        if let Some(preferred) = &term.preferred {
            self.add(preferred, label(LabelKind::Preferred, None));
        }
        for (department, entry) in &term.labels {
            if let Some(text) = &entry.label {
                self.add(text, label(LabelKind::Department, Some(*department)));
            }
        }
        for (at, variant) in term.variants.iter().flatten().enumerate() {
            self.add(variant, label(LabelKind::Variant(at), None));
        }
    }

    fn add(&mut self, text: &str, label: Label) {
        if text.len() > 8 * LONGEST {
            return;
        }
        let (text, begins_word) = match text.trim_end().strip_suffix('*') {
            Some(beginning) => (beginning, true),
            None => (text, false),
        };
        let Some(spelling) = spelling(text).filter(|spelling| spelling.chars().count() <= LONGEST) else {
            return;
        };
        self.trie.add(&spelling, self.labels.len(), begins_word);
        self.labels.push(label);
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Where the text uses a term, in order: whole words, the longest label first come; hits do not overlap, unless
    /// one label is that of several terms. Takes time in proportion to the text, times the longest label at worst.
    pub fn scan(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.is_empty() {
            return hits;
        }
        let words = words(text);
        let mut at = 0;
        while at < words.len() {
            match self.longest(text, &words[at..]) {
                Some((count, found)) => {
                    let range = words[at].range.start..words[at + count - 1].range.end;
                    self.add_hits(&range, &found, &mut hits);
                    at += count;
                }
                None => at += 1,
            }
        }
        hits
    }

    /// The longest label that the words begin with: how many words it takes, and which labels are spelled so.
    fn longest(&self, text: &str, words: &[Word]) -> Option<(usize, Vec<usize>)> {
        let mut longest = None;
        let mut node = Trie::ROOT;
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                let between = gap(&text[words[at - 1].range.end..word.range.start]);
                let Some(next) = self.trie.walk(node, between, |_| {}) else { return longest };
                node = next;
            }
            let mut found = Vec::new();
            let end = self.trie.walk(node, &word.folded, |begun| found.extend_from_slice(begun));
            if let Some(end) = end {
                found.extend_from_slice(&self.trie.ends(end).whole);
            }
            if !found.is_empty() {
                longest = Some((at + 1, found));
            }
            let Some(end) = end else { return longest };
            node = end;
        }
        longest
    }

    /// One hit for each term among the labels.
    fn add_hits(&self, range: &Range<usize>, found: &[usize], hits: &mut Vec<Hit>) {
        let first = hits.len();
        for label in found.iter().map(|number| &self.labels[*number]) {
            let known = hits[first..].iter().position(|hit| hit.term == label.term);
            let at = known.map_or(hits.len(), |at| first + at);
            if known.is_none() {
                let (term, departments) = (label.term, Vec::new());
                hits.push(Hit { range: range.clone(), term, label: label.kind, departments });
            }
            let hit = &mut hits[at];
            hit.label = hit.label.min(label.kind);
            hit.departments
                .extend(label.department.filter(|department| !hit.departments.contains(department)));
        }
        hits[first..].arrange_by_key(|hit| hit.term);
    }
}

/// A label as it stands in the tree; `None` where it holds no word.
pub(super) fn spelling(text: &str) -> Option<String> {
    let words = words(text);
    let mut spelling = words.first()?.folded.clone();
    for pair in words.windows(2) {
        spelling += gap(&text[pair[0].range.end..pair[1].range.start]);
        spelling += &pair[1].folded;
    }
    Some(spelling)
}
