//! Why a file could not be opened.

use crosslane_core::format::crosslane::{OpenError, Repaired};
use crosslane_core::format::embedded::{self, EmbeddedError};
use crosslane_core::format::link::{self, LinkError};

use crate::en::problems as en;
use crate::template::{self, Filling};
use crate::{problem, values};

/// Why a file was refused, in a sentence.
pub fn sentence(error: &OpenError) -> String {
    match error {
        OpenError::NotJson(error) => {
            let fill = |gap: &str| match gap {
                "line" => Some(Filling::one(error.line.to_string())),
                "column" => Some(Filling::one(error.column.to_string())),
                "reason" => Some(Filling::one(en::fault(error.fault))),
                _ => None,
            };
            template::fill(en::NOT_JSON, &fill).unwrap_or_default()
        }
        OpenError::NotCrosslane => en::NOT_CROSSLANE.to_owned(),
        OpenError::Problems(repaired) => {
            let many = (repaired.problems.len() + repaired.unlisted) as u64;
            let count = values::count(many, en::PROBLEM, en::MANY_PROBLEMS);
            template::fill(en::PROBLEMS, &|_| Some(Filling::one(count.clone()))).unwrap_or_default()
        }
    }
}

/// Why no workspace was found in a picture or page, in a sentence.
pub fn embedded(error: &EmbeddedError) -> String {
    match error {
        EmbeddedError::None => en::NONE_EMBEDDED.to_owned(),
        EmbeddedError::Damaged => en::DAMAGED.to_owned(),
        EmbeddedError::TooLarge => too_large(embedded::MAX_INFLATED),
        EmbeddedError::Refused(error) => sentence(error),
    }
}

/// Why a link could not be opened, in a sentence.
pub fn link(error: &LinkError) -> String {
    match error {
        LinkError::UnknownVersion => en::NO_LINK.to_owned(),
        LinkError::Damaged => en::LINK_DAMAGED.to_owned(),
        LinkError::TooLong => with_size(en::LINK_TOO_LONG, link::MAX_OPENED),
        LinkError::TooLarge => too_large(link::MAX_INFLATED),
        LinkError::Refused(error) => sentence(error),
    }
}

fn too_large(bytes: usize) -> String {
    with_size(en::TOO_LARGE, bytes / 1024 / 1024)
}

fn with_size(template: &str, size: usize) -> String {
    let fill = |_: &str| Some(Filling::one(values::number(size as u64)));
    template::fill(template, &fill).unwrap_or_default()
}

/// Every problem of a refused file, a line each, with its path; the last line counts those not listed.
pub fn problems(repaired: &Repaired) -> Vec<String> {
    let mut lines: Vec<String> =
        repaired.problems.iter().map(|found| problem::with_path(&repaired.workspace, found)).collect();
    if repaired.unlisted > 0 {
        let count = values::number(repaired.unlisted as u64);
        lines.extend(template::fill(en::UNLISTED, &|_| Some(Filling::one(count.clone()))));
    }
    lines
}
