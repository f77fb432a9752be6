//! What a movement on the map means: the edit behind a drag or a key.

use crate::edit::JourneyEdit;
use crate::model::{Id, Journey, Stage, Touchpoint};

use super::{LaneKind, Slot};

/// To which side of its neighbour something moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// One place towards the start.
    Left,
    /// One place towards the end.
    Right,
}

/// Moves a touchpoint one place to a side; at the edge of its phase it goes over into the next one. `None`
/// at the ends of the journey.
pub fn moved_beside(journey: &Journey, id: Id, side: Side) -> Option<JourneyEdit> {
    let (phase, position) = journey.place_of(id)?;
    let count = journey.phases.get(&phase)?.touchpoints.len();
    let within = match side {
        Side::Left => position.checked_sub(1),
        Side::Right => Some(position + 1).filter(|to| *to < count),
    };
    if let Some(to) = within {
        return Some(JourneyEdit::MoveTouchpoint { id, phase, to });
    }
    let at = journey.phase_order.iter().position(|other| *other == phase)?;
    let (next, to) = match side {
        Side::Left => {
            let next = *journey.phase_order.get(at.checked_sub(1)?)?;
            (next, journey.phases.get(&next)?.touchpoints.len())
        }
        Side::Right => (*journey.phase_order.get(at + 1)?, 0),
    };
    Some(JourneyEdit::MoveTouchpoint { id, phase: next, to })
}

/// Moves a touchpoint into a slot, as it was before the move. `None` where it stands there already.
pub fn dropped(journey: &Journey, id: Id, slot: Slot) -> Option<JourneyEdit> {
    let phase = *journey.phase_order.get(slot.phase)?;
    let (from, position) = journey.place_of(id)?;
    // Positions are counted among the others.
    let to = if from == phase && slot.position > position { slot.position - 1 } else { slot.position };
    (from != phase || to != position).then_some(JourneyEdit::MoveTouchpoint { id, phase, to })
}

/// Moves a phase one place to a side; `None` at the ends of the journey.
pub fn phase_moved_beside(journey: &Journey, id: Id, side: Side) -> Option<JourneyEdit> {
    let at = journey.phase_order.iter().position(|other| *other == id)?;
    let to = match side {
        Side::Left => at.checked_sub(1)?,
        Side::Right => Some(at + 1).filter(|to| *to < journey.phase_order.len())?,
    };
    Some(JourneyEdit::MovePhase { id, to })
}

/// What a touchpoint becomes in a lane: it gets the department as its owner, or none. What the customer did
/// alone happens frontstage once a department owns it. `None` where nothing changes.
pub fn into_lane(touchpoint: &Touchpoint, lane: LaneKind) -> Option<Touchpoint> {
    let mut next = touchpoint.clone();
    match lane {
        LaneKind::Customer => {
            next.owner = None;
            next.stage = Some(Stage::Customer);
        }
        LaneKind::Open => {
            next.owner = None;
            next.stage = touchpoint.stage.filter(|stage| *stage != Stage::Customer);
        }
        LaneKind::Department(id) => {
            next.owner = Some(id.into());
            if touchpoint.owner.is_none() && touchpoint.stage == Some(Stage::Customer) {
                next.stage = Some(Stage::Frontstage);
            }
        }
    }
    (next != *touchpoint).then_some(next)
}

/// A new touchpoint for a lane.
pub fn new_in_lane(lane: LaneKind) -> Touchpoint {
    into_lane(&Touchpoint::default(), lane).unwrap_or_default()
}
