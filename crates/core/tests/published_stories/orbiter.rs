//! Mars Climate Orbiter Mishap Investigation Board, "Phase I Report", NASA, 10 November 1999.
//!
//! The file about small forces came from the spacecraft team in pound-seconds; newton-seconds were agreed, and the
//! navigation team read it so. The orbiter was lost. Among the causes that contributed the board names that what those
//! who developed the spacecraft knew of it did not come over to operations, so that the navigation team did not know
//! it. Nobody is a customer here: the journey is that of the data.

use crosslane_core::model::{Card, LivedStandard, Map, Method, Stage, Touchpoint};

use crate::story::{At, Break, Story, Writer, found, id, known};

pub fn story() -> Story {
    let mut story = Writer::new(
        "The way of the Mars Climate Orbiter",
        &[
            ("development", "Development"),
            ("spacecraft", "Spacecraft team"),
            ("navigation", "Navigation team"),
        ],
    );
    story.items(&[("behaviour", "How the spacecraft behaves"), ("forces", "Small forces")]);
    story.agreed("unit", "Unit of small forces", "newton-seconds");
    let lives = |value: &str| {
        let lived = LivedStandard {
            subject: Some(id("unit").into()),
            value: Some(value.to_owned()),
            ..LivedStandard::default()
        };
        Some([(id("unit"), lived.into())].into_iter().collect())
    };
    let design = Touchpoint {
        name: "The spacecraft is built".to_owned(),
        produced: known(&["behaviour"]),
        standards: Some(Map::new()),
        ..Touchpoint::default()
    };
    story.touchpoint("built", "development", Stage::Backstage, design);
    let file = Touchpoint {
        name: "Small forces are written down".to_owned(),
        produced: known(&["forces"]),
        standards: lives("pound-seconds"),
        ..Touchpoint::default()
    };
    story.touchpoint("file", "spacecraft", Stage::Backstage, file);
    let path = Touchpoint {
        name: "The path to Mars is computed".to_owned(),
        needed: known(&["forces", "behaviour"]),
        standards: lives("newton-seconds"),
        ..Touchpoint::default()
    };
    story.touchpoint("path", "navigation", Stage::Backstage, path);
    let passed = |items: &[&str]| Card {
        answered_by: known(&[]),
        passed: known(items),
        method: Some(Method::Form),
        ..Card::default()
    };
    story.card("built", "file", passed(&[]));
    story.card("file", "path", passed(&["forces"]));
    let unit = "The file is in pound-seconds, newton-seconds were agreed";
    story.finish(
        "Mars Climate Orbiter Mishap Investigation Board, Phase I Report, NASA, 1999",
        vec![
            Break { rule: "standards-differ", at: At::Subject("unit"), named: unit },
            found("information-lost", "file", "path", "The navigation team does not know the spacecraft"),
            found(
                "unowned-handoff",
                "built",
                "file",
                "Nobody sees to the way from development to operations",
            ),
        ],
        &[],
    )
}
