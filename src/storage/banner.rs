//! What the person sees of saving: a word in the header, and a banner where something must be known.

use crosslane_core::model::Id;
use crosslane_core::route::Route;
use crosslane_core::store::{self, Damage, Program};
use crosslane_words::ui::{shell, storage as words, versions as version_words};

use super::beside::{self, Standing};
use super::keeper::{Health, Keeper, Notice, go_on_beside, keeper, with_sessions};
use super::place::with_store;
use super::session::{Aside, Failure};
use super::{autosave, clash, kept, reminder, unreadable, versions};
use crate::app::{State, use_state};
use crate::reactive::prelude::*;
use crate::workspace::download_kept;

/// How the last save went, for the header.
#[component]
pub fn SaveState() -> impl IntoView {
    let health = move || keeper().map_or(Health::Nothing, |keeper| keeper.health.get());
    let text = move || match health() {
        Health::Nothing => "",
        Health::Saved => words::SAVED,
        Health::Pending => words::SAVING,
        Health::Failed => words::NOT_SAVED,
        Health::Memory => words::IN_MEMORY,
        Health::ReadOnly => words::READ_ONLY,
    };
    let name = move || match health() {
        Health::Nothing => "",
        Health::Saved => "saved",
        Health::Pending => "pending",
        Health::Failed => "failed",
        Health::Memory => "memory",
        Health::ReadOnly => "read-only",
    };
    view! { <span class="save-state" title=words::STATE data-save-state=name>{text}</span> }
}

/// What the person must know about saving: full, blocked, damaged, open in another tab.
#[component]
pub fn Banner() -> impl IntoView {
    let state = use_state();
    let at_home = Memo::new(move |_| state.route.get() == Route::Home);
    move || {
        let keeper = keeper()?;
        let notices = keeper.notices.get();
        let at_home = at_home.get();
        Some(view! {
            <div class="notices" role="status" aria-live="polite" aria-label=words::NOTICES>
                {notices.iter().map(|notice| banner(keeper, notice, at_home)).collect_view()}
            </div>
        })
    }
}

fn banner(keeper: Keeper, notice: &Notice, at_home: bool) -> AnyView {
    let (name, text) = match notice {
        Notice::Memory => ("memory", words::BLOCKED.to_owned()),
        Notice::Failed(_, failure) => failed(failure),
        Notice::Clashes(..) => ("clashes", words::CLASHES.to_owned()),
        Notice::Remind(_) if reminder::is_forgetful() => ("remind", words::REMIND_SOON.to_owned()),
        Notice::Remind(_) => ("remind", words::REMIND.to_owned()),
        Notice::Newer => ("newer", words::NEWER.to_owned()),
        Notice::Look(look) => {
            let when = versions::local_time(look.kept_at);
            ("look", version_words::looking(look.kind, &look.name, &when))
        }
        Notice::Aside(_, Aside::Last(saved_at, damage)) => ("older", words::older(saved_at, damage)),
        Notice::Aside(_, Aside::Earlier) => ("aside", words::ASIDE.to_owned()),
        Notice::Beside(_, file, Standing::Newer(then, here)) => ("file", words::file_newer(file, then, here)),
        Notice::Beside(_, file, Standing::Older(then, here)) => ("file", words::file_older(file, then, here)),
        Notice::Beside(_, file, _) => ("file", words::file_unseen(file)),
    };
    let actions = actions(keeper, notice, at_home);
    let list = match notice {
        Notice::Clashes(id, clashes) => Some(clash::list(keeper, *id, clashes)),
        _ => None,
    };
    view! {
        <div class="notice" data-notice=name>
            <p dir="auto">{text}</p>
            <div class="notice-actions">{actions}</div>
            {list}
        </div>
    }
    .into_any()
}

fn failed(failure: &Failure) -> (&'static str, String) {
    match failure {
        Failure::Full => ("full", words::FULL.to_owned()),
        Failure::Blocked => ("blocked", words::LOST_STORAGE.to_owned()),
        Failure::TooLarge => ("too-large", words::TOO_LARGE.to_owned()),
        Failure::Newer(_) => ("overtaken", words::OVERTAKEN.to_owned()),
        Failure::DeletedElsewhere => ("deleted-elsewhere", words::DELETED_ELSEWHERE.to_owned()),
        // A save that waits is no failure yet, and not told.
        Failure::Other | Failure::Waiting => ("failed", words::FAILED.to_owned()),
    }
}

