//! The domain of Crosslane: journeys, departments, handoffs, rules.
//!
//! Pure: no browser, no clock, no randomness of its own. What it needs of the outside, such as
//! today's date or a new identifier, is passed in.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "what tests sort goes to no browser"))]

pub mod act;
pub mod beside;
pub mod compare;
pub mod edit;
pub mod find;
pub mod flow;
pub mod format;
pub mod keys;
pub mod layout;
pub mod meeting;
pub mod merge;
pub mod model;
pub mod route;
pub mod rules;
pub mod samples;
pub mod score;
pub mod share;
pub mod sort;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod vocabulary;
