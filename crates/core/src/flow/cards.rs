//! What becomes of handoff cards when a change moves the handoffs.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Id, Journey, StepKey};
use crate::sort::Gather;

use super::{Flow, Handoff};

/// A card whose handoff went away with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardMove {
    /// Where the card was.
    pub from: StepKey,
    /// Where it belongs now: the only new handoff between the same two departments, without a card of its
    /// own. `None` where there is no such handoff, or several.
    pub to: Option<StepKey>,
    /// The department that handed on.
    pub from_department: Id,
    /// The department that received.
    pub to_department: Id,
}

/// The cards whose handoff is there before a change and gone after it.
pub fn moved_cards(before: &Flow, journey_before: &Journey, after: &Flow) -> Vec<CardMove> {
    let is_new = |handoff: &&Handoff| before.handoff(after.key(handoff.from, handoff.to)).is_none();
    let mut fresh: Option<HashMap<(Id, Id), Vec<&Handoff>>> = None;
    let mut moves = Vec::new();
    for (key, step) in &journey_before.steps {
        if step.card.is_none() || after.handoff(*key).is_some() {
            continue;
        }
        let Some(old) = before.handoff(*key) else { continue };
        let fresh = fresh.get_or_insert_with(|| {
            let mut by_pair: HashMap<(Id, Id), Vec<&Handoff>> = HashMap::new();
            for handoff in after.handoffs().iter().filter(is_new) {
                by_pair.entry((handoff.from_department, handoff.to_department)).or_default().push(handoff);
            }
            by_pair
        });
        let target = match fresh.get(&(old.from_department, old.to_department)).map(Vec::as_slice) {
            Some([only]) => Some(after.key(only.from, only.to)),
            _ => None,
        };
        moves.push(CardMove {
            from: *key,
            to: target,
            from_department: old.from_department,
            to_department: old.to_department,
        });
    }
    without_shared_targets(moves)
}

/// Two cards cannot move to one handoff: both then stay unplaced, for a person to decide.
fn without_shared_targets(mut moves: Vec<CardMove>) -> Vec<CardMove> {
    let mut seen = BTreeSet::new();
    let shared: BTreeSet<StepKey> =
        moves.iter().filter_map(|card| card.to).filter(|target| !seen.insert(*target)).gather();
    for card in &mut moves {
        card.to = card.to.filter(|target| !shared.contains(target));
    }
    moves
}
