#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crosslane_cases::cases;
use proptest::prelude::*;

use super::*;
use crate::format::crosslane::write;
use crate::model::Waiver;
use crate::rules::{WaiverState, evaluate};
use crate::samples;
use crate::share::{Extent, Without, share};
use crate::testing::{anything, everything, large};

/// The workspace with UUIDs in place of all its identifiers, as the app makes them.
fn with_uuids(workspace: &Workspace) -> Workspace {
    let all = RefCell::new(HashMap::new());
    let meet = |id: &str| {
        all.borrow_mut().insert(id.to_owned(), Id::derived(&["test", id]));
        None
    };
    write_with(workspace, Writer::default().renaming(&meet));
    remake::remade(workspace, &all.into_inner())
}

fn sample(at: usize) -> Workspace {
    open(samples::text(at).unwrap()).unwrap().workspace
}

#[test]
fn what_has_no_uuids_comes_back_as_it_was() {
    for workspace in (0..).map_while(samples::text).map(|text| open(text).unwrap().workspace) {
        if uuids(&workspace).is_empty() {
            assert_eq!(decode(&encode(&workspace)).unwrap().workspace, workspace);
        }
    }
    let small = crate::testing::workspace("a x front\n b y front");
    assert_eq!(decode(&encode(&small)).unwrap().workspace, small);
}

#[test]
fn a_link_opened_and_sent_on_stays_the_same_but_for_its_identifiers() {
    let workspace = with_uuids(&sample(0));
    let link = encode(&workspace);
    let opened = decode(&link).unwrap().workspace;
    assert_eq!(opened, decode(&link).unwrap().workspace, "everyone gets the same identifiers");
    assert_ne!(opened.id, workspace.id);
    let without_ids = |workspace: &Workspace| {
        let text = write(&Workspace { revision: None, parent_revision: None, ..workspace.clone() });
        let mut words: Vec<String> =
            text.lines().map(|line| blank_uuids(line.trim_end_matches(','))).collect();
        words.sort();
        words
    };
    assert_eq!(without_ids(&opened), without_ids(&workspace));
}

fn blank_uuids(line: &str) -> String {
    line.split(['"', '/', ' '])
        .map(|part| if is_uuid(part) || part.len() == 16 { "*" } else { part })
        .collect::<Vec<_>>()
        .join(" ")
}

/// How each flag stands, without the identifiers.
fn standing(workspace: &Workspace) -> Vec<(String, bool, usize)> {
    let evaluation = evaluate(workspace, None, None);
    let flags = evaluation.journeys.iter().flat_map(|journey| journey.findings.flags.iter());
    let mut all: Vec<_> =
        flags.map(|flag| (flag.rule.to_owned(), flag.is_open(), flag.badges.len())).collect();
    all.sort();
    all
}

#[test]
fn flags_accepted_and_agreements_hold_in_the_copy() {
    for seed in [0, 1, 2] {
        let mut workspace = with_uuids(&sample(seed));
        let evaluation = evaluate(&workspace, None, None);
        for (at, flag) in evaluation.journeys[0].findings.flags.iter().enumerate().step_by(2) {
            let values = flag.values.iter().map(|value| {
                let kept = crate::model::WaivedValue { value: value.value.text(), unknown: None };
                (Id::new(value.name).unwrap(), std::sync::Arc::new(kept))
            });
            let waiver = Waiver {
                fingerprint: flag.fingerprint(),
                rule: flag.rule.to_owned(),
                values: values.collect(),
                ..Waiver::default()
            };
            workspace.waivers.insert(Id::derived(&["waiver", &at.to_string()]), std::sync::Arc::new(waiver));
        }
        let opened = decode(&encode(&workspace)).unwrap().workspace;
        assert_eq!(standing(&opened), standing(&workspace));
        let waived = |workspace: &Workspace| {
            let evaluation = evaluate(workspace, None, None);
            let flags = evaluation.journeys.iter().flat_map(|journey| journey.findings.flags.iter());
            flags.filter(|flag| matches!(flag.waiver, WaiverState::Waived(_))).count()
        };
        assert!(waived(&opened) > 3 && waived(&opened) == waived(&workspace));
    }
}

