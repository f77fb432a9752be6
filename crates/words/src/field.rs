//! Labels of the entities and fields of the model.

use crate::en::fields::{ENTITIES, EntityWords};

fn words(entity: &str) -> Option<&'static EntityWords> {
    ENTITIES.iter().find(|words| words.entity == entity)
}

/// The word for one entity inside a sentence, such as `touchpoint`; `entity` is its name in the
/// declaration, such as `Touchpoint`.
pub fn noun(entity: &str) -> &'static str {
    words(entity).map_or("", |words| words.noun)
}

/// The words for a field inside a sentence, such as `what the customer does` for `action`; empty where
/// the entity has no such field.
pub fn phrase(entity: &str, field: &str) -> &'static str {
    let fields = words(entity).map_or(&[][..], |words| words.fields);
    fields.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| *words)
}

/// The label of a field, such as `What the customer does`.
pub fn label(entity: &str, field: &str) -> String {
    capitalised(phrase(entity, field))
}

/// The text with a large first letter.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_words_for_a_sentence_and_for_a_form() {
        assert_eq!(phrase("Touchpoint", "action"), "what the customer does");
        assert_eq!(label("Card", "answered_by"), "Who answers for it");
        assert_eq!(noun("Item"), "information item");
        assert_eq!(phrase("Touchpoint", "nonsense"), "");
    }
}
