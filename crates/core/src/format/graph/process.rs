//! The process table of Visio's Data Visualizer: a row for each step, with the steps that come next.

use std::collections::HashMap;

use super::{Graph, GraphEdge, GraphError, GraphLane, GraphNode, GraphNote, GraphNotes};
use super::{MAX_EDGES, MAX_NODES, one_line, quote};
use crate::format::ids::key;
use crate::format::mermaid::is_any_customer;
use crate::format::table::{Row, Sheet};

/// The columns, as Visio names them.
pub const COLUMNS: [&str; 7] = [
    "Process Step ID",
    "Process Step Description",
    "Next Step ID",
    "Connector Label",
    "Shape Type",
    "Function",
    "Phase",
];

/// Between several steps that come next, and between their labels.
const BETWEEN: &str = ",";

/// Rows of the table, the headers first. `customer` names the customer's lane. Give them to
/// [`write_file`](crate::format::table::write_file). Labels lose their commas, which part them here.
pub fn write(graph: &Graph, customer: &str) -> Vec<Vec<String>> {
    let out = graph.out();
    let rows = graph.nodes.iter().enumerate().map(|(at, node)| {
        let next = &out[at];
        let ids: Vec<&str> = next.iter().map(|edge| graph.nodes[edge.to].key.as_str()).collect();
        let labels: Vec<String> =
            next.iter().map(|edge| edge.label.as_deref().unwrap_or_default().replace(BETWEEN, ";")).collect();
        let labelled = labels.iter().any(|label| !label.is_empty());
        let shape = match next.len() {
            _ if at == 0 => "Start",
            0 => "End",
            1 => "Process",
            _ => "Decision",
        };
        let function = match &node.lane {
            GraphLane::Open => "",
            GraphLane::Customer => customer,
            GraphLane::Department(name) => name,
        };
        let phase = node.phase.and_then(|phase| graph.phases.get(phase));
        let cells = [
            node.key.clone(),
            node.name.clone(),
            ids.join(BETWEEN),
            if labelled { labels.join(BETWEEN) } else { String::new() },
            shape.to_owned(),
            function.to_owned(),
            phase.cloned().unwrap_or_default(),
        ];
        cells.to_vec()
    });
    std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(rows).collect()
}

/// Whether a table is one of these: its first row names the identifier and the description of steps.
pub fn is_process(sheet: &Sheet) -> bool {
    sheet.rows.first().is_some_and(|row| Columns::of(row).is_some())
}

/// Reads a table.
///
/// # Errors
/// Where it is another table, holds no step, or more than is read.
pub fn read(sheet: &Sheet) -> Result<(Graph, GraphNotes), GraphError> {
    let (head, rows) = sheet.rows.split_first().ok_or(GraphError::OtherFormat)?;
    let columns = Columns::of(head).ok_or(GraphError::OtherFormat)?;
    if rows.len() > MAX_NODES {
        return Err(GraphError::TooLarge);
    }
    let mut graph = Graph::default();
    let mut notes = GraphNotes::default();
    let mut known = HashMap::new();
    let mut phases = HashMap::new();
    let mut next = Vec::new();
    for row in rows {
        let cell = |column| columns.cell(row, column);
        let (id, name) = (cell(0), one_line(cell(1)));
        if id.is_empty() && name.is_empty() {
            continue;
        }
        let at = graph.nodes.len();
        if !id.is_empty()
            && known.insert(key(id), at).is_some_and(|first| known.insert(key(id), first).is_some())
        {
            notes.push(GraphNote::Twice { key: quote(id) });
        }
        let phase = Some(one_line(cell(6))).filter(|phase| !phase.is_empty()).map(|name| {
            *phases.entry(key(&name)).or_insert_with(|| {
                graph.phases.push(name);
                graph.phases.len() - 1
            })
        });
        let function = one_line(cell(5));
        let lane = match function.as_str() {
            "" => GraphLane::Open,
            name if is_any_customer(name) => GraphLane::Customer,
            _ => GraphLane::Department(function),
        };
        next.push((at, cell(2), cell(3)));
        graph.nodes.push(GraphNode { key: id.to_owned(), name, phase, lane, ..GraphNode::default() });
    }
    for (from, next, labels) in next {
        let mut labels = labels.split([',', ';']);
        for id in next.split([',', ';']).map(str::trim).filter(|id| !id.is_empty()) {
            let label = labels.next().map(one_line).filter(|label| !label.is_empty());
            let Some(to) = known.get(&key(id)) else {
                notes.push(GraphNote::Dangling { at: quote(&graph.nodes[from].name), to: quote(id) });
                continue;
            };
            if graph.edges.len() == MAX_EDGES {
                return Err(GraphError::TooLarge);
            }
            graph.edges.push(GraphEdge { from, to: *to, label });
        }
    }
    if graph.nodes.is_empty() { Err(GraphError::Empty) } else { Ok((graph.checked()?, notes)) }
}

/// Where each of [`COLUMNS`] stands.
struct Columns([Option<usize>; 7]);

impl Columns {
    fn of(head: &Row) -> Option<Self> {
        let heads: Vec<String> = head.cells.iter().map(|head| key(head)).collect();
        let columns = COLUMNS.map(|column| heads.iter().position(|head| *head == key(column)));
        (columns[0].is_some() && columns[1].is_some()).then_some(Self(columns))
    }

    fn cell<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        self.0[column].and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
    }
}
