//! The schema of the file format, and that its copy in the documentation is current.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::format::crosslane::json_schema;
use serde_json::Value;

const COPY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/crosslane.schema.json");

#[test]
fn the_copy_in_the_documentation_is_current() {
    let schema = json_schema();
    assert!(
        std::fs::read_to_string(COPY).unwrap_or_default() == schema,
        "docs/crosslane.schema.json is not the schema of this model. Refresh it with: \
         cargo run -p crosslane-cli -- schema > docs/crosslane.schema.json"
    );
}

#[test]
fn every_definition_is_used_and_every_field_described() {
    let text = json_schema();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let definitions = schema["$defs"].as_object().unwrap();
    for (name, definition) in definitions {
        assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name} is used");
        assert_ne!(definition["description"].as_str().unwrap_or_default(), "", "{name} is described");
        for (field, schema) in definition["properties"].as_object().into_iter().flatten() {
            let described = schema["description"].is_string() || schema.get("const").is_some();
            assert!(described, "{name}.{field} is described");
        }
    }
}
