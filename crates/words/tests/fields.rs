//! Every entity and field of the model has words.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::format::crosslane::json_schema;
use crosslane_words::field;
use serde_json::Value;

#[test]
fn every_declared_field_has_words() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let mut missing = Vec::new();
    for (entity, definition) in schema["$defs"].as_object().unwrap() {
        let Some(properties) = definition["properties"].as_object() else { continue };
        if field::noun(entity).is_empty() {
            missing.push(entity.clone());
        }
        let wordless = properties.keys().filter(|name| field::phrase(entity, name).is_empty());
        missing.extend(wordless.map(|name| format!("{entity}.{name}")));
    }
    assert_eq!(missing, Vec::<String>::new());
}
