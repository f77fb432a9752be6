//! JSON Canvas 1.0 (jsoncanvas.org): nodes at places, groups around them, edges between them.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::places::{GAP, HEIGHT, Places, WIDTH};
use super::{Graph, GraphEdge, GraphError, GraphLane, GraphNode, GraphNote, GraphNotes};
use super::{MAX_EDGES, MAX_GROUPS, MAX_NODES, one_line, quote};
use crate::format::crosslane::parse;
use crate::format::ids::key;
use crate::format::mermaid::is_any_customer;
use crate::sort::Sort;

/// Files that are read at most, in bytes.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The journey as a canvas: a group for each phase, a row for each lane. The owner stands under the name in italics;
/// `customer` names the customer. `color` is the colour of a lane as `#rrggbb`.
pub fn write(graph: &Graph, customer: &str, color: impl Fn(&GraphLane) -> Option<String>) -> String {
    let places = Places::of(graph);
    let phases = graph.phases.iter().zip(&places.phases).enumerate();
    let mut nodes: Vec<Value> = phases
        .map(|(phase, (name, [left, right]))| {
            let (id, height) = (format!("phase-{phase}"), places.height() + GAP);
            json!({
                "id": id, "type": "group", "x": left, "y": 0, "width": right - left, "height": height, "label": name
            })
        })
        .collect();
    for (node, place) in graph.nodes.iter().zip(&places.steps) {
        let Some([x, y]) = place else { continue };
        let mut card = json!({
            "id": node.key, "type": "text", "x": x, "y": y, "width": WIDTH, "height": HEIGHT,
            "text": text(node, customer)
        });
        if let Some(color) = color(&node.lane) {
            card["color"] = json!(color);
        }
        nodes.push(card);
    }
    let edges: Vec<Value> =
        graph.edges.iter().enumerate().map(|(at, edge)| written(graph, at, edge)).collect();
    // Of values made here; nothing in them cannot be written.
    let mut text =
        serde_json::to_string_pretty(&json!({ "nodes": nodes, "edges": edges })).unwrap_or_default();
    text.push('\n');
    text
}

fn written(graph: &Graph, at: usize, edge: &GraphEdge) -> Value {
    let mut written = json!({
        "id": format!("step-{at}"),
        "fromNode": graph.nodes[edge.from].key, "fromSide": "right",
        "toNode": graph.nodes[edge.to].key, "toSide": "left"
    });
    if let Some(label) = &edge.label {
        written["label"] = json!(label);
    }
    written
}

/// The name, what the customer does, and the owner.
fn text(node: &GraphNode, customer: &str) -> String {
    let mut text = node.name.clone();
    if let Some(action) = &node.action {
        text.push_str("\n\n");
        text.push_str(action);
    }
    match &node.lane {
        GraphLane::Open => {}
        GraphLane::Customer => text.extend(["\n\n*", customer, "*"]),
        GraphLane::Department(name) => text.extend(["\n\n*", name, "*"]),
    }
    text
}

