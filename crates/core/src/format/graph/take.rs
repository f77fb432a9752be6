//! A journey as a graph.

use super::{Graph, GraphEdge, GraphLane, GraphNode, one_line};
use crate::flow::Flow;
use crate::format::with_short_names;
use crate::model::{Id, JourneyState, Workspace};

/// The journey as a graph; `None` where there is no such journey.
pub fn graph(workspace: &Workspace, journey: Id) -> Option<Graph> {
    let workspace = &*with_short_names(workspace);
    let journey = workspace.journeys.get(&journey)?;
    let flow = Flow::of(journey);
    let phases = journey.ordered_phases().map(|(_, phase)| one_line(&phase.name)).collect();
    let node = |node: &crate::flow::Node| {
        let touchpoint = journey.touchpoints.get(&node.id)?;
        let lane = match node.owner {
            Some(owner) => GraphLane::Department(one_line(workspace.department_name(owner))),
            None if node.customer_alone => GraphLane::Customer,
            None => GraphLane::Open,
        };
        let channel = touchpoint.channel.and_then(|id| workspace.channels.get(&id.id()));
        Some(GraphNode {
            key: node.id.to_string(),
            name: one_line(&touchpoint.name),
            action: touchpoint.action.clone(),
            phase: Some(node.phase),
            lane,
            stage: touchpoint.stage,
            channel: channel.map(|channel| one_line(&channel.name)),
            started_by: touchpoint.started_by,
            informed: touchpoint
                .informed
                .iter()
                .flatten()
                .map(|id| one_line(workspace.department_name(id.id())))
                .collect(),
        })
    };
    let label = |from, to| {
        let step = journey.steps.get(&flow.key(from, to))?;
        step.link.as_ref()?.label.clone().filter(|label| !label.trim().is_empty())
    };
    let edges = flow.steps().iter().map(|step| GraphEdge {
        from: step.from,
        to: step.to,
        label: label(step.from, step.to).map(|label| one_line(&label)),
    });
    Some(Graph {
        title: one_line(&journey.title),
        planned: journey.state == Some(JourneyState::Future),
        phases,
        nodes: flow.nodes().iter().filter_map(node).collect(),
        edges: edges.collect(),
    })
}
