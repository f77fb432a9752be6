//! Workspaces that use the whole file format, made from its schema: a field that is declared is covered.
#![allow(clippy::expect_used, reason = "used by tests, which may stop at the first surprise")]

use serde_json::{Map as JsonMap, Value, json};

use super::Random;
use crate::format::crosslane::{self, json_schema};
use crate::model::Workspace;

/// Every register has these entries, so that every reference to one of them is to something.
const IDS: [&str; 3] = ["a", "b-2", "0190f3c2-7a4e-7c3b-9d1e-5f60718293a4"];
/// Texts with something to stumble over.
const TEXTS: [&str; 9] = [
    "",
    "Claims desk",
    "\"quoted\" \\ back\u{8}slash\n\ttab",
    "<img src=x onerror=alert(1)>",
    "שלום \u{202e}right to left",
    "🧾 é e\u{301} \u{feff}\u{0}\u{7f}\u{2028}",
    "=1+1",
    "{name} 100%",
    "2026-03-31",
];

/// A workspace in which any field of the format may be filled, as a file: with unknown fields at every
/// level, references to what there is, and complete order lists.
pub fn anything(seed: u64) -> String {
    made(seed, 60)
}

/// The same with every declared field filled and nothing unknown, opened.
///
/// # Panics
/// Where the reader refuses what the schema admits.
pub fn everything(seed: u64) -> Workspace {
    crosslane::open(&made(seed, 100)).expect("what the schema admits is opened").workspace
}

fn made(seed: u64, filled: usize) -> String {
    let schema: Value = serde_json::from_str(&json_schema()).expect("the schema is JSON");
    let mut maker = Maker { definitions: &schema["$defs"], random: Random::new(seed), filled };
    let mut workspace = maker.entity("Workspace");
    workspace.insert("format".into(), json!(crosslane::FORMAT));
    workspace.insert("version".into(), json!(crosslane::VERSION));
    set_order(&mut workspace, "department_order", "departments", &mut maker.random);
    set_order(&mut workspace, "journey_order", "journeys", &mut maker.random);
    for journey in workspace["journeys"].as_object_mut().expect("a map").values_mut() {
        set_in_order(journey.as_object_mut().expect("an entity"), &mut maker.random);
    }
    Value::Object(workspace).to_string()
}

struct Maker<'a> {
    definitions: &'a Value,
    random: Random,
    // How many fields of a hundred are filled.
    filled: usize,
}

