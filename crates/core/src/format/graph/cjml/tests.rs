#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crosslane_cases::cases;
use proptest::prelude::*;

use super::*;
use crate::format::crosslane::open;
use crate::format::graph::{GraphError, GraphLane, GraphNote, GraphNotes, ImportOptions, graph, import};
use crate::model::{Stage, Workspace};
use crate::samples;
use crate::testing::{everything, workspace};

#[test]
fn the_published_example_is_read_and_its_dangling_reference_told() {
    let Ok(inputs) = std::env::var("CROSSLANE_INPUTS") else {
        println!("left out: CROSSLANE_INPUTS is not set");
        return;
    };
    let source = std::fs::read_to_string(format!("{inputs}/cjml/cjml-no-example-v2.xml")).unwrap();
    let (graph, notes) = read(&source).unwrap();
    assert_eq!(notes.list, [GraphNote::Dangling { at: "TP1".into(), to: "Bookis".into() }]);
    let node = &graph.nodes[0];
    assert_eq!(
        (node.name.as_str(), node.action.as_deref()),
        ("Customer creates account", Some("Account registered"))
    );
    assert_eq!(node.lane, GraphLane::Department("Bookis".into()), "found by its name");
    assert_eq!((node.stage, node.channel.as_deref()), (Some(Stage::Frontstage), Some("Web")));
    let imported = import(&graph, &Workspace::default(), &ImportOptions::default()).plan.workspace;
    assert_eq!(imported.journeys.values().next().unwrap().title, "AJ1");
}

#[test]
fn a_journey_comes_back_with_its_names_lanes_and_phases() {
    let samples = (0..).map_while(samples::text).map(|text| open(text).unwrap().workspace);
    for workspace in samples.chain([workspace("a x front\n b y back\n c - customer")]) {
        let before = graph(&workspace, workspace.journey_order[0]).unwrap();
        let (after, notes) = read(&write(&before, "Customer")).unwrap();
        assert_eq!(notes, GraphNotes::default());
        assert_eq!(
            (&after.title, &after.phases, after.planned),
            (&before.title, &before.phases, before.planned)
        );
        for (before, after) in before.nodes.iter().zip(&after.nodes) {
            assert_eq!((&after.key, &after.name, after.phase), (&before.key, &before.name, before.phase));
            assert_eq!(after.lane, before.lane, "{}", before.name);
        }
        assert_eq!(after.nodes.len(), before.nodes.len());
    }
}

#[test]
fn what_people_typed_stays_text() {
    let mut workspace = workspace("a x front");
    workspace.departments.insert(
        crate::model::Id::new("x").unwrap(),
        std::sync::Arc::new(crate::model::Department { name: "R&D <\"'>".into(), ..Default::default() }),
    );
    let before = graph(&workspace, workspace.journey_order[0]).unwrap();
    assert_eq!(read(&write(&before, "Customer")).unwrap().0.nodes[0].lane, before.nodes[0].lane);
}

#[test]
fn what_is_no_cjml_or_broken_is_refused() {
    assert_eq!(read("<svg/>"), Err(GraphError::OtherFormat));
    assert_eq!(read("<CJML/>"), Err(GraphError::Empty));
    assert!(matches!(read("<CJML><actualJourney>"), Err(GraphError::NotWellFormed(_))));
    assert!(matches!(read("<CJML>&unknown;</CJML>"), Err(GraphError::NotWellFormed(_))));
    assert_eq!(read(&"<a>".repeat(100)), Err(GraphError::TooLarge));
    let many = format!("<CJML>{}</CJML>", "<a/>".repeat(600_000));
    assert_eq!(read(&many), Err(GraphError::TooLarge));
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><CJML>&b;</CJML>";
    assert_eq!(read(laughs), Err(GraphError::DocumentType), "no entities but those of XML");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_makes_it_stop(text in "(<CJML>)?[<>a-zA-Z/&;#\"'= !?-]{0,120}") {
        let _ = read(&text);
    }

    #[test]
    fn no_change_makes_it_stop(at in any::<prop::sample::Index>(), to in "[<>/&;\"a-z!-]{0,3}", seed in 0_u64..4) {
        let workspace = everything(seed);
        let graph = graph(&workspace, workspace.journey_order[0]).unwrap();
        let mut text = write(&graph, "Customer");
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &to);
        if let Ok((graph, _)) = read(&text) {
            import(&graph, &Workspace::default(), &ImportOptions::default());
        }
    }
}

#[test]
fn xml_with_a_document_type_is_refused() {
    let point = "<touchpoints><plannedAction><touchpointID>t</touchpointID></plannedAction></touchpoints>";
    let journey = format!("<CJML><plannedJourney>{point}</plannedJourney></CJML>");
    assert!(read(&journey).is_ok());
    for document in ["<!DOCTYPE CJML>", "<!DOCTYPE CJML [<!ENTITY a \"aaaa\">]>"] {
        assert_eq!(read(&[document, &journey].concat()).map(drop), Err(GraphError::DocumentType));
    }
}
