//! The CSV that draw.io inserts: lines that say how it is drawn, then a row for each lane, phase and step.

use std::fmt::Write as _;

use super::places::{GAP, HEAD, HEIGHT, LANE, Places, WIDTH};
use super::{Graph, GraphLane, one_line};
use crate::format::table::{Delimiter, write_text};

/// The columns before those of the connections.
const COLUMNS: [&str; 12] =
    ["id", "name", "owner", "phase", "look", "fill", "stroke", "dashed", "left", "top", "width", "height"];
/// Those that are no data of the shapes.
const HIDDEN: &str = "id,look,fill,stroke,dashed,left,top,width,height";
/// How many ways out of one step are drawn.
const MOST_WAYS: usize = 12;
/// The room for the name of a lane, left of the first phase.
const LANE_HEAD: i64 = 40;

/// The text to paste under Arrange > Insert > Advanced > CSV: lanes as rows, phases above them, each step in its lane.
/// `colors` are fill and border of a lane as `#rrggbb`; `customer` and `open` name the lanes without a department.
pub fn write(
    graph: &Graph,
    customer: &str,
    open: &str,
    colors: impl Fn(&GraphLane) -> [String; 2],
) -> String {
    let out = graph.out();
    let ways = out.iter().map(Vec::len).max().unwrap_or_default().min(MOST_WAYS);
    let places = Places::of(graph);
    let owner = |lane: &GraphLane| match lane {
        GraphLane::Open => escaped(open),
        GraphLane::Customer => escaped(customer),
        GraphLane::Department(name) => escaped(name),
    };
    let looks = |lane: &GraphLane| {
        let [fill, stroke] = colors(lane);
        let dashed = if *lane == GraphLane::Open { "1" } else { "0" };
        [fill, stroke, dashed.to_owned()]
    };
    let plain = [String::new(), String::new(), "0".to_owned()];
    let columns = COLUMNS.map(str::to_owned).into_iter();
    let ends = (1..=ways).flat_map(|way| [format!("next{way}"), format!("label{way}")]);
    let mut rows: Vec<Vec<String>> = vec![columns.chain(ends).collect()];
    for (row, lane) in places.lanes.iter().enumerate() {
        let area = [0, Places::lane_top(row), places.width() + LANE_HEAD, LANE];
        rows.push(shape(["", &owner(lane), "", "", "lane"], &looks(lane), area));
    }
    for (name, [left, right]) in graph.phases.iter().zip(&places.phases) {
        let area = [left + LANE_HEAD, 0, right - left, HEAD - GAP / 2];
        rows.push(shape(["", &escaped(name), "", "", "phase"], &plain, area));
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        let phase = node.phase.and_then(|phase| graph.phases.get(phase));
        let phase = phase.map(|phase| escaped(phase)).unwrap_or_default();
        let [left, top] = places.steps[at].unwrap_or([places.width() + GAP, HEAD]);
        let said = [&node.key, &escaped(&node.name), &owner(&node.lane), &phase, "step"];
        let mut row = shape(said, &looks(&node.lane), [left + LANE_HEAD, top, WIDTH, HEIGHT]);
        for edge in out[at].iter().take(MOST_WAYS) {
            row.push(graph.nodes[edge.to].key.clone());
            row.push(escaped(edge.label.as_deref().unwrap_or_default()));
        }
        rows.push(row);
    }
    for row in &mut rows {
        row.resize(COLUMNS.len() + 2 * ways, String::new());
    }
    let mut text = head(ways);
    text.push_str(&write_text(rows, Delimiter::Comma));
    text
}

/// The row of a shape: what it says; fill, border, and whether that is dashed; left, top, width and height.
fn shape(said: [&str; 5], looks: &[String; 3], area: [i64; 4]) -> Vec<String> {
    let said = said.into_iter().map(str::to_owned);
    said.chain(looks.iter().cloned()).chain(area.iter().map(i64::to_string)).collect()
}

/// A text as draw.io shows it: labels are HTML, and a row is one line.
fn escaped(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The lines that say how it is drawn.
fn head(ways: usize) -> String {
    let mut head = String::from(
        "# label: %name%\n\
         # stylename: look\n\
         # styles: {\"lane\": \"swimlane;horizontal=0;startSize=40;html=1;whiteSpace=wrap;collapsible=0;\
         swimlaneFillColor=none;fillColor=none;strokeColor=%stroke%;dashed=%dashed%;\", \
         \"phase\": \"text;html=1;whiteSpace=wrap;align=left;verticalAlign=middle;fontStyle=1;\", \
         \"step\": \"rounded=1;whiteSpace=wrap;html=1;fillColor=%fill%;strokeColor=%stroke%;dashed=%dashed%;\
         strokeWidth=2;spacing=8;\"}\n",
    );
    let mut hidden = String::from(HIDDEN);
    for way in 1..=ways {
        // Writing to a String cannot fail.
        let _ = writeln!(
            head,
            "# connect: {{\"from\": \"next{way}\", \"to\": \"id\", \"fromlabel\": \"label{way}\", \
             \"style\": \"edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;\"}}"
        );
        let _ = write!(hidden, ",next{way},label{way}");
    }
    let _ =
        writeln!(head, "# width: @width\n# height: @height\n# left: left\n# top: top\n# ignore: {hidden}");
    head.push_str("# layout: none\n");
    head
}
