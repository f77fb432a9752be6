//! What changed of a journey.

use crate::model::{Card, Journey, Link, Phase, Side, Stage, Step, Touchpoint};
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

fn touchpoint(changes: &mut Inputs, before: &Touchpoint, after: &Touchpoint) {
    let Touchpoint {
        name: _,
        action: _,
        stage,
        owner,
        responsible,
        consulted,
        informed,
        claimed_by,
        perceived_owner,
        started_by,
        channel,
        systems,
        satisfaction,
        satisfaction_kind: _,
        satisfaction_source: _,
        satisfaction_answers: _,
        satisfaction_date: _,
        importance,
        moment_of_truth,
        duration,
        asked,
        needed,
        produced,
        promises,
        fulfils,
        standards,
        pain_points: _,
        ideas: _,
        quotes: _,
        evidence,
        evidence_link: _,
        reviewed_on,
        monthly_volume,
        tags: _,
        ends,
        based_on,
        comments: _,
        notes: _,
        unknown: _,
    } = before;
    let told = (responsible, consulted, informed) != (&after.responsible, &after.consulted, &after.informed);
    let importance = (*importance, *moment_of_truth) != (after.importance, after.moment_of_truth);
    let evidence = (*evidence, *reviewed_on) != (after.evidence, after.reviewed_on);
    for (changed, input) in [
        (*owner != after.owner || *ends != after.ends, Input::Flow),
        (is_customers(before) != is_customers(after), Input::Flow),
        (*stage != after.stage, Input::Stage),
        (*based_on != after.based_on, Input::BasedOn),
        (told, Input::Told),
        (*claimed_by != after.claimed_by, Input::ClaimedBy),
        (*perceived_owner != after.perceived_owner, Input::PerceivedOwner),
        (*started_by != after.started_by, Input::StartedBy),
        (*channel != after.channel, Input::Channel),
        (*systems != after.systems, Input::Systems),
        (*satisfaction != after.satisfaction, Input::Satisfaction),
        (importance, Input::Importance),
        (*duration != after.duration, Input::Duration),
        (*asked != after.asked, Input::Asked),
        (*needed != after.needed, Input::Needed),
        (*produced != after.produced, Input::Produced),
        (*promises != after.promises, Input::Promises),
        (*fulfils != after.fulfils, Input::Fulfils),
        (*standards != after.standards, Input::Standards),
        (evidence, Input::Evidence),
        (*monthly_volume != after.monthly_volume, Input::Volume),
    ] {
        changes.add_if(changed, input);
    }
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

fn card(changes: &mut Inputs, before: &Card, after: &Card) {
    let Card {
        answered_by,
        trigger,
        passed,
        method,
        target_wait,
        complete_accurate,
        acknowledged,
        fallback,
        interaction,
        interaction_until,
        monthly_volume,
        switch_forced,
        comments: _,
        from_side,
        to_side,
        unknown,
    } = before;
    let mut terms = *interaction_until != after.interaction_until || *unknown != after.unknown;
    for (changed, input) in [
        (*answered_by != after.answered_by, Input::AnsweredBy),
        (*trigger != after.trigger, Input::Trigger),
        (*passed != after.passed, Input::Passed),
        (*method != after.method, Input::Method),
        (*target_wait != after.target_wait, Input::TargetWait),
        (*complete_accurate != after.complete_accurate, Input::CompleteAccurate),
        (*acknowledged != after.acknowledged, Input::Acknowledged),
        (*fallback != after.fallback, Input::Fallback),
        (*interaction != after.interaction, Input::Interaction),
        (*monthly_volume != after.monthly_volume, Input::Volume),
        (*switch_forced != after.switch_forced, Input::SwitchForced),
    ] {
        changes.add_if(changed, input);
        terms |= changed;
    }
    let says = |side: &Option<Side>| {
        let side = side.as_ref();
        side.map(|Side { agrees, by: _, date: _, note: _, agreed_to, unknown: _ }| {
            (*agrees, agreed_to.clone())
        })
    };
    let sides = says(from_side) != says(&after.from_side) || says(to_side) != says(&after.to_side);
    // Sides agree to all that stands on the card but comments: any of it may make an agreement lapse.
    changes.add_if(sides || terms, Input::Sides);
    changes.add_if(is_described(before) != is_described(after), Input::Described);
}
