#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::*;
use crate::edit::{Edit, apply, usage};
use crate::format::crosslane::{descent, stamped, write};
use crate::model::{Comment, Goal, Reader, StepKey, mend_structure};
use crate::rules::evaluate;
use crate::samples;
use crate::testing::{anything, everything, large};

fn workspaces() -> Vec<Workspace> {
    let samples = (0..).map_while(samples::text).map(|text| open(text).unwrap().workspace);
    samples.chain((0..12).map(everything)).chain([large(200)]).collect()
}

fn extent(journeys: &[Id]) -> Extent {
    Extent { journeys: Some(journeys.to_vec()), without: Without::default() }
}

const WITHOUT_ALL: Without = Without { notes: true, quotes: true, comments: true, people: true };

fn fits(workspace: &Workspace) {
    let (mut mended, mut reader) = (workspace.clone(), Reader::default());
    mend_structure(&mut mended, &mut reader);
    assert!(reader.is_clean());
    assert_eq!(open(&write(workspace)).unwrap().workspace, *workspace);
}

#[test]
fn what_leaves_something_out_does_not_say_what_it_was_made_from() {
    let workspace = stamped(&workspaces()[0]);
    let edited = stamped(&Workspace { title: "Later".into(), ..workspace });
    assert_eq!(descent(&share(&edited, &Extent::default()).workspace).len(), 2);
    let journey = extent(&edited.journey_order[..1]);
    for extent in [journey, Extent { journeys: None, without: WITHOUT_ALL }] {
        assert_eq!(descent(&share(&edited, &extent).workspace), Vec::<String>::new());
    }
}

#[test]
fn what_is_shared_is_a_valid_workspace() {
    for workspace in workspaces() {
        let ids: Vec<Id> = workspace.journey_order.clone();
        for wanted in [&ids[..1], &ids[..], &[]] {
            for without in [Without::default(), WITHOUT_ALL] {
                let shared =
                    share(&workspace, &Extent { journeys: Some(wanted.to_vec()), without }).workspace;
                fits(&shared);
                assert_eq!(shared.journey_order, wanted);
            }
        }
    }
}

/// Flags with what they count for, and the risks.
fn assessed(workspace: &Workspace, journey: Id) -> (BTreeMap<String, (u8, bool)>, Vec<String>) {
    let evaluation = evaluate(workspace, None, None);
    let journey = evaluation.journey(journey).unwrap();
    let flags =
        journey.findings.flags.iter().map(|flag| (flag.fingerprint(), (flag.severity as u8, flag.is_open())));
    let risks = journey.scores.handoffs.iter().map(|risk| format!("{:.6}", risk.risk)).collect();
    (flags.collect(), risks)
}

#[test]
fn a_journey_shared_alone_has_the_flags_and_risks_it_had() {
    for workspace in workspaces() {
        for id in &workspace.journey_order {
            let shared = share(&workspace, &extent(&[*id])).workspace;
            assert_eq!(assessed(&shared, *id), assessed(&workspace, *id), "{id}");
        }
    }
}

#[test]
fn entries_that_only_other_journeys_use_stay_in_the_house() {
    let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
    let [kept, lone] = ["lone-department", "lone-system"].map(|id| Id::new(id).unwrap());
    let mut workspace = workspace;
    workspace.departments.insert(kept, Arc::default());
    workspace.department_order.push(kept);
    workspace.systems.insert(lone, Arc::default());
    let journey = workspace.journey_order[0];
    let shared = share(&workspace, &extent(&[journey])).workspace;
    assert!(!shared.departments.contains_key(&kept) && !shared.systems.contains_key(&lone));
    assert!(shared.departments.len() > 1, "those of the journey are there");
    assert_eq!(shared.journeys[&journey].touchpoints, workspace.journeys[&journey].touchpoints);
    let unused = usage(&shared);
    for id in shared.systems.keys().chain(shared.items.keys()).chain(shared.channels.keys()) {
        assert!(unused.keys().any(|(_, used)| used == id), "{id} is used");
    }
}

#[test]
fn a_goal_of_another_journey_is_not_shown() {
    let mut workspace = open(samples::text(0).unwrap()).unwrap().workspace;
    let journey = workspace.journey_order[0];
    let other = Id::new("other-journey").unwrap();
    let copy = workspace.journeys[&journey].as_ref().clone();
    workspace = apply(&workspace, &Edit::AddJourney { id: other, journey: Box::default(), to: None })
        .unwrap()
        .workspace;
    let goal = Goal { outcome: "Secret".into(), journeys: Some(vec![other.into()]), ..Goal::default() };
    let contributor = Id::new("lone").unwrap();
    workspace.departments.insert(contributor, Arc::default());
    workspace.department_order.push(contributor);
    let mut goal = goal;
    goal.contributions.insert(contributor, Arc::default());
    workspace.goals.insert(Id::new("secret").unwrap(), Arc::new(goal));
    let shared = share(&workspace, &extent(&[journey])).workspace;
    assert!(!write(&shared).contains("Secret"));
    assert_eq!(*shared.journeys[&journey], copy);
}

