//! Joining two changed copies of a text, word by word.

use std::ops::Range;

use crate::sort::Sort;

/// Texts whose changed parts are longer than this many words against as many are not compared word by word.
const LARGEST_TABLE: usize = 250_000;

/// The text after two people changed `base`, where at least one word between their changes stayed as it was; `None`
/// where their changes touch.
pub fn merge_texts(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let words: [Vec<&str>; 3] = [words(base), words(ours), words(theirs)];
    let [base, ours, theirs] = &words;
    let mut changes = edits(base, ours)?;
    changes.extend(edits(base, theirs)?);
    changes.arrange_by_key(|edit| (edit.old.start, edit.old.end));
    changes.dedup();
    // Spaces count as words: one word and the spaces around it have to part two changes.
    let apart = |pair: &[Edit<'_>]| {
        let between = base.get(pair[0].old.end..pair[1].old.start).unwrap_or_default();
        between.iter().any(|word| !is_space(word))
    };
    if !changes.windows(2).all(apart) {
        return None;
    }
    let mut merged = String::new();
    let mut at = 0;
    for edit in &changes {
        merged.extend(base[at..edit.old.start].iter().copied());
        merged.extend(edit.new.iter().copied());
        at = edit.old.end;
    }
    merged.extend(base[at..].iter().copied());
    Some(merged)
}

fn is_space(word: &str) -> bool {
    word.chars().all(char::is_whitespace)
}

/// Words and the spaces between them, in turn.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_space = None;
    for (at, letter) in text.char_indices() {
        if in_space.is_some_and(|in_space| in_space != letter.is_whitespace()) {
            words.push(&text[start..at]);
            start = at;
        }
        in_space = Some(letter.is_whitespace());
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// A stretch of the base and what stands there instead.
#[derive(Debug, PartialEq)]
struct Edit<'a> {
    old: Range<usize>,
    new: Vec<&'a str>,
}

/// What turns `base` into `changed`, by a longest common subsequence; `None` where that would take too long.
fn edits<'a>(base: &[&str], changed: &[&'a str]) -> Option<Vec<Edit<'a>>> {
    let start = base.iter().zip(changed).take_while(|(one, other)| one == other).count();
    let rest = base.iter().rev().zip(changed.iter().rev());
    let end =
        rest.take(base.len().min(changed.len()) - start).take_while(|(one, other)| one == other).count();
    let (old, new) = (&base[start..base.len() - end], &changed[start..changed.len() - end]);
    let width = new.len() + 1;
    if (old.len() + 1) * width > LARGEST_TABLE {
        return None;
    }
    // common[i * width + j]: how many words old[i..] and new[j..] have in common.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut edits: Vec<Edit<'a>> = Vec::new();
    let mut open = false;
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j, open) = (i + 1, j + 1, false);
            continue;
        }
        if !open {
            edits.push(Edit { old: start + i..start + i, new: Vec::new() });
            open = true;
        }
        let removes =
            j == new.len() || i < old.len() && common[(i + 1) * width + j] >= common[i * width + j + 1];
        if let Some(edit) = edits.last_mut() {
            if removes {
                i += 1;
                edit.old.end = start + i;
            } else {
                edit.new.push(new[j]);
                j += 1;
            }
        }
    }
    Some(edits)
}

#[cfg(test)]
mod tests {
    use super::merge_texts;

    #[test]
    fn changes_apart_from_each_other_are_joined_from_either_side() {
        let base = "Check the documents and call the customer back.";
        for (ours, theirs, merged) in [
            (
                "Check all documents and call the customer back.",
                "Check the documents and call the customer back today.",
                "Check all documents and call the customer back today.",
            ),
            (
                "First check the documents and call the customer back.",
                "Check the documents and call the\n\ncustomer back.",
                "First check the documents and call the\n\ncustomer back.",
            ),
            ("Check the documents.", "Check the documents.", "Check the documents."),
        ] {
            assert_eq!(merge_texts(base, ours, theirs).as_deref(), Some(merged));
            assert_eq!(merge_texts(base, theirs, ours).as_deref(), Some(merged));
        }
    }

    #[test]
    fn changes_that_touch_are_not_joined() {
        for (base, ours, theirs) in [
            ("5 days", "3 days", "5 hours"),
            ("Call", "Call back", "Call first"),
            ("a b c", "a x c", "a y c"),
            ("", "one", "two"),
            ("a b c d", "a d", "a b x c d"),
        ] {
            assert_eq!(merge_texts(base, ours, theirs), None, "{base}");
            assert_eq!(merge_texts(base, theirs, ours), None, "{base}");
        }
    }

    #[test]
    fn the_longest_texts_are_left_to_people() {
        let long = |word: &str| vec![word; 2_000].join(" ");
        assert_eq!(merge_texts(&long("a"), &long("b"), &long("c")), None);
    }
}
