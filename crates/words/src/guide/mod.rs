//! The documentation of the rules, `docs/rules.md`, written from the registry and the tables of words. Native
//! alone: nothing of it is in the app.

mod said;

use crosslane_core::model::{Minutes, Workspace};
use crosslane_core::rules::{
    RULES, Rule, RuleKind, Severity, THRESHOLDS, Threshold, ThresholdUnit, Thresholds,
};

use crate::en::guide::{self, RuleGuide};
use crate::en::rules::{self, RuleWords};
use crate::labels::Label;
use crate::values;

/// What is said of a rule, and the rule.
struct Entry {
    rule: &'static Rule,
    words: &'static RuleWords,
    guide: &'static RuleGuide,
}

/// The rules, kind by kind; one without words or without a guide is missing.
fn entries() -> Vec<Entry> {
    let entry = |guide: &'static RuleGuide| {
        let rule = RULES.iter().copied().find(|rule| rule.id == guide.rule)?;
        let words = rules::all().find(|words| words.rule == guide.rule)?;
        Some(Entry { rule, words, guide })
    };
    guide::all().filter_map(entry).collect()
}

/// `docs/rules.md`.
pub fn rules() -> String {
    let entries = entries();
    let mut page = [guide::OPENING, "\n## All rules\n\n"].concat();
    page += "| rule | | kind | where | severity |\n| --- | --- | --- | --- | --- |\n";
    page.extend(entries.iter().map(overview));
    page += "\n## Thresholds\n\nA workspace may set its own (`settings` in the file); an absent one has this value.\n\n";
    page += "| threshold | value | bears on |\n| --- | --- | --- |\n";
    page.extend(THRESHOLDS.iter().map(threshold_row));
    let mut kind = None;
    for entry in &entries {
        if kind != Some(entry.rule.kind) {
            kind = Some(entry.rule.kind);
            page.extend(["\n## ", entry.rule.kind.label(), "\n"]);
        }
        page += &section(entry);
    }
    page
}

/// The rules of which the page says which blanks can keep them open, with the names of those in the file.
pub fn open_fields() -> Vec<(&'static str, Vec<&'static str>)> {
    guide::all().map(|guide| (guide.rule, guide.open.iter().map(|field| field.word()).collect())).collect()
}

fn overview(entry: &Entry) -> String {
    let Entry { rule, words, .. } = entry;
    format!(
        "| [`{id}`](#{id}) | {} | {} | {} | {} |\n",
        words.title,
        rule.kind.word(),
        rule.place.word(),
        severities(rule),
        id = rule.id
    )
}

fn severities(rule: &Rule) -> String {
    if rule.kind == RuleKind::Meta {
        return "badge".to_owned();
    }
    let words: Vec<&str> = rule.severities.iter().map(|severity| severity.word()).collect();
    words.join(", ")
}

fn threshold_row(threshold: &Threshold) -> String {
    let mut on: Vec<String> = threshold.rules.iter().map(|rule| format!("`{rule}`")).collect();
    if threshold.raises {
        on.push("which flags rise one step".to_owned());
    }
    format!("| `{}` | {} | {} |\n", threshold.field, default_value(threshold), on.join(", "))
}

/// The value that a threshold has where a workspace sets none.
fn default_value(threshold: &Threshold) -> String {
    let value = (threshold.value)(&Thresholds::of(&Workspace::default()));
    let number = values::decimal(value);
    match threshold.unit {
        ThresholdUnit::Points => [number.as_str(), " points"].concat(),
        // The default is a whole number of minutes.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        ThresholdUnit::Minutes => values::minutes(Minutes::exact(value as u64)),
        ThresholdUnit::Times => [number.as_str(), " times"].concat(),
        ThresholdUnit::Percent => [number.as_str(), " %"].concat(),
        ThresholdUnit::Days => [number.as_str(), " days"].concat(),
        ThresholdUnit::Rating | ThresholdUnit::Handoffs => number,
    }
}

fn section(entry: &Entry) -> String {
    let Entry { rule, words, guide } = entry;
    let mut text = format!("\n### {}\n\n**{}.** {}\n\n", rule.id, words.title, words.about);
    let mut line = |label: &str, said: &str| {
        if !said.is_empty() {
            text.extend(["- **", label, "** ", said.trim_end(), "\n"]);
        }
    };
    line("Fires", &format!("where {}.", guide.fires));
    line("Kind", &format!("{}; looks at each {}.", rule.kind.word(), rule.place.word()));
    line("Severity", &severity(rule, guide));
    line("Counts", &format!("at {}.", guide.counts));
    line("Looks at", &format!("{}.", guide.inputs));
    line("Thresholds:", &thresholds(rule));
    line("Compares", &compared(words));
    if !guide.not_applicable.is_empty() {
        line("Not applicable", &format!("{}.", guide.not_applicable));
    }
    line("Open", &open(guide));
    line("Says", &said::sentences(words, words.why));
    line("Helps:", &said::sentences(words, words.mend));
    line("Ways to connect:", &practices(rule));
    line("Source:", guide.source);
    text
}

fn severity(rule: &Rule, guide: &RuleGuide) -> String {
    if rule.kind == RuleKind::Meta {
        return "none: it is a badge on a flag.".to_owned();
    }
    let when = |(severity, when): &(Severity, &str)| format!("{} where {when}", severity.word());
    let of: Vec<String> = guide.severities.iter().map(when).collect();
    let mut said = if of.is_empty() { severities(rule) } else { of.join("; ") };
    let can_rise = rule.severities.iter().any(|severity| severity.risen() != *severity);
    if rule.kind.rises() && can_rise && guide.counts != guide::AT_NONE {
        said += "; one step up where the touchpoint that receives matters";
    }
    said + "."
}

fn thresholds(rule: &Rule) -> String {
    let used: Vec<String> = THRESHOLDS
        .iter()
        .filter(|threshold| threshold.rules.contains(&rule.id))
        .map(|threshold| format!("`{}` ({})", threshold.field, default_value(threshold)))
        .collect();
    if used.is_empty() { "none.".to_owned() } else { values::list(&used) + "." }
}

fn compared(words: &RuleWords) -> String {
    let named: Vec<String> = words.values.iter().map(|(name, label)| format!("{label} (`{name}`)")).collect();
    if named.is_empty() {
        "nothing: that it fires is all there is to it.".to_owned()
    } else {
        named.join(", ") + "."
    }
}

fn open(guide: &RuleGuide) -> String {
    let fields: Vec<String> = guide.open.iter().map(|field| guide::blank(*field).to_owned()).collect();
    let open = match fields.as_slice() {
        [] => String::new(),
        fields => format!("while it is not known, and could decide it: {}. ", fields.join("; ")),
    };
    open + guide.blanks
}

fn practices(rule: &Rule) -> String {
    let names: Vec<String> = rule.practices.iter().map(|practice| practice.label().to_lowercase()).collect();
    names.join(", ") + "."
}

#[cfg(test)]
mod tests;