#[test]
fn a_journey_of_a_sample_with_uuids_fits_into_a_link() {
    let workspace = with_uuids(&sample(0));
    let journeys = Some(workspace.journey_order[..1].to_vec());
    let one = share(&workspace, &Extent { journeys, without: Without::default() }).workspace;
    let (length, whole) = (encode(&one).len(), encode(&workspace).len());
    println!("{length} characters for one journey, {whole} for all");
    assert!(length <= MAX_LENGTH, "{length}");
}

#[test]
fn any_workspace_comes_through() {
    for seed in 0..20 {
        let workspace = open(&anything(seed)).unwrap().workspace;
        let opened = decode(&encode(&workspace)).unwrap().workspace;
        let again = decode(&encode(&opened)).unwrap().workspace;
        assert_eq!(standing(&opened), standing(&workspace));
        assert_eq!(write(&opened).lines().count(), write(&again).lines().count());
    }
    let workspace = everything(1);
    assert_eq!(decode(&encode(&workspace)).unwrap().workspace.journeys.len(), workspace.journeys.len());
}

#[test]
fn a_link_that_would_fill_the_memory_is_refused() {
    let bomb = format!("\n{}", " ".repeat(MAX_INFLATED + 1));
    let link = PREFIX.to_owned() + &pack::encode(&PACKED.deflate(&bomb));
    assert!(link.len() < MAX_LENGTH, "{}", link.len());
    assert_eq!(decode(&link), Err(LinkError::TooLarge));
    let deep = format!("\n{}", "[".repeat(MAX_INFLATED / 2));
    assert!(matches!(
        decode(&(PREFIX.to_owned() + &pack::encode(&PACKED.deflate(&deep)))),
        Err(LinkError::Refused(_))
    ));
    assert_eq!(decode(&format!("1.{}", "A".repeat(MAX_OPENED))), Err(LinkError::TooLong));
    assert!(matches!(decode(&encode(&large(10_000))), Err(LinkError::TooLong)));
}

#[test]
fn a_link_of_the_first_version_is_opened_for_ever() {
    let link = include_str!("version1.txt").trim_end();
    let opened = decode(link).unwrap().workspace;
    assert_eq!(opened.title, "Water damage");
    // Copies of one link have to fit together, whatever version opened them.
    assert_eq!(opened.journey_order.first().map(Id::as_str), Some("872effae-a77b-8503-b68b-c3306f95a472"));
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(decode(""), Err(LinkError::UnknownVersion));
    assert_eq!(decode("2.abc"), Err(LinkError::UnknownVersion));
    assert_eq!(decode("1.a=b"), Err(LinkError::Damaged));
    let link = encode(&sample(0));
    assert_eq!(decode(&link[..link.len() - 9]), Err(LinkError::Damaged));
    let invalid = format!("\n{}", write(&sample(0)).replace("\"version\": 1", "\"version\": 0"));
    let link = PREFIX.to_owned() + &pack::encode(&PACKED.deflate(&invalid));
    assert!(matches!(decode(&link), Err(LinkError::Refused(OpenError::Problems(_)))));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_makes_it_stop(text in "(1\\.)?[A-Za-z0-9_-]{0,200}") {
        let _ = decode(&text);
    }

    #[test]
    fn no_deflated_bytes_make_it_stop(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode(&format!("1.{}", pack::encode(&bytes)));
    }

    #[test]
    fn no_change_to_a_link_makes_it_stop(seed in 0_u64..5, at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let mut link = encode(&everything(seed));
        let at = at.index(link.len());
        link.replace_range(at..=at, &to);
        let _ = decode(&link);
    }

    #[test]
    fn no_change_to_what_it_holds_makes_it_stop(
        seed in 0_u64..5, at in any::<prop::sample::Index>(), to in "[\"{}\\[\\],:0-9a-z-]{0,4}",
    ) {
        let mut text = format!("x\n{}", write_with(&everything(seed), Writer::default().compact()));
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &to);
        let _ = decode(&format!("1.{}", pack::encode(&PACKED.deflate(&text))));
    }
}
