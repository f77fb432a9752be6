//! What changed of a journey.

use crate::model::{Card, Fields, Journey, Link, Phase, Side, Stage, Step, Touchpoint};
use crate::rules::context::is_described;
use crate::rules::inputs::{Input, Inputs};

use super::each_difference;

/// The inputs that differ between two versions of a journey.
pub fn journey_changes(before: &Journey, after: &Journey) -> Inputs {
    let mut changes = Inputs::default();
    let Journey {
        title: _,
        state: _,
        based_on,
        persona: _,
        scenario: _,
        owner: _,
        satisfaction,
        notes: _,
        phase_order,
        phases,
        touchpoints,
        steps,
        unplaced_cards: _,
        unknown: _,
    } = before;
    changes.add_if(*satisfaction != after.satisfaction, Input::JourneySatisfaction);
    changes.add_if(*based_on != after.based_on, Input::BasedOn);
    changes.add_if(*phase_order != after.phase_order, Input::Flow);
    each_difference(phases, &after.phases, |_, old, new| match old.zip(new) {
        Some((old, new)) => phase(&mut changes, old, new),
        None => changes.add_if(true, Input::Flow),
    });
    each_difference(touchpoints, &after.touchpoints, |_, old, new| match old.zip(new) {
        Some((old, new)) => touchpoint(&mut changes, old, new),
        None => changes.add_if(true, Input::Flow),
    });
    let nothing = Step::default();
    each_difference(steps, &after.steps, |_, old, new| {
        let entry =
            |step: Option<&std::sync::Arc<Step>>| step.map_or(nothing.clone(), |step| (**step).clone());
        step(&mut changes, &entry(old), &entry(new));
    });
    changes
}

fn phase(changes: &mut Inputs, before: &Phase, after: &Phase) {
    let Phase { name, goal: _, touchpoints, unknown: _ } = before;
    changes.add_if(*name != after.name, Input::PhaseNames);
    changes.add_if(*touchpoints != after.touchpoints, Input::Flow);
}

/// What rules read of a touchpoint; they read no other field of it.
const TOUCHPOINT: &[(&str, Input)] = &[
    ("owner", Input::Flow),
    ("ends", Input::Flow),
    ("stage", Input::Stage),
    ("based_on", Input::BasedOn),
    ("responsible", Input::Told),
    ("consulted", Input::Told),
    ("informed", Input::Told),
    ("claimed_by", Input::ClaimedBy),
    ("perceived_owner", Input::PerceivedOwner),
    ("started_by", Input::StartedBy),
    ("channel", Input::Channel),
    ("systems", Input::Systems),
    ("satisfaction", Input::Satisfaction),
    ("importance", Input::Importance),
    ("moment_of_truth", Input::Importance),
    ("duration", Input::Duration),
    ("asked", Input::Asked),
    ("needed", Input::Needed),
    ("produced", Input::Produced),
    ("promises", Input::Promises),
    ("fulfils", Input::Fulfils),
    ("standards", Input::Standards),
    ("evidence", Input::Evidence),
    ("reviewed_on", Input::Evidence),
    ("monthly_volume", Input::Volume),
];

fn touchpoint(changes: &mut Inputs, before: &Touchpoint, after: &Touchpoint) {
    fields(changes, TOUCHPOINT, before, after);
    changes.add_if(is_customers(before) != is_customers(after), Input::Flow);
}

/// Adds the inputs of the fields that differ; whether any of those listed does.
fn fields(changes: &mut Inputs, inputs: &[(&str, Input)], before: &dyn Fields, after: &dyn Fields) -> bool {
    let mut differ = false;
    for ((field, before), (_, after)) in before.each().zip(after.each()) {
        if let Some((_, input)) = inputs.iter().find(|(name, _)| *name == field.name)
            && !before.same(after)
        {
            changes.add_if(true, *input);
            differ = true;
        }
    }
    differ
}

/// Whether it is the customer's alone, so that handoffs lead through it.
fn is_customers(touchpoint: &Touchpoint) -> bool {
    touchpoint.owner.is_none() && touchpoint.stage == Some(Stage::Customer)
}

fn step(changes: &mut Inputs, before: &Step, after: &Step) {
    let Step { link, wait, card: of_step, unknown: _ } = before;
    changes.add_if(link.is_some() != after.link.is_some(), Input::Flow);
    let share = |link: &Option<Link>| link.as_ref().and_then(|Link { label: _, share, unknown: _ }| *share);
    changes.add_if(share(link) != share(&after.link), Input::Volume);
    changes.add_if(*wait != after.wait, Input::Wait);
    if *of_step != after.card {
        let nothing = Card::default();
        card(changes, of_step.as_ref().unwrap_or(&nothing), after.card.as_ref().unwrap_or(&nothing));
    }
}

/// What rules read of a card; they read no other field of it but what its sides say.
const CARD: &[(&str, Input)] = &[
    ("answered_by", Input::AnsweredBy),
    ("trigger", Input::Trigger),
    ("passed", Input::Passed),
    ("method", Input::Method),
    ("target_wait", Input::TargetWait),
    ("complete_accurate", Input::CompleteAccurate),
    ("acknowledged", Input::Acknowledged),
    ("fallback", Input::Fallback),
    ("interaction", Input::Interaction),
    ("monthly_volume", Input::Volume),
    ("switch_forced", Input::SwitchForced),
];

fn card(changes: &mut Inputs, before: &Card, after: &Card) {
    let terms = fields(changes, CARD, before, after)
        || before.interaction_until != after.interaction_until
        || before.unknown != after.unknown;
    let says = |side: &Option<Side>| {
        let side = side.as_ref();
        side.map(|Side { agrees, by: _, date: _, note: _, agreed_to, unknown: _ }| {
            (*agrees, agreed_to.clone())
        })
    };
    let sides =
        says(&before.from_side) != says(&after.from_side) || says(&before.to_side) != says(&after.to_side);
    // Sides agree to all that stands on the card but comments: any of it may make an agreement lapse.
    changes.add_if(sides || terms, Input::Sides);
    changes.add_if(is_described(before) != is_described(after), Input::Described);
}
