//! JSON Schema of the file format, collected from the declarations.

use serde_json::{Map as JsonMap, Value, json};

/// The definitions met so far, each entity once.
#[derive(Default)]
pub struct Schema {
    definitions: JsonMap<String, Value>,
}

impl Schema {
    /// A reference to the definition of the entity `name`, made by `fields` when it is first met.
    pub fn entity(
        &mut self,
        name: &str,
        about: &str,
        fields: impl FnOnce(&mut Self, &mut JsonMap<String, Value>),
    ) -> Value {
        if !self.definitions.contains_key(name) {
            // Entered before its fields, so that an entity may hold itself.
            self.definitions.insert(name.into(), Value::Null);
            let mut properties = JsonMap::new();
            fields(self, &mut properties);
            let definition =
                json!({ "type": "object", "description": about.trim(), "properties": properties });
            self.definitions.insert(name.into(), definition);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The schema of an identifier.
    pub fn id(&mut self) -> Value {
        let definition = json!({
            "type": "string",
            "pattern": super::id::ID_PATTERN,
            "description": "An identifier: stable, never reused."
        });
        self.definitions.insert("Id".into(), definition);
        json!({ "$ref": "#/$defs/Id" })
    }

    /// The definitions collected, by name.
    pub fn finish(self) -> JsonMap<String, Value> {
        self.definitions
    }
}

/// `value` with its description set to `about`.
pub fn described(value: Value, about: &str) -> Value {
    match value {
        Value::Object(mut map) => {
            map.insert("description".into(), about.trim().into());
            Value::Object(map)
        }
        other => other,
    }
}
