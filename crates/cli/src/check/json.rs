//! The answers of `check` for machines. The shape is described in docs/cli.md and stays as it is.

use crosslane_core::model::{Minutes, Workspace};
use crosslane_core::rules::{
    Blank, Flag, JourneyEvaluation, NamedValue, NotAssessed, Value, blank_place_text, place_text,
    subject_text,
};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::Checked;

/// One line of JSON.
pub fn line(checked: &Checked) -> String {
    crate::json::line(&CheckedFile::of(checked))
}

#[derive(Serialize)]
struct CheckedFile<'a> {
    file: &'a str,
    journeys: Vec<Journey<'a>>,
    flags: Vec<FlagEntry<'a>>,
    not_assessed: Vec<OpenCheck>,
}

impl<'a> CheckedFile<'a> {
    fn of(checked: &'a Checked) -> Self {
        let journeys = &checked.evaluation.journeys;
        Self {
            file: &checked.file,
            journeys: journeys.iter().map(|journey| Journey::of(&checked.workspace, journey)).collect(),
            flags: checked.flags().map(FlagEntry::of).collect(),
            not_assessed: journeys
                .iter()
                .flat_map(|journey| {
                    journey.findings.not_assessed.iter().map(|open| OpenCheck::of(journey, open))
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Journey<'a> {
    id: String,
    title: &'a str,
    touchpoints: usize,
    handoffs: usize,
    connectedness: Option<Connectedness>,
    assessed: Option<f64>,
}

#[derive(Serialize)]
struct Connectedness {
    known: f64,
    at_worst: f64,
}

impl<'a> Journey<'a> {
    fn of(workspace: &'a Workspace, evaluation: &JourneyEvaluation) -> Self {
        let connectedness = evaluation.scores.connectedness;
        Self {
            id: evaluation.id.to_string(),
            title: workspace.journeys.get(&evaluation.id).map_or("", |journey| &journey.title),
            touchpoints: evaluation.flow.nodes().len(),
            handoffs: evaluation.flow.handoffs().len(),
            connectedness: connectedness.map(|range| Connectedness {
                known: crate::json::rounded(range.known, 1),
                at_worst: crate::json::rounded(range.at_worst, 1),
            }),
            assessed: evaluation.scores.assessed.map(|share| crate::json::rounded(share, 4)),
        }
    }
}

#[derive(Serialize)]
struct FlagEntry<'a> {
    rule: &'static str,
    severity: &'static str,
    journey: Option<String>,
    place: String,
    subject: Option<String>,
    values: Values<'a>,
    fingerprint: String,
    waived: bool,
    badges: Vec<&'static str>,
}

impl<'a> FlagEntry<'a> {
    fn of(flag: &'a Flag) -> Self {
        Self {
            rule: flag.rule,
            severity: flag.severity.word(),
            journey: flag.journey.map(|id| id.to_string()),
            place: place_text(flag.place),
            subject: Some(subject_text(flag.subject)).filter(|text| !text.is_empty()),
            values: Values(&flag.values),
            fingerprint: flag.fingerprint(),
            waived: !flag.is_open(),
            badges: flag.badges.iter().map(|badge| badge.rule).collect(),
        }
    }
}

/// The compared values by name, in the rule's order.
struct Values<'a>(&'a [NamedValue]);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for named in self.0 {
            map.serialize_entry(named.name, &TypedValue::of(&named.value))?;
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum TypedValue {
    Whole(u64),
    Number(f64),
    Range { low: u64, high: u64 },
    YesNo(bool),
    Text(String),
    List(Vec<String>),
}

impl TypedValue {
    fn of(value: &Value) -> Self {
        let ids = |ids: &[crosslane_core::model::Id]| ids.iter().map(ToString::to_string).collect();
        match value {
            Value::Rating(rating) => Self::Number(rating.value()),
            Value::Percent(percent) => Self::Number(percent.value()),
            Value::Minutes(minutes) => Self::minutes(*minutes),
            Value::Count(count) => Self::Whole(*count),
            Value::YesNo(yes) => Self::YesNo(*yes),
            Value::Departments(list) | Value::Touchpoints(list) | Value::Systems(list) => {
                Self::List(ids(list))
            }
            Value::CardFields(fields) => {
                Self::List(fields.iter().map(|field| field.word().to_owned()).collect())
            }
            Value::Nothing => Self::List(Vec::new()),
            other => Self::Text(other.text()),
        }
    }

    fn minutes(minutes: Minutes) -> Self {
        if minutes.low() == minutes.high() {
            Self::Whole(minutes.low())
        } else {
            Self::Range { low: minutes.low(), high: minutes.high() }
        }
    }
}

#[derive(Serialize)]
struct OpenCheck {
    rule: &'static str,
    journey: String,
    place: String,
    missing: Vec<Missing>,
}

#[derive(Serialize)]
struct Missing {
    place: String,
    field: &'static str,
}

impl OpenCheck {
    fn of(journey: &JourneyEvaluation, open: &NotAssessed) -> Self {
        Self {
            rule: open.rule,
            journey: journey.id.to_string(),
            place: place_text(open.place),
            missing: open.missing.iter().map(Missing::of).collect(),
        }
    }
}

impl Missing {
    fn of(blank: &Blank) -> Self {
        Self { place: blank_place_text(blank.place), field: blank.field.word() }
    }
}