/// Reads a canvas, also one that somebody drew by hand: groups are phases from left to right, what lies in one belongs to
/// it, steps stand in order from left to right.
///
/// # Errors
/// Where it is no canvas, holds no step, or more than is read.
pub fn read(source: &str) -> Result<(Graph, GraphNotes), GraphError> {
    if source.len() > MAX_BYTES {
        return Err(GraphError::TooLarge);
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (canvas, _) = parse(source).map_err(|_| GraphError::OtherFormat)?;
    let list = |name: &str| canvas.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let (nodes, edges) = (list("nodes"), list("edges"));
    if !canvas.is_object() || canvas.get("nodes").is_none_or(|nodes| !nodes.is_array()) {
        return Err(GraphError::OtherFormat);
    }
    if nodes.len() > MAX_NODES || edges.len() > MAX_EDGES {
        return Err(GraphError::TooLarge);
    }
    let mut notes = GraphNotes::default();
    let groups = groups(nodes);
    if groups.len() > MAX_GROUPS {
        return Err(GraphError::TooLarge);
    }
    let mut found: Vec<(Option<usize>, f64, f64, GraphNode)> = Vec::new();
    for node in nodes.iter().filter(|node| string(node, "type") != "group") {
        let Some(said) = said(node) else {
            notes.push(GraphNote::NoStep { key: quote(string(node, "id")) });
            continue;
        };
        let area = Area::of(node);
        let (x, y) = area.middle();
        let phase = groups.iter().position(|(group, _)| group.holds(x, y));
        found.push((phase, area.left, area.top, GraphNode { phase, ..said }));
    }
    if found.is_empty() {
        return Err(GraphError::Empty);
    }
    found.arrange_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    let mut graph = Graph {
        phases: groups.into_iter().map(|(_, label)| label).collect(),
        nodes: found.into_iter().map(|(.., node)| node).collect(),
        ..Graph::default()
    };
    connect(&mut graph, edges, &mut notes);
    Ok((graph.checked()?, notes))
}

fn connect(graph: &mut Graph, edges: &[Value], notes: &mut GraphNotes) {
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (at, node) in graph.nodes.iter().enumerate() {
        if *known.entry(&node.key).or_insert(at) != at {
            notes.push(GraphNote::Twice { key: quote(&node.key) });
        }
    }
    let mut found = Vec::new();
    for edge in edges {
        let ends = [string(edge, "fromNode"), string(edge, "toNode")];
        // An arrow head at its beginning alone turns an edge around.
        let turned = string(edge, "fromEnd") == "arrow" && string(edge, "toEnd") == "none";
        let [from, to] = if turned { [ends[1], ends[0]] } else { ends };
        match (known.get(from), known.get(to)) {
            (Some(from), Some(to)) => {
                let label = Some(one_line(string(edge, "label"))).filter(|label| !label.is_empty());
                found.push(GraphEdge { from: *from, to: *to, label });
            }
            _ => notes.push(GraphNote::Dangling { at: quote(from), to: quote(to) }),
        }
    }
    graph.edges = found;
}

fn string<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Where something lies.
struct Area {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn of(node: &Value) -> Self {
        let number = |field: &str| {
            let found = node.get(field).and_then(Value::as_f64).unwrap_or_default();
            found.clamp(-1e12, 1e12)
        };
        Self { left: number("x"), top: number("y"), width: number("width"), height: number("height") }
    }

    fn middle(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    fn holds(&self, x: f64, y: f64) -> bool {
        (self.left..=self.left + self.width).contains(&x) && (self.top..=self.top + self.height).contains(&y)
    }
}

/// The groups from left to right with their labels; of two that hold something, the smaller comes first where they begin
/// at one place.
fn groups(nodes: &[Value]) -> Vec<(Area, String)> {
    let is_group = |node: &&Value| string(node, "type") == "group";
    let mut groups: Vec<(Area, String)> =
        nodes.iter().filter(is_group).map(|node| (Area::of(node), one_line(string(node, "label")))).collect();
    groups.arrange_by(|(a, _), (b, _)| a.left.total_cmp(&b.left).then(a.width.total_cmp(&b.width)));
    groups
}

/// What is written on a node.
fn said(node: &Value) -> Option<GraphNode> {
    let key_text = string(node, "id").to_owned();
    let text = match string(node, "type") {
        "text" => string(node, "text"),
        "file" => string(node, "file"),
        "link" => string(node, "url"),
        _ => return None,
    };
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let owner = lines.last().filter(|_| lines.len() > 1).and_then(|line| emphasised(line)).map(one_line);
    let lane = match owner {
        Some(owner) => {
            lines.pop();
            let customer = is_any_customer(&key(&owner));
            if customer { GraphLane::Customer } else { GraphLane::Department(owner) }
        }
        None => GraphLane::Open,
    };
    let (name, rest) = lines.split_first()?;
    // Headings and strong text are names too.
    let name = name.trim_start_matches(['#', ' ']);
    let name = name.strip_prefix("**").and_then(|name| name.strip_suffix("**")).unwrap_or(name);
    let action = (!rest.is_empty()).then(|| rest.join("\n"));
    Some(GraphNode { key: key_text, name: one_line(name), action, lane, ..GraphNode::default() })
}

/// The text between two single stars.
fn emphasised(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('*')?.strip_suffix('*')?;
    (!inner.is_empty() && !inner.starts_with('*') && !inner.ends_with('*')).then_some(inner)
}
