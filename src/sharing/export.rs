//! The dialog of files: which, how much, and what the file cannot hold.

use std::sync::Arc;

use crosslane_core::format::{crosslane, table};
use crosslane_core::model::Workspace;
use crosslane_core::route::View;
use crosslane_words::export::{self as writer, Format, Options};
use crosslane_words::ui::{home as home_words, sharing as words};
use wasm_bindgen_futures::spawn_local;

use super::choices::{Choices, Outgoing, mentions};
use super::file::{File, GROUPS};
use super::picture;
use crate::app::{Dialog, Shared, State, today, use_state};
use crate::reactive::prelude::*;
use crate::sheets;
use crate::storage::versions;
use crate::ui::Modal;
use crate::workspace::{download_open, save_bytes};

/// What would be saved.
#[derive(Clone, PartialEq)]
struct Ready {
    outgoing: Outgoing,
    bytes: Shared<Vec<u8>>,
    /// What it cannot hold, in sentences.
    not_held: Vec<String>,
}

/// The dialog.
pub fn export() -> AnyView {
    let state = use_state();
    let file = RwSignal::new(File::Written(Format::Crosslane));
    let choices = Choices::new(false);
    let forced = Signal::derive(move || file.get().is_of_one_journey());
    let is_printed = Signal::derive(move || file.get() == File::Pdf);
    let ready = Memo::new(move |_| {
        let outgoing = choices.outgoing(state, forced.get())?;
        prepare(file.get(), outgoing)
    });
    let save = move |_| {
        if is_printed.get_untracked() {
            print(state);
        } else if let Some(ready) = ready.get_untracked() {
            state.dialog.set(None);
            save(state, file.get_untracked(), &ready);
        }
    };
    view! {
        <Modal title=words::EXPORT class="export">
            <div class="export-files" role="radiogroup" aria-label=words::FILES>{kinds(file)}</div>
            {choices.form(forced, is_printed)}
            <div class="export-report" role="status" tabindex="0" aria-label=words::NOT_HELD>
                {move || if is_printed.get() { view! { <p>{words::PRINTED}</p> }.into_any() } else { report(file.get(), ready.get()) }}
            </div>
            <div class="modal-foot">
                <button class="button" type="button" on:click=move |_| state.dialog.set(Some(Dialog::ShareLink))>{words::LINK}</button>
                <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{home_words::CANCEL}</button>
                <button
                    class="button button-main"
                    type="button"
                    disabled=move || !is_printed.get() && ready.with(Option::is_none)
                    on:click=save
                >
                    {move || if is_printed.get() { words::PRINT } else { words::SAVE }}
                </button>
            </div>
        </Modal>
    }
    .into_any()
}

fn kinds(chosen: RwSignal<File>) -> AnyView {
    GROUPS
        .into_iter()
        .map(|(title, files)| {
            let files = files.iter().map(|file| kind(*file, chosen)).collect_view();
            view! { <div class="export-group" role="group" aria-label=title><h3>{title}</h3>{files}</div> }
        })
        .collect_view()
        .into_any()
}

fn kind(file: File, chosen: RwSignal<File>) -> AnyView {
    let (name, about) = file.words();
    let is_first = file == File::Written(Format::Crosslane);
    view! {
        <label class="export-file">
            <input
                type="radio"
                name="export-file"
                autofocus=is_first
                prop:checked=move || chosen.get() == file
                on:change=move |_| chosen.set(file)
            />
            <span><b>{name}</b> <span class="quiet">{about}</span></span>
        </label>
    }
    .into_any()
}

/// Writes the file, which must be known before it can be said what it leaves out. A picture is drawn when it is saved.
fn prepare(file: File, outgoing: Outgoing) -> Option<Ready> {
    let workspace: &Workspace = &outgoing.workspace;
    let options = Options { today: today(), marked: true, ..Options::default() };
    let (bytes, not_held) = match file {
        File::Written(Format::Crosslane) => {
            (crosslane::write(&crosslane::stamped(workspace)).into_bytes(), Vec::new())
        }
        File::Written(format) => {
            let bytes = writer::bytes(workspace, format, options)?;
            let not_held = writer::not_held(workspace, format, &bytes);
            (bytes, not_held)
        }
        // The same columns: what the one cannot hold the other cannot.
        File::Xlsx => {
            let bytes = writer::bytes(workspace, Format::Csv, options)?;
            (Vec::new(), writer::not_held(workspace, Format::Csv, &bytes))
        }
        File::Png => (writer::svg(workspace, options, false)?.into_bytes(), Vec::new()),
        File::Pdf => (Vec::new(), Vec::new()),
    };
    Some(Ready { bytes: Shared(Arc::new(bytes)), not_held, outgoing })
}

fn report(file: File, ready: Option<Ready>) -> AnyView {
    let Some(ready) = ready else { return view! { <p>{words::NO_JOURNEY}</p> }.into_any() };
    let is_one_way = matches!(file, File::Written(format) if format.is_only_written());
    let held = match (is_one_way, ready.not_held.is_empty()) {
        (true, _) => view! { <p>{words::ONE_WAY}</p> }.into_any(),
        (false, true) => view! { <p>{words::ALL_HELD}</p> }.into_any(),
        (false, false) => {
            let items = ready.not_held.iter().map(|said| view! { <li>{said.clone()}</li> }).collect_view();
            view! { <p>{words::NOT_HELD}</p> <ul class="sharing-list">{items}</ul> }.into_any()
        }
    };
    view! { {held} {mentions(&ready.outgoing.mentions)} }.into_any()
}

fn save(state: State, file: File, ready: &Ready) {
    let is_whole = state.workspace_untracked().as_ref() == Some(&ready.outgoing.workspace);
    if is_whole && file == File::Written(Format::Crosslane) {
        // Kept as a base, by which what comes back is merged.
        download_open(state);
        return;
    }
    let holds_work = matches!(file, File::Png | File::Written(Format::Html | Format::Svg));
    if let Some(document) = state.document.get_untracked().filter(|_| is_whole && holds_work) {
        // So is what a picture or page of it holds.
        drop(versions::given(document.id, &document.workspace));
    }
    let workspace = ready.outgoing.workspace.clone();
    let journey = workspace.journey_order.first().and_then(|id| workspace.journeys.get(id));
    let title = match (file.is_of_one_journey(), journey) {
        (true, Some(journey)) => journey.title.clone(),
        _ => workspace.title.clone(),
    };
    let (ending, mime) = file.ending();
    match file {
        File::Png => {
            let svg = String::from_utf8_lossy(&ready.bytes).into_owned();
            picture::save(state, svg, workspace, move |png| save_bytes(state, &title, ending, mime, png));
        }
        File::Xlsx => spawn_local(async move {
            match sheets::written(&table::export(&workspace, &workspace.journey_order)).await {
                Ok(bytes) => save_bytes(state, &title, ending, mime, &bytes),
                Err(why) => state.toast(why),
            }
        }),
        File::Written(_) | File::Pdf => save_bytes(state, &title, ending, mime, &ready.bytes),
    }
}

/// Shows the report and prints it.
fn print(state: State) {
    state.dialog.set(None);
    state.go_to_view(View::Report);
    // The view is drawn with the next frame.
    at_frame_always(|| at_frame_always(|| drop(window().print())));
}
