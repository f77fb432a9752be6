//! Dave Carroll, "United Breaks Guitars. The Full Story", davecarrollmusic.com, July 2009.
//!
//! On 31 March 2008 a band flies from Halifax to Omaha by way of Chicago and sees from the window how its guitars are
//! thrown. The flight attendant sends the musician to the lead agent outside, who does not listen; a third employee
//! tells him to take it up with the ground crew in Omaha. In Omaha, after midnight, nobody is there. The guitar is
//! broken. A week later he reports it at the airport of Omaha, and for nine months goes from call centre to baggage
//! offices, until the claim is refused: it was not made within 24 hours.

use crosslane_core::model::{Card, Method, Stage, Starter, Touchpoint};

use crate::story::{Story, Writer, found, known};

pub fn story() -> Story {
    let mut story = Writer::new(
        "A broken guitar",
        &[
            ("cabin", "Flight attendants"),
            ("gate", "Gate agents in Chicago"),
            ("omaha", "Ground staff in Omaha"),
            ("phone", "Customer service by phone"),
            ("baggage", "Baggage offices"),
        ],
    );
    story.items(&[("what", "What happened to the guitar"), ("told", "When it was told first")]);
    let asks = |name: &str| Touchpoint {
        name: name.to_owned(),
        asked: known(&["what"]),
        started_by: Some(Starter::Customer),
        ..Touchpoint::default()
    };
    let tells = Touchpoint { produced: known(&["told"]), ..asks("Tells that guitars are thrown") };
    story.touchpoint("seat", "cabin", Stage::Frontstage, tells);
    story.touchpoint("agent", "gate", Stage::Frontstage, asks("Looks for the lead agent"));
    story.touchpoint("report", "omaha", Stage::Frontstage, asks("Reports the broken guitar"));
    story.touchpoint("calls", "phone", Stage::Frontstage, asks("Calls for months"));
    let refused = Touchpoint { needed: known(&["told"]), ..asks("Is refused: not claimed within 24 hours") };
    story.touchpoint("claim", "baggage", Stage::Frontstage, refused);
    let sent_on = || Card {
        answered_by: known(&[]),
        trigger: Some(String::new()),
        passed: known(&[]),
        method: Some(Method::Customer),
        ..Card::default()
    };
    for (from, to) in [("seat", "agent"), ("agent", "report"), ("report", "calls"), ("calls", "claim")] {
        story.card(from, to, sent_on());
    }
    story.finish(
        "Dave Carroll, United Breaks Guitars, davecarrollmusic.com, 2009",
        vec![
            found("customer-carries", "seat", "agent", "“Talk to the lead agent outside”"),
            found("customer-carries", "agent", "report", "“Take it up with the ground crew in Omaha”"),
            found("unowned-handoff", "seat", "agent", "The lead agent says not to be the lead agent"),
            found("unowned-handoff", "agent", "report", "Nobody is there when the plane lands"),
            found("customer-repeats", "report", "calls", "Nine months of telling it again on the phone"),
            found("customer-repeats", "calls", "claim", "And again to the baggage offices"),
            found(
                "information-lost",
                "calls",
                "claim",
                "Refused as told too late, though three were told at once",
            ),
        ],
        &[],
    )
}
