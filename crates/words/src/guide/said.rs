//! Sentences of rules with their gaps shown.

use crate::en::rules::{RuleWords, Sentence};
use crate::template::{self, Filling};

/// The sentences, each in quotes, with what fills the gaps in angle quotes.
pub fn sentences(words: &RuleWords, sentences: &[Sentence]) -> String {
    let said: Vec<String> = sentences
        .iter()
        .filter_map(|sentence| template::fill(sentence.text, &|gap| Some(gap_of(words, gap))))
        .map(|sentence| format!("“{sentence}”"))
        .collect();
    said.join(" or ")
}

fn gap_of(words: &RuleWords, gap: &str) -> Filling {
    let name = gap.trim_end_matches('>');
    let label = words.values.iter().find(|(known, _)| *known == name).map(|(_, label)| *label);
    let text = label.unwrap_or(match name {
        "from" => "touchpoint that hands on",
        "to" => "touchpoint that receives",
        "from_department" => "department that hands on",
        "to_department" => "department that receives",
        "one" => "one department",
        "other" => "the other department",
        other => other,
    });
    Filling { text: format!("‹{text}›"), many: 2 }
}
