//! Sentences with gaps: `{name}` takes a value, `{name|one|many}` one of two words by how many it stands for.

/// What fills a gap.
pub struct Filling {
    /// The words.
    pub text: String,
    /// How many things they stand for.
    pub many: u64,
}

impl Filling {
    /// Words for one thing.
    pub fn one(text: String) -> Self {
        Self { text, many: 1 }
    }
}

/// The sentence with every gap filled; `None` where `fill` knows one of them not.
pub fn fill(template: &str, fill: &dyn Fn(&str) -> Option<Filling>) -> Option<String> {
    let mut sentence = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (gap, after) = after.split_once('}')?;
        sentence.push_str(before);
        let mut parts = gap.splitn(3, '|');
        let filling = fill(parts.next()?)?;
        match (parts.next(), parts.next()) {
            (Some(one), Some(many)) => sentence.push_str(if filling.many == 1 { one } else { many }),
            _ => sentence.push_str(&filling.text),
        }
        rest = after;
    }
    sentence.push_str(rest);
    Some(begun_large(sentence))
}

/// "an unnamed touchpoint …" begins a sentence as "An unnamed touchpoint …"; names stay as typed.
fn begun_large(mut sentence: String) -> String {
    if sentence.starts_with("an ") || sentence.starts_with("a ") || sentence.starts_with("nothing ") {
        let first = sentence.remove(0).to_ascii_uppercase();
        sentence.insert(0, first);
    }
    sentence
}

/// The names of the gaps of a template.
#[cfg(test)]
pub fn gaps(template: &str) -> Vec<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(gap, _)| gap.split_once('|').map_or(gap, |(name, _)| name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_gaps_counts_and_refuses_what_it_does_not_know() {
        let values = |name: &str| match name {
            "who" => Some(Filling { text: "A and B".into(), many: 2 }),
            "what" => Some(Filling::one("an unnamed touchpoint".into())),
            _ => None,
        };
        assert_eq!(fill("{who} {who|asks|ask}.", &values).as_deref(), Some("A and B ask."));
        assert_eq!(
            fill("{what} {what|is|are} late", &values).as_deref(),
            Some("An unnamed touchpoint is late")
        );
        assert_eq!(fill("{whom}", &values), None);
        assert_eq!(fill("no gap", &values).as_deref(), Some("no gap"));
    }
}