impl Maker<'_> {
    fn entity(&mut self, name: &str) -> JsonMap<String, Value> {
        let definitions = self.definitions;
        let properties = definitions[name]["properties"].as_object().expect("an entity has properties");
        let mut entity = JsonMap::new();
        for (field, schema) in properties {
            // Registers and touchpoints are always there: others refer to them.
            let referred_to = matches!(name, "Workspace" | "SteeringCommittee") || field == "touchpoints";
            if referred_to || self.random.chance(self.filled) {
                entity.insert(field.clone(), self.value(schema));
            }
        }
        if self.filled < 100 && self.random.chance(20) {
            entity.insert("x-unknown".into(), self.unknown(3));
            entity.insert("x-other".into(), self.unknown(1));
        }
        entity
    }

    fn value(&mut self, schema: &Value) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return match reference.trim_start_matches("#/$defs/") {
                "Id" => json!(self.random.pick(&IDS)),
                name => Value::Object(self.entity(name)),
            };
        }
        if let Some(choices) = schema["enum"].as_array() {
            return self.random.pick(choices).clone();
        }
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        if schema["oneOf"].is_array() {
            return self.minutes();
        }
        match schema["type"].as_str().expect("every other schema has a type") {
            "object" => self.map(schema),
            "array" => {
                let length = self.random.below(4);
                (0..length).map(|_| self.value(&schema["items"])).collect()
            }
            "string" if schema["format"] == "date" => json!(format!("20{:02}-02-28", self.random.below(100))),
            // A colour.
            "string" if schema["pattern"].as_str().is_some_and(|pattern| pattern.starts_with("^#")) => {
                json!(format!("#{:06x}", self.random.below(1 << 24)))
            }
            // A revision.
            "string" if schema["pattern"].is_string() => json!(format!("{:040x}", self.random.next_u64())),
            "string" => json!(self.random.pick(&TEXTS)),
            "boolean" => json!(self.random.chance(50)),
            "integer" => json!(self.whole(schema["maximum"].as_u64().expect("whole numbers have a largest"))),
            "number" => self.number(schema),
            other => unreachable!("no declared field is a {other}"),
        }
    }

    fn map(&mut self, schema: &Value) -> Value {
        let steps = schema["propertyNames"]["pattern"].as_str().is_some_and(|pattern| pattern.contains('/'));
        let keys: Vec<String> = if steps {
            let pairs = IDS.iter().flat_map(|from| IDS.iter().map(move |to| (from, to)));
            pairs.filter(|(from, to)| from != to).map(|(from, to)| format!("{from}/{to}")).collect()
        } else {
            IDS.map(str::to_owned).to_vec()
        };
        keys.into_iter().map(|key| (key, self.value(&schema["additionalProperties"]))).collect()
    }

    fn whole(&mut self, largest: u64) -> u64 {
        match self.random.below(4) {
            0 => 0,
            1 => largest,
            _ => self.random.next_u64() % 10_000,
        }
    }

    fn minutes(&mut self) -> Value {
        let low = self.whole(crate::model::MAX_MINUTES);
        let high = (low + self.whole(90)).min(crate::model::MAX_MINUTES);
        if self.random.chance(50) { json!(low) } else { json!({ "low": low, "high": high }) }
    }

    fn number(&mut self, schema: &Value) -> Value {
        let (low, high) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
        #[allow(clippy::cast_precision_loss)]
        let part = self.random.next_u64() as f64 / u64::MAX as f64;
        match (low, high) {
            (Some(low), Some(high)) => json!(low + (high - low) * part),
            _ => json!([0.0, -0.0, 0.1, -1e-300, 1e300, 4.0, part, part * 1e18][self.random.below(8)]),
        }
    }

    fn unknown(&mut self, depth: usize) -> Value {
        match self.random.below(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => json!(self.random.chance(50)),
            2 => json!(self.random.pick(&TEXTS)),
            3 => json!(self.random.next_u64()),
            4 => json!(-1.5e-7),
            5 => (0..3).map(|_| self.unknown(depth - 1)).collect(),
            _ => TEXTS[..3].iter().map(|key| ((*key).to_owned(), self.unknown(depth - 1))).collect(),
        }
    }
}

/// Makes the order list name every entry of the map once, in some order.
fn set_order(entity: &mut JsonMap<String, Value>, order: &str, map: &str, random: &mut Random) {
    let keys = entity.get(map).and_then(Value::as_object).map(|map| map.keys().cloned().collect());
    entity.insert(order.into(), json!(shuffled(keys.unwrap_or_default(), random)));
}

/// Gives every touchpoint of a journey its place in one phase.
fn set_in_order(journey: &mut JsonMap<String, Value>, random: &mut Random) {
    journey.entry("phases").or_insert_with(|| json!({ "p": {} }));
    set_order(journey, "phase_order", "phases", random);
    let touchpoints = journey["touchpoints"].as_object().expect("a map").keys().cloned().collect();
    let mut touchpoints = shuffled(touchpoints, random);
    let phases = journey["phases"].as_object_mut().expect("a map");
    let mut left = phases.len();
    for phase in phases.values_mut() {
        left -= 1;
        let taken = if left == 0 { touchpoints.len() } else { random.below(touchpoints.len() + 1) };
        phase["touchpoints"] = json!(touchpoints.drain(..taken).collect::<Vec<_>>());
    }
}

fn shuffled(mut items: Vec<String>, random: &mut Random) -> Vec<String> {
    for at in (1..items.len()).rev() {
        items.swap(at, random.below(at + 1));
    }
    items
}
