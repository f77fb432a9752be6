//! The rules: each a pure function over one journey, all in one registry.
//!
//! Per place of its kind a rule answers: not applicable, clear, fires or not assessed. It fires if the
//! known values prove it; it is clear if no filling of the blanks could make it fire; else it is not
//! assessed and names the blanks that could decide it.

mod absent_department;
mod addressed;
mod answers;
mod blank;
mod broken_tool_chain;
mod card;
mod cold_handoff;
mod conflicting_promises;
mod contested_ownership;
mod context;
mod customer_carries;
mod customer_repeats;
mod difference;
mod disputed_handoff;
mod evaluate;
mod felt;
mod findings;
mod fingerprint;
mod flag;
mod forced_channel_switch;
mod goal_without_contribution;
mod green_parts_red_whole;
mod handoff_card_incomplete;
mod information_lost;
mod inputs;
mod items;
mod listing;
mod locked_system;
mod marks;
mod mixed_vocabulary;
mod no_acknowledgement;
mod no_fallback;
mod no_shared_goal;
mod no_target_wait;
mod node;
mod one_sided_initiative;
mod opposing_measures;
mod owners;
mod pairs;
mod ping_pong;
mod preview;
mod promise_cannot_hold;
mod promises;
mod questions;
mod registry;
mod relay;
mod returned_incomplete;
mod satisfaction_drop;
mod side_by_side;
mod stale_evidence;
mod standards_differ;
mod texts;
mod thresholds;
mod unaddressed_break;
mod undelivered_promise;
mod unowned_handoff;
mod unowned_touchpoint;
mod value;
mod wait_over_target;
mod waiver;
mod wrong_face;

#[cfg(test)]
pub(crate) use evaluate::answers;

pub use addressed::Addressed;
pub use answers::{Answers, FlagAt, Flags, OpenChecks};
pub use blank::{Blank, BlankField, BlankPlace, Missing, blank_place_text};
pub use context::{Context, is_described};
pub use evaluate::{Evaluation, JourneyEvaluation, evaluate, evaluate_journey};
pub use findings::{AtTouchpoint, Finding, Findings, NotAssessed};
pub(crate) use fingerprint::number as fingerprint_number;
pub use fingerprint::{fingerprint, place_text, subject_text};
pub use flag::{Badge, Flag, Place, Severity, Subject, WaiverState};
pub use inputs::{Input, Inputs};
pub use preview::{Effect, FlagChange, preview_settings};
pub use questions::{Question, questions};
pub use registry::{Badges, Check, PlaceKind, RULES, RULES_VERSION, Rule, RuleKind, rule};
pub(crate) use texts::{comparable, folded};
pub use thresholds::{THRESHOLDS, Threshold, ThresholdUnit, Thresholds};
pub use value::{CardField, NamedValue, Value};
pub use waiver::waiver;
pub(crate) use waiver::{changed_values, kept_values};

#[cfg(test)]
mod tests;
pub use listing::{GroupBy, GroupKey, Line, grouped};
