//! Leaving out notes, quotes, comments and the names of people, wherever the model has a place for them.

use super::{Without, change_each};
use crate::model::{Card, Comment, Journey, Map, Side, SteeringCommittee, Touchpoint, Workspace};

/// Takes out what is not shared.
pub(super) fn leave_out(shared: &mut Workspace, without: Without) {
    change_each(&mut shared.journeys, |journey| leave_out_of_journey(journey, without));
    leave_out_of_registers(shared, without);
    change_each(&mut shared.initiatives, |initiative| {
        blank(&mut initiative.notes, without.notes);
        blank(&mut initiative.owner, without.people);
        comments(&mut initiative.comments, without);
    });
    change_each(&mut shared.snapshots, |snapshot| blank(&mut snapshot.note, without.notes));
    if without.people {
        leave_out_people(shared);
    }
}

fn leave_out_of_registers(shared: &mut Workspace, without: Without) {
    change_each(&mut shared.departments, |department| {
        blank(&mut department.notes, without.notes);
        blank(&mut department.lead, without.people);
    });
    if without.notes {
        change_each(&mut shared.channels, |channel| channel.notes = None);
        change_each(&mut shared.systems, |system| system.notes = None);
        change_each(&mut shared.items, |item| item.notes = None);
    }
}

/// Names outside the journeys, the registers and the initiatives.
fn leave_out_people(shared: &mut Workspace) {
    change_each(&mut shared.stories, |story| story.people = None);
    change_each(&mut shared.waivers, |waiver| waiver.by.clear());
    change_each(&mut shared.sessions, |session| {
        change_each(&mut session.participants, |participant| participant.name.clear());
    });
    if let Some(SteeringCommittee { members, .. }) = &mut shared.committee {
        change_each(members, |members| members.names.clear());
    }
}

fn leave_out_of_journey(journey: &mut Journey, without: Without) {
    blank(&mut journey.notes, without.notes);
    change_each(&mut journey.touchpoints, |touchpoint: &mut Touchpoint| {
        blank(&mut touchpoint.notes, without.notes);
        blank(&mut touchpoint.quotes, without.quotes);
        comments(&mut touchpoint.comments, without);
    });
    change_each(&mut journey.steps, |step| step.card.iter_mut().for_each(|card| of_card(card, without)));
    change_each(&mut journey.unplaced_cards, |unplaced| {
        unplaced.card.iter_mut().for_each(|card| of_card(card, without));
    });
}

fn of_card(card: &mut Card, without: Without) {
    comments(&mut card.comments, without);
    for side in [&mut card.from_side, &mut card.to_side].into_iter().flatten() {
        let Side { by, note, .. } = side;
        blank(by, without.people);
        blank(note, without.notes);
    }
}

fn comments(comments: &mut Map<Comment>, without: Without) {
    if without.comments {
        comments.clear();
    } else if without.people {
        change_each(comments, |comment| comment.author.clear());
    }
}

fn blank<T>(value: &mut Option<T>, leave_out: bool) {
    if leave_out {
        *value = None;
    }
}
