//! Files from elsewhere: every format that is written, cut off, changed and mixed up, goes through every reader there is.
//! Nothing stops, and what comes of it is no larger than what went in.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a failed `unwrap` is a failed test

use std::sync::OnceLock;

use crosslane_cases::cases;
use crosslane_core::format::embedded::{self, into_png};
use crosslane_core::format::graph::{self, GraphError, canvas, cjml, process};
use crosslane_core::format::table::{self, Layout, Sheet, StepTable};
use crosslane_core::format::{crosslane, link, mermaid, recognise};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::samples;
use crosslane_words::export::{Format, Options, bytes};
use crosslane_words::{diagram, open_error};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// The smallest picture: its signature and its end.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xae\x42\x60\x82";

/// A sample in every format that is read, the link included.
fn golden() -> &'static [Vec<u8>] {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(made)
}

fn made() -> Vec<Vec<u8>> {
    let sample = crosslane::open(samples::text(0).unwrap()).unwrap().workspace;
    let opened = Format::ALL.into_iter().filter(|format| !format.is_only_written());
    let mut files: Vec<Vec<u8>> =
        opened.map(|format| bytes(&sample, format, Options::default()).unwrap()).collect();
    files.push(into_png(PNG, &sample).unwrap());
    files.push(link::encode(&sample).into_bytes());
    files
}

/// How many touchpoints a workspace has. Its identifiers are written out, as a save would.
fn size(workspace: &Workspace) -> usize {
    assert!(!crosslane::write(workspace).is_empty());
    workspace.journeys.values().map(|journey| journey.touchpoints.len()).sum()
}

fn drawn(read: Result<(graph::Graph, graph::GraphNotes), GraphError>) -> usize {
    read.map_or(0, |(drawn, _)| {
        let options = graph::ImportOptions::default();
        size(&graph::import(&drawn, &Workspace::default(), &options).plan.workspace)
    })
}

/// Has every reader look at a file, and says how many touchpoints each of them saw in it.
fn read_by_all(file: &[u8]) -> Vec<usize> {
    recognise("", file);
    let text = String::from_utf8_lossy(file);
    let mut seen = vec![drawn(canvas::read(&text)), drawn(cjml::read(&text))];
    match crosslane::open(&text) {
        Ok(opened) => seen.push(size(&opened.workspace)),
        Err(crosslane::OpenError::Problems(repaired)) => {
            assert!(!open_error::problems(&repaired).is_empty());
            seen.push(size(&repaired.workspace));
        }
        Err(error) => assert!(!open_error::sentence(&error).is_empty()),
    }
    match embedded::read(file) {
        Ok(opened) => seen.push(size(&opened.workspace)),
        Err(error) => assert!(!open_error::embedded(&error).is_empty()),
    }
    match link::decode(&text) {
        Ok(opened) => seen.push(size(&opened.workspace)),
        Err(error) => assert!(!open_error::link(&error).is_empty()),
    }
    match mermaid::read(&text) {
        Ok(reading) => {
            let options = mermaid::ImportOptions::default();
            seen.push(size(&mermaid::import(&reading, &Workspace::default(), &options).plan.workspace));
        }
        Err(error) => assert!(!diagram::refused(&error).is_empty()),
    }
    if let Ok(sheet) = Sheet::read(file) {
        seen.push(drawn(process::read(&sheet)));
        if let Ok(steps) = StepTable::read(&sheet, &Layout::propose(&sheet)) {
            let options = table::ImportOptions::default();
            seen.push(size(&table::import(&steps, &Workspace::default(), &options).plan.workspace));
        }
    }
    assert!(seen.iter().all(|touchpoints| *touchpoints <= file.len()), "{seen:?}");
    seen
}

#[test]
fn what_is_whole_is_read_by_the_reader_it_is_for() {
    let touchpoints = size(&crosslane::open(samples::text(0).unwrap()).unwrap().workspace);
    for file in golden() {
        let start = String::from_utf8_lossy(&file[..file.len().min(40)]).into_owned();
        assert!(read_by_all(file).contains(&touchpoints), "{start}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_read_in_part_or_refused() {
    for file in golden() {
        let step = (file.len() / 40).max(1);
        for end in (0..file.len()).step_by(step) {
            read_by_all(&file[..end]);
        }
    }
}

#[test]
fn a_file_of_one_thing_over_and_over_ends() {
    for piece in [
        "[",
        "{\"a\":",
        "<a>",
        "<CJML>",
        "\"",
        ",",
        "\n",
        "section x\n",
        "a: 5: b\n",
        "=",
        "\\u0000",
        "&amp;",
    ] {
        let file = piece.repeat(60_000 / piece.len());
        read_by_all(file.as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_bytes_are_read_or_refused(file in vec(any::<u8>(), 0..2_000)) {
        read_by_all(&file);
    }

    #[test]
    fn changed_bytes_are_read_or_refused(which: Index, changes in vec((any::<Index>(), any::<u8>()), 1..12)) {
        let all = golden();
        let mut file = which.get(all).clone();
        for (at, to) in changes {
            let at = at.index(file.len());
            file[at] = to;
        }
        read_by_all(&file);
    }

    #[test]
    fn a_part_of_one_file_inside_of_another_is_read_or_refused(one: Index, other: Index, from: Index, to: Index, at: Index) {
        let all = golden();
        let (one, other) = (one.get(all), other.get(all));
        let (from, to) = (from.index(other.len()), to.index(other.len()));
        let at = at.index(one.len());
        let file = [&one[..at], &other[from.min(to)..from.max(to)], &one[at..]].concat();
        read_by_all(&file);
    }
}

#[test]
fn identifiers_of_a_hostile_file_are_identifiers() {
    for hostile in ["../x", "a/b", "", " ", "\u{202e}", "<b>", "__proto__", "é"] {
        if let Some(id) = Id::new(hostile) {
            assert_eq!(Id::new(id.as_str()), Some(id), "{hostile:?} is not the same again");
        }
    }
}
