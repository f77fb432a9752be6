#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crosslane_cases::cases;
use proptest::prelude::*;

use super::*;
use crate::format::crosslane::open;
use crate::format::table::{Delimiter, Sheet, write_file};
use crate::model::Workspace;
use crate::samples;
use crate::testing::{everything, large, workspace};

fn graphs() -> Vec<Graph> {
    let samples = (0..).map_while(samples::text).map(|text| open(text).unwrap().workspace);
    let small = workspace("a x front\n b y front\n c x front\n a>c link share=30\n a>b link\n b>c wait=60");
    let of = |workspace: Workspace| graph(&workspace, workspace.journey_order[0]).unwrap();
    samples.chain([small, large(120)]).map(of).collect()
}

/// What a process table and a canvas hold both.
fn without_details(graph: &Graph) -> Graph {
    let mut graph = graph.clone();
    graph.title.clear();
    graph.planned = false;
    for node in &mut graph.nodes {
        *node = GraphNode {
            key: node.key.clone(),
            name: node.name.clone(),
            phase: node.phase,
            lane: node.lane.clone(),
            ..GraphNode::default()
        };
    }
    graph
}

fn through_table(graph: &Graph) -> (Graph, GraphNotes) {
    let bytes = write_file(process::write(graph, "Customer"), Delimiter::Comma);
    process::read(&Sheet::read(&bytes).unwrap()).unwrap()
}

fn in_order(graph: &Graph) -> Graph {
    let mut graph = graph.clone();
    graph.edges.sort_by_key(|edge| (edge.from, edge.to));
    graph
}

#[test]
fn a_process_table_comes_back_as_it_was() {
    for graph in graphs() {
        let (back, notes) = through_table(&graph);
        let mut expected = without_details(&graph);
        for edge in &mut expected.edges {
            edge.label = edge.label.take().map(|label| label.replace(',', ";"));
        }
        // Phases without a step have no row.
        let used = |at: &usize| graph.nodes.iter().any(|node| node.phase == Some(*at));
        expected.phases = (0..graph.phases.len()).filter(used).map(|at| graph.phases[at].clone()).collect();
        if expected.phases.len() == graph.phases.len() {
            assert_eq!(in_order(&back), in_order(&expected));
        }
        assert_eq!(notes, GraphNotes::default());
    }
}

#[test]
fn a_canvas_comes_back_as_it_was() {
    for graph in graphs() {
        let (back, notes) =
            canvas::read(&canvas::write(&graph, "Customer", |_| Some("#123456".into()))).unwrap();
        let mut back = without_details(&back);
        back.edges.sort_by_key(|edge| (edge.from, edge.to));
        assert_eq!(back, in_order(&without_details(&graph)));
        assert_eq!(notes, GraphNotes::default());
    }
}

#[test]
fn what_is_imported_flows_as_it_did_and_importing_again_changes_nothing() {
    for graph in graphs() {
        let (read, _) = canvas::read(&canvas::write(&graph, "Customer", |_| None)).unwrap();
        let options = ImportOptions { title: graph.title.clone(), ..ImportOptions::default() };
        let imported = import(&read, &Workspace::default(), &options).plan.workspace;
        assert_eq!(open(&crate::format::crosslane::write(&imported)).unwrap().workspace, imported);
        let again = super::graph(&imported, imported.journey_order[0]).unwrap();
        let lanes = |graph: &Graph| -> Vec<(String, GraphLane, Option<usize>)> {
            graph.nodes.iter().map(|node| (node.name.clone(), node.lane.clone(), node.phase)).collect()
        };
        assert_eq!(lanes(&again), lanes(&graph));
        assert_eq!((again.title.clone(), again.phases.clone()), (graph.title.clone(), graph.phases.clone()));
        assert_eq!(in_order(&again).edges, in_order(&graph).edges);
        assert_eq!(import(&read, &imported, &options).plan.workspace, imported);
    }
}

