//! The CSV that draw.io inserts: lines that say how it is drawn, then a row for each step.

use std::fmt::Write as _;

use super::{Graph, GraphLane};
use crate::format::table::{Delimiter, write_text};

/// The columns before those of the connections.
const COLUMNS: [&str; 7] = ["id", "name", "owner", "phase", "fill", "stroke", "dashed"];
/// How many ways out of one step are drawn.
const MOST_WAYS: usize = 12;

/// The text to paste under Arrange > Insert > Advanced > CSV. `colors` are fill and border of a lane as `#rrggbb`;
/// `customer` and `open` name the lanes without a department.
pub fn write(
    graph: &Graph,
    customer: &str,
    open: &str,
    colors: impl Fn(&GraphLane) -> [String; 2],
) -> String {
    let out = graph.out();
    let ways = out.iter().map(Vec::len).max().unwrap_or_default().min(MOST_WAYS);
    let mut text = head(ways);
    let columns = COLUMNS.map(str::to_owned).into_iter();
    let ends = (1..=ways).flat_map(|way| [format!("next{way}"), format!("label{way}")]);
    let mut rows: Vec<Vec<String>> = vec![columns.chain(ends).collect()];
    for (at, node) in graph.nodes.iter().enumerate() {
        let owner = match &node.lane {
            GraphLane::Open => open,
            GraphLane::Customer => customer,
            GraphLane::Department(name) => name,
        };
        let phase = node
            .phase
            .and_then(|phase| graph.phases.get(phase))
            .map(|phase| escaped(phase))
            .unwrap_or_default();
        let [fill, stroke] = colors(&node.lane);
        let dashed = if node.lane == GraphLane::Open { "1" } else { "0" };
        let mut row = vec![
            node.key.clone(),
            escaped(&node.name),
            escaped(owner),
            phase,
            fill,
            stroke,
            dashed.to_owned(),
        ];
        for edge in out[at].iter().take(MOST_WAYS) {
            row.push(graph.nodes[edge.to].key.clone());
            row.push(escaped(edge.label.as_deref().unwrap_or_default()));
        }
        row.resize(COLUMNS.len() + 2 * ways, String::new());
        rows.push(row);
    }
    text.push_str(&write_text(rows, Delimiter::Comma));
    text
}

/// A text as draw.io shows it: labels are HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The lines that say how it is drawn.
fn head(ways: usize) -> String {
    let mut head = String::from(
        "# label: %name%<br><i>%owner%</i>\n\
         # style: rounded=1;whiteSpace=wrap;html=1;fillColor=%fill%;strokeColor=%stroke%;dashed=%dashed%;strokeWidth=2;\n\
         # namespace: crosslane-\n",
    );
    for way in 1..=ways {
        // Writing to a String cannot fail.
        let _ = writeln!(
            head,
            "# connect: {{\"from\": \"next{way}\", \"to\": \"id\", \"fromlabel\": \"label{way}\", \
             \"style\": \"edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;\"}}"
        );
    }
    head.push_str("# width: 180\n# height: 70\n# padding: 12\n");
    let hidden = (1..=ways).fold(String::new(), |mut list, way| {
        let _ = write!(list, ",next{way},label{way}");
        list
    });
    let _ = writeln!(head, "# ignore: id,fill,stroke,dashed{hidden}");
    head.push_str("# nodespacing: 40\n# levelspacing: 60\n# edgespacing: 40\n# layout: horizontalflow\n");
    head
}
