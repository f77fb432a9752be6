//! The steps of a large journey, and what was agreed about them.

use crate::edit::card_terms;
use crate::model::{Card, Interaction, Link, Method, Minutes, Percent, Side, Step};

use super::{DEPARTMENTS, ITEMS, Random, filled, id, some_of};

pub(super) fn step(link: Option<Link>, random: &mut Random) -> Step {
    let wait = random.next_u64() % 3000;
    let card = card(random);
    Step { link, wait: filled(Minutes::exact(wait), random), card: filled(card, random), ..Step::default() }
}

fn card(random: &mut Random) -> Card {
    let method = *random.pick(&[Method::Email, Method::Queue, Method::Warm, Method::Form, Method::None]);
    let interaction = *random.pick(&[Interaction::Service, Interaction::Collaboration]);
    let mut card = Card {
        answered_by: filled(vec![id("d", random.below(DEPARTMENTS)).into()], random),
        trigger: filled("Signed".to_owned(), random),
        passed: some_of("i", ITEMS, random),
        method: filled(method, random),
        target_wait: filled(Minutes::exact(2000), random),
        complete_accurate: filled(if random.chance(10) { 80.0 } else { 95.0 }, random).and_then(Percent::new),
        acknowledged: filled(true, random),
        fallback: filled("Call".to_owned(), random),
        interaction: filled(interaction, random),
        switch_forced: filled(random.chance(50), random),
        ..Card::default()
    };
    let terms = card_terms(&card);
    let mut side = || {
        let agrees = random.chance(95);
        let agreed_to =
            agrees.then(|| if random.chance(3) { "Other terms".to_owned() } else { terms.clone() });
        filled(Side { agrees: Some(agrees), agreed_to, ..Side::default() }, random)
    };
    (card.from_side, card.to_side) = (side(), side());
    card
}
