//! Why a file could not be opened.

use crosslane_core::format::crosslane::{OpenError, Repaired};

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
