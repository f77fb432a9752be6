//! Steps between touchpoints, and the handoff card.

use std::fmt;

use super::entity::{choice, entity};
use super::id::{Id, Ref};
use super::map::Map;
use super::registers::{Department, Item};
use super::scalar::{Date, Minutes, Percent};
use super::touchpoint::Comment;

/// A step: from one touchpoint to another of the same journey.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepKey {
    /// The touchpoint it leads from.
    pub from: Id,
    /// The touchpoint it leads to.
    pub to: Id,
}

impl StepKey {
    /// The step between two touchpoints.
    pub fn new(from: Id, to: Id) -> Self {
        Self { from, to }
    }

    /// The step written as `from/to`; `None` where the text is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('/')?;
        Some(Self { from: Id::new(from)?, to: Id::new(to)? })
    }

    /// The step written as `from/to`.
    pub fn text(&self) -> String {
        format!("{}/{}", self.from, self.to)
    }
}

impl fmt::Debug for StepKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}

choice! {
    /// How information and responsibility pass at a handoff.
    pub enum Method {
        /// Both sides work in one record.
        SharedRecord = "shared_record",
        /// One person hands over to another while both are there.
        Warm = "warm",
        /// A form is filled in.
        Form = "form",
        /// A message is sent.
        Email = "email",
        /// It waits in a queue.
        Queue = "queue",
        /// The customer carries it from one to the other.
        Customer = "customer",
        /// Nothing passes.
        None = "none",
    }
}

choice! {
    /// How two departments work together at a handoff.
    pub enum Interaction {
        /// One serves the other as a service.
        Service = "service",
        /// Both work together until a date.
        Collaboration = "collaboration",
        /// One helps the other to learn.
        Facilitating = "facilitating",
    }
}

entity! {
    /// What is known of a step: an explicit link, its wait, and the handoff card.
    pub struct Step {
        /// The step was drawn by hand; without it, this is the default step of the order.
        link: Option<Link>,
        /// How long the customer waits between the two.
        wait: Option<Minutes>,
        /// What the two departments agreed.
        card: Option<Card>,
    }
}

entity! {
    /// A step drawn by hand.
    pub struct Link {
        /// When this way is taken.
        label as Line: Option<String>,
        /// How many of the customers take it, in per cent.
        share: Option<Percent>,
    }
}

entity! {
    /// The handoff card: what two departments agreed about a handoff.
    pub struct Card {
        /// The departments that answer for the handoff. An empty list says: nobody.
        answered_by: Option<Vec<Ref<Department>>>,
        /// What sets the next touchpoint going. Empty text says: nothing.
        trigger as Agreed: Option<String>,
        /// Information passed on. An empty list says: none.
        passed: Option<Vec<Ref<Item>>>,
        /// How it passes.
        method: Option<Method>,
        /// How long the customer should wait at most.
        target_wait: Option<Minutes>,
        /// How many arrive complete and accurate, in per cent.
        complete_accurate: Option<Percent>,
        /// Whether the receiver acknowledges.
        acknowledged: Option<bool>,
        /// What happens when it fails. Empty text says: nothing is agreed.
        fallback as Agreed: Option<String>,
        /// How the two work together.
        interaction: Option<Interaction>,
        /// Until when they collaborate.
        interaction_until: Option<Date>,
        /// Customers a month.
        monthly_volume: Option<u64>,
        /// The customer has no choice but to change channel.
        switch_forced: Option<bool>,
        /// What people say about it.
        comments: Map<Comment>,
        /// What the handing side says.
        from_side: Option<Side>,
        /// What the receiving side says.
        to_side: Option<Side>,
    }
}

entity! {
    /// What one side of a handoff says about the card.
    pub struct Side as statement {
        /// Whether it agrees.
        agrees: Option<bool>,
        /// Who said so.
        by as Line: Option<String>,
        /// When.
        date: Option<Date>,
        /// Why, or under which condition.
        note: Option<String>,
        /// A fingerprint of the values agreed to; the agreement lapses when they change.
        agreed_to as Unseen: Option<String>,
    }
}

entity! {
    /// A handoff card whose handoff is gone, kept so that it can be put back.
    pub struct UnplacedCard {
        /// The touchpoint it led from, by name.
        from_name: String,
        /// The touchpoint it led to, by name.
        to_name: String,
        /// The department that handed on.
        from_department: Option<Ref<Department>>,
        /// The department that received.
        to_department: Option<Ref<Department>>,
        /// The card.
        card: Option<Card>,
    }
}
