//! Writing CJML.

use crate::format::graph::{Graph, GraphLane, GraphNode};
use crate::model::{Stage, Starter};

/// The journey as a file. `customer` names the customer.
pub fn write(graph: &Graph, customer: &str) -> String {
    let kind = if graph.planned { "planned" } else { "actual" };
    let mut xml = Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 };
    xml.open("CJML version=\"2.0\"");
    xml.open(&format!("{kind}Journey"));
    xml.line("journeyID", &graph.title);
    let departments = departments(graph);
    xml.open("actors");
    xml.open("endUser actorID=\"customer\"");
    xml.line("actorName", customer);
    xml.close("endUser");
    for (at, name) in departments.iter().enumerate() {
        xml.open(&format!("serviceProvider actorID=\"department-{at}\""));
        xml.line("companyName", name);
        xml.close("serviceProvider");
    }
    xml.close("actors");
    if !graph.phases.is_empty() {
        xml.open("phases");
        for (at, name) in graph.phases.iter().enumerate() {
            xml.open(&format!("phase phaseID=\"phase-{at}\""));
            xml.line("phaseName", name);
            xml.close("phase");
        }
        xml.close("phases");
    }
    xml.open("touchpoints");
    for node in &graph.nodes {
        touchpoint(&mut xml, kind, node, &departments);
    }
    for element in ["touchpoints", &format!("{kind}Journey"), "CJML"] {
        xml.close(element);
    }
    xml.text
}

/// The departments of a graph, once each, in its order.
fn departments(graph: &Graph) -> Vec<&str> {
    let mut departments: Vec<&str> = Vec::new();
    for node in &graph.nodes {
        let owner = match &node.lane {
            GraphLane::Department(name) => Some(name.as_str()),
            _ => None,
        };
        for name in owner.into_iter().chain(node.informed.iter().map(String::as_str)) {
            if !departments.contains(&name) {
                departments.push(name);
            }
        }
    }
    departments
}

fn touchpoint(xml: &mut Xml, kind: &str, node: &GraphNode, departments: &[&str]) {
    let of = |name: &str| departments.iter().position(|other| *other == name);
    let actor = |name: &str| of(name).map(|at| format!("department-{at}"));
    let customer = || Some("customer".to_owned());
    let owner = match &node.lane {
        GraphLane::Department(name) => actor(name),
        GraphLane::Customer => customer(),
        GraphLane::Open => None,
    };
    let unseen = matches!(node.stage, Some(Stage::Backstage | Stage::Support));
    let owned = matches!(node.lane, GraphLane::Department(_));
    let other =
        if owned && !unseen { customer() } else { node.informed.first().and_then(|name| actor(name)) };
    let customer_starts = owned && !unseen && node.started_by == Some(Starter::Customer);
    let (initiator, receiver) = if customer_starts { (other, owner) } else { (owner, other) };
    let element =
        if receiver.is_some() { format!("{kind}CommunicationPoint") } else { format!("{kind}Action") };
    xml.open(&element);
    xml.line("touchpointID", &node.key);
    if let Some(phase) = node.phase {
        xml.single(&format!("belongsTo phaseIDref=\"phase-{phase}\""));
    }
    side(xml, "initiator", initiator, &node.name);
    if receiver.is_some() {
        side(xml, "receiver", receiver, node.action.as_deref().unwrap_or_default());
        xml.open("channel");
        xml.line("channelName", node.channel.as_deref().unwrap_or_default());
        xml.close("channel");
    } else if let Some(action) = &node.action {
        xml.line("comment", action);
    }
    xml.close(&element);
}

fn side(xml: &mut Xml, side: &str, actor: Option<String>, label: &str) {
    xml.open(side);
    if let Some(actor) = actor {
        xml.single(&format!("refersTo actorIDref=\"{actor}\""));
    }
    xml.line(&format!("{side}Label"), label);
    xml.close(side);
}

/// Elements, one a line; names and attributes are made here, texts are escaped.
struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.depth));
    }

    fn open(&mut self, element: &str) {
        self.indent();
        self.text.extend(["<", element, ">\n"]);
        self.depth += 1;
    }

    fn close(&mut self, element: &str) {
        self.depth -= 1;
        self.indent();
        self.text.extend(["</", element, ">\n"]);
    }

    fn single(&mut self, element: &str) {
        self.indent();
        self.text.extend(["<", element, "/>\n"]);
    }

    fn line(&mut self, element: &str, said: &str) {
        self.indent();
        self.text.extend(["<", element, ">"]);
        for c in said.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                c if (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => self.text.push(c),
            }
        }
        self.text.extend(["</", element, ">\n"]);
    }
}