/// The texts of a workspace with everything filled, made so that each names its field.
fn texts(workspace: &Workspace, field: &str) -> usize {
    fn count(value: &serde_json::Value, field: &str) -> usize {
        match value {
            serde_json::Value::Object(object) => object
                .iter()
                .map(|(key, value)| {
                    let filled = match value {
                        serde_json::Value::String(text) => !text.is_empty(),
                        serde_json::Value::Array(list) => !list.is_empty(),
                        serde_json::Value::Object(object) => !object.is_empty(),
                        _ => true,
                    };
                    usize::from(key == field && filled) + count(value, field)
                })
                .sum(),
            serde_json::Value::Array(list) => list.iter().map(|value| count(value, field)).sum(),
            _ => 0,
        }
    }
    count(&serde_json::from_str(&write(workspace)).unwrap(), field)
}

#[test]
fn nothing_is_left_of_what_is_left_out() {
    for seed in 0..6 {
        let workspace = everything(seed);
        let cases = [
            (Without { notes: true, ..Without::default() }, &["notes", "note"][..]),
            (Without { quotes: true, ..Without::default() }, &["quotes"]),
            (Without { comments: true, ..Without::default() }, &["comments"]),
            (Without { people: true, ..Without::default() }, &["lead", "by", "author", "people", "names"]),
        ];
        for (without, fields) in cases {
            let shared = share(&workspace, &Extent { journeys: None, without }).workspace;
            for field in fields {
                assert!(texts(&workspace, field) > 0, "{field} is filled before");
                assert_eq!(texts(&shared, field), 0, "{field}");
            }
        }
        let shared = share(&workspace, &Extent { journeys: None, without: WITHOUT_ALL }).workspace;
        assert!(shared.initiatives.values().all(|initiative| initiative.owner.is_none()));
        let named = |session: &Arc<crate::model::Session>| {
            session.participants.values().any(|participant| !participant.name.is_empty())
        };
        assert!(!shared.sessions.values().any(named));
        assert!(shared.journeys.values().any(|journey| journey.owner.is_some()), "departments are no people");
    }
}

/// The fields of the schema that hold text, so that a new one for people or notes does not slip through.
#[test]
fn every_field_that_may_name_people_was_looked_at() {
    let schema: serde_json::Value = serde_json::from_str(&crate::format::crosslane::json_schema()).unwrap();
    let mut suspects = BTreeSet::new();
    for (entity, definition) in schema["$defs"].as_object().unwrap() {
        for (field, declared) in definition["properties"].as_object().into_iter().flatten() {
            let about = declared["description"].as_str().unwrap_or_default().to_lowercase();
            let is_text = declared["type"] == "string" && declared.get("format").is_none();
            let is_list = declared["items"]["type"] == "string";
            let person =
                ["who ", "person", "the people", "their name", "anything else", "note", "a word about"];
            if (is_text || is_list) && person.iter().any(|word| about.contains(word)) {
                suspects.insert(format!("{entity}.{field}"));
            }
        }
    }
    let known = [
        "Channel.notes",
        "Comment.author",
        "Department.lead",
        "Department.notes",
        "Initiative.notes",
        "Initiative.owner",
        "Item.notes",
        "Journey.notes",
        "Members.names",
        "Participant.name",
        "Persona.description",
        "Side.by",
        "Snapshot.note",
        "Story.people",
        "System.notes",
        "Touchpoint.notes",
        "Waiver.by",
    ];
    let known: BTreeSet<String> = known.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(suspects, known);
}

#[test]
fn fields_nobody_knows_are_left_out_with_the_rest_and_kept_otherwise() {
    let workspace = open(&anything(3)).unwrap().workspace;
    assert!(write(&workspace).contains("x-unknown"));
    let kept = share(&workspace, &Extent::default()).workspace;
    assert_eq!(kept, workspace);
    let without = Without { quotes: true, ..Without::default() };
    let shared = share(&workspace, &Extent { journeys: None, without }).workspace;
    assert!(!write(&shared).contains("x-unknown"));
}

#[test]
fn texts_that_still_name_somebody_are_pointed_out() {
    let mut workspace = crate::testing::workspace("a x front\n b y front");
    let journey = workspace.journey_order[0];
    let mut changed = workspace.journeys[&journey].as_ref().clone();
    let id = Id::new("a").unwrap();
    let mut touchpoint = changed.touchpoints[&id].as_ref().clone();
    touchpoint.pain_points = Some(vec!["Ada Byron has to be asked".into(), "McAda Byrons".into()]);
    let comment = Comment { author: "Ada Byron".into(), text: "Fine".into(), ..Comment::default() };
    touchpoint.comments.insert(Id::new("c").unwrap(), Arc::new(comment));
    changed.touchpoints.insert(id, Arc::new(touchpoint));
    workspace.journeys.insert(journey, Arc::new(changed));
    let people = Without { people: true, ..Without::default() };
    let shared = share(&workspace, &Extent { journeys: None, without: people });
    let path = format!("journeys.{journey}.touchpoints.a.pain_points[0]");
    assert_eq!(shared.mentions, [Mention { path, name: "Ada Byron".into() }]);
    let key = StepKey::new(id, Id::new("b").unwrap());
    assert!(!shared.workspace.journeys[&journey].steps.contains_key(&key));
}
