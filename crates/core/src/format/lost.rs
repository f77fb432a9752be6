//! What a file could not hold: the fields that are filled in a workspace and not in what is read back from the file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::crosslane::{parse, write};
use crate::model::Workspace;

/// Fields whose entries have keys of their own.
const MAPS: [&str; 29] = [
    "access",
    "best_practices",
    "channels",
    "comments",
    "contributions",
    "cycles",
    "decisions",
    "departments",
    "found",
    "goals",
    "initiatives",
    "items",
    "journeys",
    "labels",
    "measures",
    "members",
    "participants",
    "personas",
    "phases",
    "promises",
    "sessions",
    "snapshots",
    "standards",
    "steps",
    "stories",
    "subjects",
    "systems",
    "terms",
    "touchpoints",
];
/// Further ones.
const MORE_MAPS: [&str; 4] = ["unplaced_cards", "values", "views", "waivers"];
/// What the order of a file says, and what no reader could give back.
const NOT_COUNTED: [&str; 9] = [
    "format",
    "version",
    "id",
    "revision",
    "parent_revision",
    "earlier_revisions",
    "department_order",
    "journey_order",
    "phase_order",
];

/// A field that a file could not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The fields that lead to it, such as `journeys`, `touchpoints`, `pain_points`.
    pub path: Vec<String>,
    /// In how many places it was filled and is no more.
    pub places: usize,
}

/// The fields filled in `before` in more places than in `after`, which was read back from a file of `before`. Of an entity
/// that is gone only the outermost field is named.
pub fn lost(before: &Workspace, after: &Workspace) -> Vec<Lost> {
    let (before, after) = (filled(before), filled(after));
    let gone = |path: &Vec<String>| after.get(path).copied().unwrap_or_default();
    let mut all: Vec<Lost> = Vec::new();
    for (path, count) in &before {
        let missing = count.saturating_sub(gone(path));
        let within = |lost: &Lost| path.starts_with(&lost.path) && !after.contains_key(&lost.path);
        if missing > 0 && !all.iter().any(within) {
            all.push(Lost { path: path.clone(), places: missing });
        }
    }
    all
}

/// In how many places each field is filled.
fn filled(workspace: &Workspace) -> BTreeMap<Vec<String>, usize> {
    let mut counts = BTreeMap::new();
    // What the writer wrote can be read.
    if let Ok((Value::Object(fields), _)) = parse(&write(workspace)) {
        count(&fields, &mut Vec::new(), &mut counts);
    }
    counts
}

fn count(
    fields: &serde_json::Map<String, Value>,
    path: &mut Vec<String>,
    counts: &mut BTreeMap<Vec<String>, usize>,
) {
    for (name, value) in fields {
        // A phase lists its touchpoints in order.
        let is_order = NOT_COUNTED.contains(&name.as_str()) || (name == "touchpoints" && value.is_array());
        let is_empty = match value {
            Value::Array(list) => list.is_empty(),
            Value::Object(object) => object.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if is_order || is_empty {
            continue;
        }
        path.push(name.clone());
        match value {
            Value::Object(entries) if MAPS.contains(&name.as_str()) || MORE_MAPS.contains(&name.as_str()) => {
                *counts.entry(path.clone()).or_default() += entries.len();
                for entry in entries.values().filter_map(Value::as_object) {
                    count(entry, path, counts);
                }
            }
            Value::Object(inner) => {
                *counts.entry(path.clone()).or_default() += 1;
                count(inner, path, counts);
            }
            _ => *counts.entry(path.clone()).or_default() += 1,
        }
        path.pop();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::format::crosslane::open;
    use crate::format::graph::{ImportOptions, cjml, graph, import};
    use crate::samples;
    use crate::testing::everything;

    #[test]
    fn a_file_that_holds_everything_loses_nothing() {
        for seed in 0..4 {
            assert_eq!(lost(&everything(seed), &everything(seed)), []);
        }
    }

    #[test]
    fn what_a_format_has_no_place_for_is_counted() {
        let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
        let drawn = graph(&workspace, workspace.journey_order[0]).unwrap();
        let (read, _) = cjml::read(&cjml::write(&drawn, "Customer")).unwrap();
        let after = import(&read, &Workspace::default(), &ImportOptions::default()).plan.workspace;
        let lost = lost(&workspace, &after);
        let places = |path: &[&str]| lost.iter().find(|lost| lost.path == path).map(|lost| lost.places);
        let journey = workspace.journeys.values().next().unwrap();
        let rated =
            journey.touchpoints.values().filter(|touchpoint| touchpoint.satisfaction.is_some()).count();
        assert_eq!(places(&["journeys", "touchpoints", "satisfaction"]), Some(rated));
        assert_eq!(places(&["initiatives"]), Some(workspace.initiatives.len()));
        assert_eq!(places(&["initiatives", "title"]), None, "named once");
        assert_eq!(places(&["journeys", "touchpoints", "name"]), None);
    }

    /// Every map of the schema is known as one here.
    #[test]
    fn all_maps_of_the_format_are_listed() {
        let schema: Value = serde_json::from_str(&crate::format::crosslane::json_schema()).unwrap();
        for definition in schema["$defs"].as_object().unwrap().values() {
            for (field, declared) in definition["properties"].as_object().into_iter().flatten() {
                let listed = MAPS.contains(&field.as_str()) || MORE_MAPS.contains(&field.as_str());
                assert!(listed || declared.get("propertyNames").is_none(), "{field}");
            }
        }
    }
}
