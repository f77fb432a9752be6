//! Reading CJML.

use std::collections::HashMap;

use super::tree::Element;
use crate::format::graph::{
    Graph, GraphError, GraphLane, GraphNode, GraphNote, GraphNotes, MAX_NODES, quote, short,
};
use crate::format::ids::key;
use crate::model::{Stage, Starter};

/// Reads a file. Where it holds several journeys, the first is read and the others are noted. A reference to an actor
/// that the file does not have is noted, and taken for the actor of that name.
///
/// # Errors
/// Where it is not CJML, not well-formed, holds no touchpoint, or more than is read.
pub fn read(source: &str) -> Result<(Graph, GraphNotes), GraphError> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let root = Element::read(source)?;
    let root = root.children.iter().find(|root| root.name.eq_ignore_ascii_case("cjml"));
    let root = root.ok_or(GraphError::OtherFormat)?;
    let mut journeys = root.children.iter().filter(|child| child.name.ends_with("Journey"));
    let journey = journeys.next().ok_or(GraphError::Empty)?;
    let mut reading = Reading::of(journey)?;
    for other in journeys {
        reading.notes.push(GraphNote::NoStep { key: quote(&title(other)) });
    }
    let touchpoints = journey.child("touchpoints").map_or(&[][..], |list| &list.children[..]);
    if touchpoints.len() > MAX_NODES {
        return Err(GraphError::TooLarge);
    }
    let nodes = touchpoints.iter().filter_map(|point| reading.node(point)).collect::<Vec<_>>();
    if nodes.is_empty() {
        return Err(GraphError::Empty);
    }
    let Reading { phases, notes, .. } = reading;
    let planned = journey.name.starts_with("planned");
    let graph = Graph { title: title(journey), planned, phases, nodes, edges: Vec::new() };
    Ok((graph.checked()?, notes))
}

fn title(journey: &Element) -> String {
    let names = ["journeyTitle", "journeyName", "title", "journeyID"].map(|name| journey.said(name));
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

struct Actor {
    name: String,
    customer: bool,
}

struct Reading {
    actors: HashMap<String, Actor>,
    /// The first actor of each name.
    named: HashMap<String, String>,
    phases: Vec<String>,
    phase_of: HashMap<String, usize>,
    notes: GraphNotes,
}

impl Reading {
    fn of(journey: &Element) -> Result<Self, GraphError> {
        let mut reading = Self {
            actors: HashMap::new(),
            named: HashMap::new(),
            phases: Vec::new(),
            phase_of: HashMap::new(),
            notes: GraphNotes::default(),
        };
        for actor in journey.child("actors").iter().flat_map(|actors| &actors.children) {
            let Some(id) = actor.attribute("actorID") else { continue };
            let names =
                ["actorName", "companyName", "departmentName", "roleName"].map(|name| actor.said(name));
            let name =
                names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| id.trim().to_owned());
            // Each touchpoint takes a copy.
            short(&name)?;
            reading.named.entry(key(&name)).or_insert_with(|| id.to_owned());
            let found = Actor { name, customer: actor.name == "endUser" };
            if reading.actors.insert(id.to_owned(), found).is_some() {
                reading.notes.push(GraphNote::Twice { key: quote(id) });
            }
        }
        for phase in journey.child("phases").iter().flat_map(|phases| &phases.children) {
            let id = phase.attribute("phaseID").map_or_else(|| phase.said("phaseID"), str::to_owned);
            let names = [phase.said("phaseName"), phase.said("phaseLabel"), phase.line(), id.clone()];
            let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
            reading.phase_of.insert(id, reading.phases.len());
            reading.phases.push(name);
        }
        Ok(reading)
    }

    fn node(&mut self, point: &Element) -> Option<GraphNode> {
        let id = point.said("touchpointID");
        let alone = point.name.ends_with("Action");
        if !alone && !point.name.ends_with("CommunicationPoint") {
            self.notes.push(GraphNote::NoStep { key: quote(&point.name) });
            return None;
        }
        let [initiator, receiver] = ["initiator", "receiver"].map(|side| self.side(&id, point.child(side)));
        let labelled =
            |side: &str, label: &str| point.child(side).map(|side| side.said(label)).unwrap_or_default();
        let said = [labelled("initiator", "initiatorLabel"), labelled("receiver", "receiverLabel")];
        let [name, action] = said;
        let is_customer =
            |actor: &Option<(String, bool)>| actor.as_ref().is_some_and(|(_, customer)| *customer);
        let department = |actor: &Option<(String, bool)>| {
            actor.as_ref().filter(|(_, customer)| !customer).map(|(name, _)| name.clone())
        };
        let owner = department(&initiator).or_else(|| department(&receiver));
        let with_customer = is_customer(&initiator) || is_customer(&receiver);
        let told = department(&receiver).filter(|told| owner.as_ref() != Some(told));
        let stage = match (owner.is_some(), with_customer) {
            (true, true) => Some(Stage::Frontstage),
            (true, false) => Some(Stage::Backstage),
            (false, true) => Some(Stage::Customer),
            (false, false) => None,
        };
        let lane = match owner {
            Some(owner) => GraphLane::Department(owner),
            None if with_customer => GraphLane::Customer,
            None => GraphLane::Open,
        };
        let customer_starts = is_customer(&initiator);
        let channel = point.child("channel").map(|channel| channel.said("channelName"));
        let comment = Some(point.said("comment")).filter(|comment| !comment.is_empty());
        let action = [Some(action).filter(|action| !action.is_empty()), comment];
        let action: Vec<String> = action.into_iter().flatten().collect();
        Some(GraphNode {
            name: if name.is_empty() { id.clone() } else { name },
            action: (!action.is_empty()).then(|| action.join("\n")),
            phase: self.phase(&id, point),
            lane,
            stage,
            channel: channel.filter(|channel| !channel.is_empty()),
            started_by: (stage == Some(Stage::Frontstage)).then_some(if customer_starts {
                Starter::Customer
            } else {
                Starter::Organisation
            }),
            informed: told.into_iter().collect(),
            key: id,
        })
    }

    /// Who stands at a side, and whether that is the customer.
    fn side(&mut self, touchpoint: &str, side: Option<&Element>) -> Option<(String, bool)> {
        let wanted = side?.child("refersTo")?.attribute("actorIDref")?.to_owned();
        if let Some(actor) = self.actors.get(&wanted) {
            return Some((actor.name.clone(), actor.customer));
        }
        self.notes.push(GraphNote::Dangling { at: quote(touchpoint), to: quote(&wanted) });
        let named = self.named.get(&key(&wanted)).and_then(|id| self.actors.get(id));
        Some(named.map_or((wanted, false), |actor| (actor.name.clone(), actor.customer)))
    }

    /// The phase of a touchpoint; one that is only referred to is made.
    fn phase(&mut self, touchpoint: &str, point: &Element) -> Option<usize> {
        let wanted = point.child("belongsTo")?.attribute("phaseIDref")?.trim().to_owned();
        if wanted.is_empty() {
            return None;
        }
        if let Some(known) = self.phase_of.get(&wanted) {
            return Some(*known);
        }
        if !self.phase_of.is_empty() {
            self.notes.push(GraphNote::Dangling { at: quote(touchpoint), to: quote(&wanted) });
        }
        self.phases.push(wanted.clone());
        self.phase_of.insert(wanted, self.phases.len() - 1);
        Some(self.phases.len() - 1)
    }
}
