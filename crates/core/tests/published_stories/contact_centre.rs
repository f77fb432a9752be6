//! Matthew Dixon, Karen Freeman and Nicholas Toman, "Stop Trying to Delight Your Customers", Harvard Business Review,
//! July 2010.
//!
//! Of more than 75,000 customers who had dealt with a contact centre or with self-service, 57 % had to switch from
//! the web to the phone, 56 % had to explain their issue again, and 62 % had to contact the company repeatedly.

use crosslane_core::model::{Card, Method, Stage, Starter, Touchpoint};

use crate::story::{Story, Writer, found, id, known};

pub fn story() -> Story {
    let mut story = Writer::new(
        "An issue that takes three calls",
        &[("web", "Online service"), ("first", "Contact centre"), ("second", "Specialists")],
    );
    story.items(&[("issue", "The issue")]);
    story.channels(&[("web", "Web"), ("phone", "Phone")]);
    let tells = |name: &str, channel: &str| Touchpoint {
        name: name.to_owned(),
        asked: known(&["issue"]),
        channel: Some(id(channel).into()),
        started_by: Some(Starter::Customer),
        ..Touchpoint::default()
    };
    story.touchpoint("search", "web", Stage::Frontstage, tells("Describes the issue on the web", "web"));
    story.touchpoint("call", "first", Stage::Frontstage, tells("Calls instead", "phone"));
    let transferred = Touchpoint {
        started_by: Some(Starter::Organisation),
        ..tells("Is put through to somebody else", "phone")
    };
    story.touchpoint("transfer", "second", Stage::Frontstage, transferred);
    story.touchpoint("again", "first", Stage::Frontstage, tells("Has to call again", "phone"));
    let card = |method, trigger: &str, forced| Card {
        method: Some(method),
        trigger: Some(trigger.to_owned()),
        passed: known(&[]),
        switch_forced: Some(forced),
        ..Card::default()
    };
    story.card("search", "call", card(Method::None, "", true));
    story.card("call", "transfer", card(Method::Queue, "The call is put through", false));
    story.card("transfer", "again", card(Method::None, "", false));
    story.finish(
        "Dixon, Freeman and Toman, Stop Trying to Delight Your Customers, Harvard Business Review, 2010",
        vec![
            found("forced-channel-switch", "search", "call", "57 % have to switch from the web to the phone"),
            found("customer-repeats", "search", "call", "56 % have to explain the issue again"),
            found("customer-repeats", "call", "transfer", "and again to whom they are put through"),
            found("customer-carries", "transfer", "again", "62 % have to contact the company repeatedly"),
        ],
        &[],
    )
}
