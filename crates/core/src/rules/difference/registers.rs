//! What changed of what all journeys share.

use std::sync::Arc;

use crate::model::{
    Decision, Department, Goal, Id, Initiative, Item, Map, MapKey, Measure, Standard, SteeringCommittee,
    Subject, System, Term, Waiver, Workspace,
};
use crate::rules::inputs::{Input, Inputs};
use crate::rules::thresholds::Thresholds;

use super::each_difference;

/// The inputs that differ between two versions of everything but the journeys.
pub fn shared_changes(before: &Workspace, after: &Workspace) -> Inputs {
    let mut changes = Inputs::default();
    let Workspace {
        id: _,
        title: _,
        revision: _,
        parent_revision: _,
        earlier_revisions: _,
        settings,
        departments,
        department_order: _,
        personas: _,
        channels: _,
        systems,
        items,
        subjects,
        standards,
        terms,
        measures,
        goals,
        journey_order: _,
        journeys: _,
        initiatives,
        stories: _,
        committee,
        sessions: _,
        waivers,
        snapshots: _,
        views: _,
        unknown: _,
    } = before;
    let thresholds = || Thresholds::of(before) != Thresholds::of(after);
    changes.add_if(*settings != after.settings && thresholds(), Input::Thresholds);
    changes.add_if(differ(waivers, &after.waivers, waived), Input::Waivers);
    each_difference(departments, &after.departments, |_, old, new| department(&mut changes, old, new));
    each_difference(systems, &after.systems, |_, old, new| system(&mut changes, old, new));
    changes.add_if(differ_if_blank(items, &after.items, identity_check), Input::IdentityCheck);
    changes.add_if(differ_if_blank(subjects, &after.subjects, unit), Input::Units);
    changes.add_if(differ_if_blank(measures, &after.measures, opposes), Input::Opposes);
    changes.add_if(differ(standards, &after.standards, agreed), Input::AgreedStandards);
    changes.add_if(differ(terms, &after.terms, same_labels), Input::Labels);
    changes.add_if(differ(goals, &after.goals, same_parts), Input::Goals);
    changes.add_if(differ(initiatives, &after.initiatives, carried), Input::Initiatives);
    changes.add_if(decided(committee.as_ref(), after.committee.as_ref()), Input::Decisions);
    let empty = |workspace: &Workspace| {
        let registers =
            [workspace.items.is_empty(), workspace.subjects.is_empty(), workspace.terms.is_empty()];
        (registers, workspace.measures.is_empty(), workspace.goals.is_empty())
    };
    changes.add_if(empty(before) != empty(after), Input::EmptyRegister);
    changes
}

/// Whether entries were added or removed, or `same` says that one is not what it was.
fn differ<T, K: MapKey>(before: &Map<T, K>, after: &Map<T, K>, same: fn(&T, &T) -> bool) -> bool
where
    T: Send + Sync + 'static,
{
    let mut differ = false;
    each_difference(before, after, |_, old, new| {
        differ |= old.zip(new).is_none_or(|(old, new)| !same(old, new));
    });
    differ
}

/// Whether what rules read of an entry is not what it was, where an entry that is not there says as much as
/// a blank one.
fn differ_if_blank<T>(before: &Map<T>, after: &Map<T>, same: fn(&T, &T) -> bool) -> bool
where
    T: Default + Send + Sync + 'static,
{
    let blank = T::default();
    let mut differ = false;
    each_difference(before, after, |_: Id, old, new| {
        let entry = |entry: Option<&Arc<T>>| entry.cloned();
        let (old, new) = (entry(old), entry(new));
        differ |= !same(old.as_deref().unwrap_or(&blank), new.as_deref().unwrap_or(&blank));
    });
    differ
}

fn department(changes: &mut Inputs, before: Option<&Arc<Department>>, after: Option<&Arc<Department>>) {
    let blank = Department::default();
    let after = after.map_or(&blank, AsRef::as_ref);
    let Department { name: _, color: _, kind: _, lead: _, measures, takes_part, notes: _, unknown: _ } =
        before.map_or(&blank, AsRef::as_ref);
    changes.add_if(*takes_part != after.takes_part, Input::TakesPart);
    changes.add_if(*measures != after.measures, Input::Steered);
}

fn system(changes: &mut Inputs, before: Option<&Arc<System>>, after: Option<&Arc<System>>) {
    // A system that is not there is none at all, not one nobody described.
    let Some((before, after)) = before.zip(after) else {
        changes.add_if(true, Input::Access);
        changes.add_if(true, Input::Connections);
        return;
    };
    let System { name: _, decided_by, access, connected_to, notes: _, unknown: _ } = before.as_ref();
    changes.add_if(*decided_by != after.decided_by || *access != after.access, Input::Access);
    changes.add_if(*connected_to != after.connected_to, Input::Connections);
}

fn identity_check(before: &Item, after: &Item) -> bool {
    let Item { name: _, identity_check, notes: _, unknown: _ } = before;
    *identity_check == after.identity_check
}

fn unit(before: &Subject, after: &Subject) -> bool {
    let Subject { name: _, unit, unknown: _ } = before;
    *unit == after.unit
}

fn opposes(before: &Measure, after: &Measure) -> bool {
    let Measure { name: _, unit: _, opposes, unknown: _ } = before;
    *opposes == after.opposes
}

fn agreed(before: &Standard, after: &Standard) -> bool {
    let Standard { subject, value, channel, phase, agreed_by: _, decision: _, unknown: _ } = before;
    (subject, value, channel, phase) == (&after.subject, &after.value, &after.channel, &after.phase)
}

fn same_labels(before: &Term, after: &Term) -> bool {
    let Term { concept: _, meaning: _, preferred: _, variants: _, labels, unknown: _ } = before;
    *labels == after.labels
}

fn same_parts(before: &Goal, after: &Goal) -> bool {
    let Goal {
        outcome: _,
        measure: _,
        baseline: _,
        target: _,
        current: _,
        journeys,
        contributions,
        unknown: _,
    } = before;
    *journeys == after.journeys && contributions.keys().eq(after.contributions.keys())
}

fn carried(before: &Initiative, after: &Initiative) -> bool {
    let Initiative {
        title: _,
        practice: _,
        departments,
        flags,
        owner: _,
        status: _,
        due: _,
        risk_before: _,
        risk_after: _,
        found: _,
        comments: _,
        notes: _,
        unknown: _,
    } = before;
    (departments, flags) == (&after.departments, &after.flags)
}

fn decided(before: Option<&SteeringCommittee>, after: Option<&SteeringCommittee>) -> bool {
    fn decisions(committee: &SteeringCommittee) -> &Map<Decision> {
        let SteeringCommittee { mandate: _, rhythm: _, members: _, decisions, best_practices: _, unknown: _ } =
            committee;
        decisions
    }
    fn same(before: &Decision, after: &Decision) -> bool {
        let Decision { text: _, date: _, departments: _, flags, standard: _, found: _, unknown: _ } = before;
        *flags == after.flags
    }
    let none = Map::new();
    let of =
        |committee: Option<&SteeringCommittee>| committee.map_or(none.clone(), |it| decisions(it).clone());
    differ(&of(before), &of(after), same)
}

fn waived(before: &Waiver, after: &Waiver) -> bool {
    let Waiver { fingerprint, rule, reason: _, by: _, date: _, values, unknown: _ } = before;
    (fingerprint, rule, values) == (&after.fingerprint, &after.rule, &after.values)
}
