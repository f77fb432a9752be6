//! Opening and writing Crosslane files.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_core::format::crosslane::{OpenError, open, write};

const SMALL: &str = r#"{
  "format": "crosslane",
  "version": 1,
  "title": "Moving house",
  "departments": {
    "sales": {
      "name": "Sales"
    }
  },
  "department_order": [
    "sales"
  ],
  "journey_order": [
    "j1"
  ],
  "journeys": {
    "j1": {
      "title": "New contract",
      "phase_order": [
        "p1"
      ],
      "phases": {
        "p1": {
          "name": "Ask",
          "touchpoints": [
            "t1",
            "t2"
          ]
        }
      },
      "touchpoints": {
        "t1": {
          "name": "Call",
          "owner": "sales",
          "satisfaction": 3.5,
          "duration": {
            "low": 10,
            "high": 20
          },
          "asked": [],
          "x-mood": {
            "kept": [
              1,
              null
            ]
          }
        },
        "t2": {
          "name": "Wait"
        }
      },
      "steps": {
        "t1/t2": {
          "wait": 60
        }
      }
    }
  }
}
"#;

#[test]
fn a_canonical_file_is_written_as_it_was_read() {
    let opened = open(SMALL).unwrap();
    assert_eq!(opened.newer_version, None);
    assert_eq!(write(&opened.workspace), SMALL);
}

#[test]
fn a_bad_file_is_refused_with_every_problem_and_a_repaired_copy() {
    let bad = SMALL
        .replace("3.5", "9")
        .replace("\"owner\": \"sales\"", "\"owner\": \"nobody\"")
        .replace("\"t1/t2\"", "\"t1/t1\"");
    let Err(OpenError::Problems(repaired)) = open(&bad) else { panic!("refused") };
    let paths: Vec<&str> = repaired.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            r#"journeys["j1"].touchpoints["t1"].satisfaction"#,
            r#"journeys["j1"].steps["t1/t1"]"#,
            r#"journeys["j1"].touchpoints["t1"].owner"#,
        ]
    );
    assert!(open(&write(&repaired.workspace)).is_ok());
}

#[test]
fn a_key_that_stands_twice_and_a_newer_version_are_noticed() {
    let twice = SMALL.replacen("\"name\": \"Ask\"", "\"name\": \"Ask\", \"name\": \"Other\"", 1);
    assert!(matches!(open(&twice), Err(OpenError::Problems(_))));
    let newer = SMALL.replace("\"version\": 1", "\"version\": 7");
    assert_eq!(open(&newer).unwrap().newer_version, Some(7));
    assert_eq!(open("[]"), Err(OpenError::NotCrosslane));
    assert!(matches!(open("{"), Err(OpenError::NotJson(_))));
}