fn actions(keeper: Keeper, notice: &Notice, at_home: bool) -> Vec<AnyView> {
    let state = keeper.state;
    let download = |id: Id| action(words::DOWNLOAD, move || download_kept(state, id));
    match notice {
        Notice::Memory => keeper.shown().filter(|_| !at_home).map(download).into_iter().collect(),
        Notice::Newer => Vec::new(),
        Notice::Look(look) => {
            let (workspace, version) = (look.workspace, look.version);
            vec![
                action(version_words::RESTORE, move || versions::restore(state, workspace, version)),
                action(version_words::BACK, move || kept::open(state, workspace)),
            ]
        }
        Notice::Failed(id, failure) => {
            let id = *id;
            let mut actions = vec![download(id)];
            if *failure == Failure::Full && !at_home {
                actions.push(action(words::FREE_SPACE, move || state.go(Route::Home)));
            }
            if failure.may_pass() {
                actions.push(action(words::TRY_AGAIN, autosave::flush));
            }
            if let Failure::Newer(program) = failure {
                actions.push(action(words::RELOAD, reload));
                // Only of a newer file format this program knows too little.
                if *program != Program::default() {
                    actions.push(action(words::EDIT_ANYWAY, move || go_on_beside(id)));
                }
            }
            actions
        }
        Notice::Clashes(id, _) => {
            let id = *id;
            vec![action(words::KEEP_MINE, move || clash::keep(keeper, id))]
        }
        Notice::Remind(id) => {
            let id = *id;
            vec![download(id), action(words::LATER, move || reminder::note(id))]
        }
        // Nothing of it is there to be kept.
        Notice::Aside(id, Aside::Last(_, Damage::NoManifest)) => {
            let id = *id;
            vec![action(words::KEEP_MINE, move || discard(keeper, id))]
        }
        Notice::Beside(id, _, standing) => beside_actions(state, *id, standing),
        Notice::Aside(id, _) => {
            let id = *id;
            vec![
                action(words::DOWNLOAD_RAW, move || kept::download_raw(state, id)),
                action(words::DISCARD, move || discard(keeper, id)),
            ]
        }
    }
}

fn beside_actions(state: State, id: Id, standing: &Standing) -> Vec<AnyView> {
    let let_go = action(words::FILE_LET_GO, move || beside::let_go(id));
    if *standing == Standing::Unseen {
        return vec![action(words::FILE_GO_ON, move || beside::go_on(id)), let_go];
    }
    let show = action(words::FILE_SHOW, move || beside::show(state, id));
    vec![show, action(words::FILE_WRITE_OVER, move || beside::write_over(state, id)), let_go]
}

fn action(name: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! { <button class="button" type="button" on:click=move |_| act()>{name}</button> }.into_any()
}

fn reload() {
    // Where it fails, the browser has its own way.
    drop(window().location().reload());
}

fn discard(keeper: Keeper, id: Id) {
    // The first save after loading sets it aside.
    autosave::flush();
    if with_store(|store| store::discard_set_aside(store, id)).is_err() {
        keeper.state.toast(words::LOST_STORAGE);
        return;
    }
    with_sessions(|sessions| {
        if let Some(session) = sessions.get_mut(&id) {
            session.aside = None;
        }
    });
    keeper.stored.notify();
    autosave::flush();
}

/// What stands where there is no workspace to show: it is not here, or cannot be read.
#[component]
pub fn Missing() -> impl IntoView {
    move || {
        let keeper = keeper()?;
        Some(match keeper.unreadable.get() {
            None => view! {
                <div class="empty">
                    <h1>{shell::NO_WORKSPACE}</h1>
                    <p>{shell::NO_WORKSPACE_MEND}</p>
                    <a class="button" href="#/">{shell::HOME}</a>
                </div>
            }
            .into_any(),
            Some(found) => {
                let id = found.id;
                let state = keeper.state;
                view! {
                    <div class="empty" data-notice="unreadable">
                        <h1>{words::UNREADABLE}</h1>
                        <p dir="auto">{words::unreadable(&found.damage)}</p>
                        <div class="notice-actions">
                            {action(words::OPEN_READABLE, move || unreadable::open_readable(keeper, id))}
                            {action(words::DOWNLOAD_RAW, move || kept::download_raw(state, id))}
                            {action(words::START_EMPTY, move || unreadable::start_empty(keeper, id))}
                        </div>
                    </div>
                }
                .into_any()
            }
        })
    }
}