#[test]
fn what_a_table_says_wrong_is_told_and_the_rest_is_read() {
    let table = "Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function,Phase\n\
                 P1,Ask,\"P2,P9\",\"yes,no\",Start,Customer,One\n\
                 P2,Answer,P2,,Process,Desk,One\n\
                 P2,Again,,,End,Desk,Two\n";
    let (graph, notes) = process::read(&Sheet::read_text(table).unwrap()).unwrap();
    assert_eq!(graph.nodes.len(), 3);
    assert_eq!(graph.nodes[0].lane, GraphLane::Customer);
    let twice = GraphNote::Twice { key: "P2".into() };
    assert_eq!(notes.list, [twice, GraphNote::Dangling { at: "Ask".into(), to: "P9".into() }]);
    let import = import(&graph, &Workspace::default(), &ImportOptions::default());
    assert_eq!(import.notes.list, [GraphNote::ToItself { at: "Answer".into() }]);
    let journey = import.plan.workspace.journeys.values().next().unwrap();
    assert_eq!((journey.touchpoints.len(), journey.phases.len()), (3, 2));
}

#[test]
fn a_canvas_drawn_by_hand_is_read_from_left_to_right() {
    let canvas = r##"{"nodes":[
        {"id":"b","type":"text","x":300,"y":10,"width":100,"height":50,"text":"**Second**\nsays more"},
        {"id":"a","type":"text","x":20,"y":10,"width":100,"height":50,"text":"# First\n*Sales*"},
        {"id":"p","type":"file","x":900,"y":10,"width":10,"height":10,"file":"notes.md"},
        {"id":"q","type":"sticker","x":0,"y":0,"width":1,"height":1},
        {"id":"g","type":"group","x":0,"y":0,"width":500,"height":100,"label":"Start"}],
        "edges":[{"id":"e","fromNode":"b","toNode":"a","label":"back"},{"id":"f","fromNode":"a","toNode":"x"}]}"##;
    let (graph, notes) = canvas::read(canvas).unwrap();
    let names: Vec<&str> = graph.nodes.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(names, ["notes.md", "First", "Second"]);
    assert_eq!(graph.nodes[1].lane, GraphLane::Department("Sales".into()));
    assert_eq!(graph.nodes[2].action.as_deref(), Some("says more"));
    assert_eq!(graph.edges, [GraphEdge { from: 2, to: 1, label: Some("back".into()) }]);
    let dangling = GraphNote::Dangling { at: "a".into(), to: "x".into() };
    assert_eq!(notes.list, [GraphNote::NoStep { key: "q".into() }, dangling]);
}

#[test]
fn another_file_is_told_apart() {
    assert_eq!(canvas::read("[]"), Err(GraphError::OtherFormat));
    assert_eq!(canvas::read("{\"nodes\": []}"), Err(GraphError::Empty));
    let steps = Sheet::read_text("Journey,Touchpoint\nA,b").unwrap();
    assert!(!process::is_process(&steps));
    assert_eq!(process::read(&steps), Err(GraphError::OtherFormat));
}

#[test]
fn the_csv_of_draw_io_is_as_its_page_describes() {
    let graph = &graphs()[graphs().len() - 2];
    let colors = |_: &GraphLane| ["#ffffff".to_owned(), "#000000".to_owned()];
    insta::assert_snapshot!(drawio::write(graph, "Customer", "Owner open", colors));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_table_makes_it_stop(cells in proptest::collection::vec("[A-Z0-9,;]{0,6}", 0..40)) {
        let rows = cells.chunks(7).map(<[String]>::to_vec);
        let head = process::COLUMNS.map(str::to_owned).to_vec();
        let bytes = write_file(std::iter::once(head).chain(rows), Delimiter::Comma);
        if let Ok((graph, _)) = Sheet::read(&bytes).map_err(drop).and_then(|sheet| process::read(&sheet).map_err(drop)) {
            import(&graph, &Workspace::default(), &ImportOptions::default());
        }
    }

    #[test]
    fn no_change_to_a_canvas_makes_it_stop(at in any::<prop::sample::Index>(), to in "[\"{}\\[\\],:0-9a-z-]{0,4}", seed in 0_u64..4) {
        let workspace = everything(seed);
        let graph = super::graph(&workspace, workspace.journey_order[0]).unwrap();
        let mut text = canvas::write(&graph, "Customer", |_| None);
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &to);
        if let Ok((graph, _)) = canvas::read(&text) {
            import(&graph, &Workspace::default(), &ImportOptions::default());
        }
    }
}
