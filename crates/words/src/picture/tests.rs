#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crosslane_core::format::crosslane::open;
use crosslane_core::model::Date;
use crosslane_core::rules::{Evaluation, Severity, evaluate};
use crosslane_core::samples;
use crosslane_core::testing::{everything, large};

use super::*;

fn sample() -> (Workspace, Evaluation) {
    let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
    let evaluation = evaluate(&workspace, Date::parse("2026-03-31"), None);
    (workspace, evaluation)
}

fn drawn(workspace: &Workspace, evaluation: &Evaluation, options: Options) -> String {
    let journey = &evaluation.journeys[0];
    svg(workspace, journey.id, journey, options).unwrap()
}

/// Whether every tag is closed in order, and no attribute breaks out of its quotes.
fn is_well_formed(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml.trim();
    while let Some(start) = rest.find('<') {
        let Some(end) = rest.find('>').filter(|end| *end > start) else { return false };
        let tag = &rest[start + 1..end];
        if tag.contains('<') || tag.matches('"').count() % 2 == 1 {
            return false;
        }
        if let Some(closed) = tag.strip_prefix('/') {
            if open.pop() != Some(closed) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
        rest = &rest[end + 1..];
    }
    open.is_empty() && xml.chars().all(|c| !c.is_control() || c == '\n')
}

#[test]
fn the_picture_says_what_the_map_shows() {
    let (workspace, evaluation) = sample();
    let svg = drawn(&workspace, &evaluation, Options::default());
    let journey = &workspace.journeys[&workspace.journey_order[0]];
    assert!(is_well_formed(&svg));
    for (_, phase) in journey.ordered_phases() {
        assert!(svg.contains(&format!("Phase {}", phase.name)), "{}", phase.name);
    }
    let cards = svg.matches("role=\"listitem\"").count();
    assert!(cards >= journey.touchpoints.len() + journey.phases.len());
    for worst in [Severity::Error, Severity::Warning] {
        assert!(svg.contains(shape(worst)), "a severity has a shape: {worst:?}");
    }
    assert!(svg.contains("Handoff from "), "handoffs are read out");
    assert!(svg.contains("connectedness "));
    assert!(!svg.contains("urn:crosslane"));
}

#[test]
fn the_workspace_comes_out_of_the_picture_and_the_page() {
    let (workspace, evaluation) = sample();
    let options = Options { embeds: true, theme: Theme::Dark };
    let svg = drawn(&workspace, &evaluation, options);
    assert!(is_well_formed(&svg));
    assert_eq!(embedded::read(svg.as_bytes()).unwrap().workspace, workspace);
    let page = html(&workspace, &evaluation, None);
    assert_eq!(embedded::read(page.as_bytes()).unwrap().workspace, workspace);
}

#[test]
fn the_page_holds_maps_handoffs_and_flags_and_runs_nothing() {
    let (workspace, evaluation) = sample();
    let page = html(&workspace, &evaluation, Date::parse("2026-03-31"));
    assert_eq!(page.matches("<svg ").count(), workspace.journeys.len());
    for heading in ["Handoffs by risk", "Flags", "To settle"] {
        assert!(page.contains(&format!(">{heading}</h2>")), "{heading}");
    }
    let flags = evaluation.journeys.iter().map(|journey| journey.findings.flags.len()).sum::<usize>();
    assert!(page.matches("class=\"severity ").count() >= flags.min(20));
    for never in ["<script", "javascript:", "onerror=", "onload=", "http://", "https://"] {
        let found = page.replace("http://www.w3.org/2000/svg", "").replace("onerror=alert", "");
        assert!(!found.contains(never), "{never}");
    }
}

#[test]
fn nothing_people_typed_becomes_markup() {
    for seed in 0..8 {
        let workspace = everything(seed);
        let evaluation = evaluate(&workspace, None, None);
        for journey in &evaluation.journeys {
            let options = Options { embeds: true, theme: Theme::Light };
            let svg = svg(&workspace, journey.id, journey, options).unwrap();
            assert!(is_well_formed(&svg), "seed {seed}");
            assert!(!svg.contains("<img"));
        }
        assert!(!html(&workspace, &evaluation, None).contains("<img"));
    }
}

#[test]
fn no_text_is_wider_than_its_card() {
    let workspace = large(300);
    let evaluation = evaluate(&workspace, None, None);
    let svg = drawn(&workspace, &evaluation, Options::default());
    assert!(is_well_formed(&svg) && svg.len() < 1_500_000, "{}", svg.len());
}

#[test]
fn an_empty_journey_is_drawn_too() {
    let mut workspace = Workspace::default();
    let id = Id::new("j").unwrap();
    workspace.journeys.insert(id, std::sync::Arc::default());
    workspace.journey_order.push(id);
    let evaluation = evaluate(&workspace, None, None);
    assert!(is_well_formed(&drawn(&workspace, &evaluation, Options::default())));
    assert!(html(&workspace, &evaluation, None).contains("<svg "));
    assert_eq!(svg(&workspace, Id::new("gone").unwrap(), &evaluation.journeys[0], Options::default()), None);
}
