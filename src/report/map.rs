//! The map on paper: a table of lanes per page, broken between touchpoints.

use crosslane_core::flow::Node;
use crosslane_core::model::{Id, Touchpoint};
use crosslane_core::score::HandoffRisk;
use crosslane_words::ui::{report as words, shell};

use super::Printed;
use crate::handoffs::level;
use crate::reactive::prelude::*;
use crate::ui::department_chip;

/// How many touchpoints at most fit on a landscape page and stay readable.
const PER_PAGE: usize = 7;

/// A lane: the customer, a department, or nobody yet.
#[derive(Clone, Copy, PartialEq)]
enum Lane {
    Customer,
    Department(Id),
    Nobody,
}

fn lane(node: &Node) -> Lane {
    match node.owner {
        Some(owner) => Lane::Department(owner),
        None if node.customer_alone => Lane::Customer,
        None => Lane::Nobody,
    }
}

/// The lanes a page needs, in the order of the map.
fn lanes(printed: &Printed, nodes: &[Node]) -> Vec<Lane> {
    let used: Vec<Lane> = nodes.iter().map(lane).collect();
    let departments = printed.workspace.department_order.iter().map(|id| Lane::Department(*id));
    std::iter::once(Lane::Customer)
        .chain(std::iter::once(Lane::Nobody))
        .chain(departments)
        .filter(|lane| used.contains(lane))
        .collect()
}

/// The pages of the map.
pub fn map(printed: &Printed) -> AnyView {
    let nodes = printed.evaluation.flow.nodes();
    if nodes.is_empty() {
        return view! { <p class="quiet">{words::EMPTY}</p> }.into_any();
    }
    // The same on every page, so that the last is not left with one or two.
    let per_page = nodes.len().div_ceil(nodes.len().div_ceil(PER_PAGE));
    let starts = (0..nodes.len()).step_by(per_page);
    starts.map(|start| page(printed, start, (start + per_page).min(nodes.len()))).collect_view().into_any()
}

fn page(printed: &Printed, start: usize, end: usize) -> AnyView {
    let nodes = &printed.evaluation.flow.nodes()[start..end];
    let rows = lanes(printed, nodes)
        .into_iter()
        .map(|of| {
            let cells = nodes
                .iter()
                .enumerate()
                .map(|(at, node)| {
                    let card = (lane(node) == of).then(|| card(printed, start + at, node));
                    view! { <td>{card}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{lane_name(printed, of)}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table class="paper-map">
            <caption class="quiet">{words::page(start + 1, end, printed.evaluation.flow.nodes().len())}</caption>
            <thead>
                <tr><td></td>{phases(printed, nodes)}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The phases as headers over their touchpoints.
fn phases(printed: &Printed, nodes: &[Node]) -> AnyView {
    nodes
        .chunk_by(|a, b| a.phase == b.phase)
        .map(|chunk| {
            let id = printed.journey.phase_order.get(chunk[0].phase);
            let name = id.and_then(|id| printed.journey.phases.get(id)).map_or("", |phase| &phase.name);
            let name = shell::or_untitled(name).to_owned();
            view! { <th scope="colgroup" colspan=chunk.len().to_string() dir="auto">{name}</th> }
        })
        .collect_view()
        .into_any()
}

fn lane_name(printed: &Printed, lane: Lane) -> AnyView {
    match lane {
        Lane::Customer => view! { <b>{words::CUSTOMER}</b> }.into_any(),
        Lane::Nobody => view! { <i>{words::NO_OWNER}</i> }.into_any(),
        Lane::Department(id) => department_chip(&printed.workspace, id),
    }
}

fn card(printed: &Printed, at: usize, node: &Node) -> AnyView {
    let flow = &printed.evaluation.flow;
    let arriving = flow
        .handoffs()
        .iter()
        .filter(|handoff| handoff.to == at)
        .map(|handoff| {
            let key = flow.key(handoff.from, handoff.to);
            arrival(printed, handoff.from_department, printed.evaluation.scores.of(key))
        })
        .collect_view();
    let touchpoint = printed.journey.touchpoints.get(&node.id).map(AsRef::as_ref);
    view! {
        <div class="paper-card">
            {arriving}
            <b dir="auto">{super::touchpoint_name(&printed.journey, node.id)}</b>
            {satisfaction(touchpoint)}
        </div>
    }
    .into_any()
}

/// A handoff that arrives at a card: from whom, and how risky.
fn arrival(printed: &Printed, from: Id, risk: Option<&HandoffRisk>) -> AnyView {
    let risk = risk.map_or(0.0, |risk| risk.risk);
    let name = shell::or_untitled(printed.workspace.department_name(from)).to_owned();
    let figure = (risk > 0.0).then(|| view! { <b>{words::risk(risk)}</b> });
    view! {
        <span class="paper-arrival risk" data-level=level(risk)>
            <span aria-hidden="true">"→ "</span>
            <span dir="auto">{words::from(&name)}</span>
            " "
            {figure}
        </span>
    }
    .into_any()
}

fn satisfaction(touchpoint: Option<&Touchpoint>) -> Option<AnyView> {
    let rating = touchpoint?.satisfaction?;
    let text = format!("{} {}", words::SATISFACTION, crosslane_words::values::rating(rating));
    Some(view! { <span class="quiet">{text}</span> }.into_any())
}
