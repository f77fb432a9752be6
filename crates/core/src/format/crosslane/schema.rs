//! The JSON Schema of the file format.

use serde_json::{Value, json};

use super::{ENVELOPE, FORMAT, VERSION};
use crate::model::{Field, Schema, Workspace};

/// The JSON Schema (draft 2020-12) of version 1, pretty-printed with a final newline.
pub fn json_schema() -> String {
    let mut schema = Schema::default();
    Workspace::schema(&mut schema);
    let mut definitions = schema.finish();
    if let Some(Value::Object(workspace)) = definitions.get_mut("Workspace") {
        if let Some(Value::Object(fields)) = workspace.get_mut("properties") {
            fields.insert(ENVELOPE[0].into(), json!({ "const": FORMAT }));
            fields.insert(ENVELOPE[1].into(), json!({ "const": VERSION }));
        }
        workspace.insert("required".into(), json!(ENVELOPE));
    }
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Crosslane workspace",
        "$ref": "#/$defs/Workspace",
        "$defs": definitions,
    });
    format!("{whole:#}\n")
}
