//! Pages to read and print, block by block, with links into the views.

use crosslane_core::model::Id;
use crosslane_core::route::Route;
use crosslane_words::page::{Block, Line, Page, Span, Target};
use crosslane_words::ui::handoffs as words;

use super::{DepartmentChip, DepartmentMark, severity_badge};
use crate::app::State;
use crate::reactive::prelude::*;

/// How the map of a journey is drawn on a page.
pub type DrawMap = fn(State, Id) -> AnyView;

/// A page below its heading.
pub fn blocks(state: State, page: &Page, map: DrawMap) -> AnyView {
    view! { <div class="page">{list(state, &page.blocks, map)}</div> }.into_any()
}

fn list(state: State, blocks: &[Block], map: DrawMap) -> Vec<AnyView> {
    blocks.iter().map(|block| one(state, block, map)).collect()
}

fn one(state: State, block: &Block, map: DrawMap) -> AnyView {
    match block {
        Block::Heading(heading) => view! { <h2 dir="auto">{heading.clone()}</h2> }.into_any(),
        Block::Subheading(heading) => view! { <h3 class="page-line">{line(state, heading)}</h3> }.into_any(),
        Block::Paragraph(said) => view! { <p class="page-line">{line(state, said)}</p> }.into_any(),
        Block::Remark(remark) => view! { <p class="quiet">{remark.clone()}</p> }.into_any(),
        Block::Facts(facts) => {
            let rows = facts.iter().map(|(label, value)| {
                view! {
                    <div>
                        <dt>{label.clone()}</dt>
                        <dd class="page-line">{line(state, value)}</dd>
                    </div>
                }
            });
            view! { <dl class="page-facts">{rows.collect_view()}</dl> }.into_any()
        }
        Block::List(items) => view! { <ul class="page-list">{entries(state, items, map)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol class="page-steps">{entries(state, items, map)}</ol> }.into_any(),
        Block::Table { head, rows } => table(state, head, rows),
        Block::Map(journey) => map(state, *journey),
        Block::Sheet => view! { <hr class="page-sheet" /> }.into_any(),
    }
}

fn entries(state: State, items: &[Vec<Block>], map: DrawMap) -> Vec<AnyView> {
    let entry = |blocks: &Vec<Block>| view! { <li>{list(state, blocks, map)}</li> }.into_any();
    items.iter().map(entry).collect()
}

fn table(state: State, head: &[String], rows: &[Vec<Line>]) -> AnyView {
    let heads: Vec<AnyView> =
        head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }.into_any()).collect();
    let cell = |cell: &Line| view! { <td>{line(state, cell)}</td> }.into_any();
    let row = |row: &Vec<Line>| {
        let cells: Vec<AnyView> = row.iter().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.iter().map(row).collect();
    view! {
        <div class="page-table" role="group" tabindex="0" aria-label=head.join(", ")>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(state: State, line: &Line) -> Vec<AnyView> {
    line.iter().map(|span| shown(state, span)).collect()
}

fn shown(state: State, span: &Span) -> AnyView {
    match span {
        Span::Text(text) => view! { <span dir="auto">{text.clone()}</span> }.into_any(),
        Span::Strong(text) => view! { <b dir="auto">{text.clone()}</b> }.into_any(),
        Span::Link(text, target) => {
            view! { <a class="link" dir="auto" href=address(state, *target)>{text.clone()}</a> }.into_any()
        }
        Span::Department(id, name) => {
            let mark = state.workspace_untracked().map(|workspace| DepartmentMark::of(&workspace, *id));
            mark.map(|mark| view! { <DepartmentChip mark=mark name=name.clone() /> }).into_any()
        }
        Span::Severity(severity) => severity_badge(*severity),
        Span::Risk(risk) => view! {
            <span class="page-risk" data-level=crate::handoffs::level(*risk)>
                <span class="unseen">{words::RISK}" "</span>
                {risk.round()}
            </span>
        }
        .into_any(),
    }
}

/// The address of a place in the open workspace.
fn address(state: State, target: Target) -> String {
    let Route::Workspace { workspace, journey, .. } = state.route.get_untracked() else {
        return Route::Home.hash();
    };
    let journey = target.journey.or(journey);
    Route::Workspace { workspace, view: target.view, journey, selection: target.selection }.hash()
}
