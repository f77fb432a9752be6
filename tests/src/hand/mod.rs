//! The random hand: clicks, keys, typing, drags, Back and Forward over a sample in two tabs, all from one seed; and what it
//! must never meet: a stop, an error in the console, a workspace that is not valid, something else after a reload.

mod acting;
mod chance;
mod finding;
mod pointer;
mod run;
mod schedule;
mod settling;

pub use finding::Finding;
pub use run::{Hand, Plan, play};
pub use schedule::{Action, Round, Where};
