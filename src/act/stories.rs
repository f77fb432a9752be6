//! Stories and recognition: what worked, who made it work, where.

use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id, Story, Workspace};
use crosslane_core::sort::Sort;
use crosslane_words::ui::act::stories as words;
use crosslane_words::values;

use super::parts;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields;

/// All stories, the newest first.
pub fn all(state: State) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        if workspace.stories.is_empty() {
            return Some(parts::none(EntityKind::Story));
        }
        let mut stories: Vec<_> = workspace.stories.iter().collect();
        stories.arrange_by_key(|(id, story)| std::cmp::Reverse((story.date, **id)));
        let cards = stories.into_iter().map(|(id, story)| card(state, &workspace, *id, story));
        Some(view! { <ul class="act-list">{cards.collect_view()}</ul> }.into_any())
    };
    view! { {list} }.into_any()
}

fn card(state: State, workspace: &Workspace, id: Id, story: &Story) -> AnyView {
    let people = story.people.as_deref().unwrap_or_default();
    let people = (!people.is_empty()).then(|| values::list(people));
    let has_places = story.touchpoints.as_ref().is_some_and(|places| !places.is_empty());
    view! {
        <li class="panel act-card act-story">
            <h2>{parts::entry_link(state, workspace, EntityKind::Story, id)}</h2>
            {story.date.map(|date| view! { <p class="quiet act-line">{values::date(date)}</p> })}
            {story.text.clone().map(|text| view! { <p class="act-text" dir="auto">{text}</p> })}
            <dl class="act-facts">
                <div>
                    <dt>{words::TOGETHER}</dt>
                    <dd>{parts::chips(workspace, story.departments.as_deref())}</dd>
                </div>
                {has_places.then(|| view! {
                    <div>
                        <dt>{words::WHERE}</dt>
                        <dd>{parts::touchpoint_links(state, workspace, story.touchpoints.as_deref())}</dd>
                    </div>
                })}
                {people.map(|people| view! {
                    <div>
                        <dt>{words::PEOPLE}</dt>
                        <dd dir="auto">{people}</dd>
                    </div>
                })}
            </dl>
        </li>
    }
    .into_any()
}

/// The page of a story.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Story, id);
    let names = ["text", "departments", "touchpoints", "people", "date"];
    view! { <div class="act-fields">{fields::fields(state, place, &names)}</div> }.into_any()
}
