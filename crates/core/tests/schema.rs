//! The schema of the file format, and that its copy in the documentation is current.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::format::crosslane::{json_schema, open, write};
use serde_json::Value;

const PAGE: &str = include_str!("../../../docs/file-format.md");
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

#[test]
fn the_page_about_the_format_has_every_field_and_word() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    for (entity, definition) in schema["$defs"].as_object().unwrap() {
        let Some(properties) = definition["properties"].as_object() else { continue };
        let start =
            PAGE.find(&format!("\n### {entity}\n")).unwrap_or_else(|| panic!("{entity} has a section"));
        let section = &PAGE[start + 1..];
        let section = &section[..section.find("\n#").unwrap_or(section.len())];
        let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
        for (field, schema) in properties.iter().filter(|(_, schema)| schema.get("const").is_none()) {
            let row = rows.iter().find(|row| row.starts_with(&format!("| `{field}` |")));
            let row = row.unwrap_or_else(|| panic!("{entity}.{field} has a row"));
            let description = schema["description"].as_str().unwrap();
            assert!(row.contains(description), "{entity}.{field} is described as “{description}”: {row}");
            for word in schema["enum"].as_array().into_iter().flatten() {
                assert!(
                    row.contains(&format!("`{}`", word.as_str().unwrap())),
                    "{entity}.{field} has {word}"
                );
            }
        }
        let known = properties.values().filter(|schema| schema.get("const").is_none()).count();
        assert_eq!(rows.len(), known, "{entity} has no row of a field that is gone");
    }
}

#[test]
fn the_small_file_of_the_page_is_canonical() {
    let (_, rest) = PAGE.split_once("```json\n").unwrap();
    let (file, _) = rest.split_once("```").unwrap();
    assert_eq!(write(&open(file).unwrap().workspace), file);
}
