//! The practices from end to end: what a flag becomes, and what is said of it afterwards.
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use super::*;
use crate::edit::{Edit, Entry, apply};
use crate::format::crosslane::{open, write};
use crate::model::{
    Date, Decision, EntityKind, Evidence, Goal, Id, Initiative, InitiativeStatus, Practice, Ref, Session,
    Workspace,
};
use crate::rules::{Evaluation, evaluate};
use crate::testing::{id, journey_id, workspace};

/// A handoff that nobody makes, after one that works.
const MAP: &str = "a x front imp=3\n b y front imp=3\n c x front imp=3\n \
    a>b method=none by=- trigger=t fallback=f ack=yes\n b>c method=warm by=x trigger=t fallback=f ack=yes passed=-\n";

fn today() -> Option<Date> {
    Date::parse("2026-06-30")
}

fn evaluated(text: &str) -> (Workspace, Evaluation) {
    let workspace = workspace(text);
    let evaluation = evaluate(&workspace, today(), None);
    (workspace, evaluation)
}

fn after(workspace: &Workspace, edit: Option<Edit>) -> (Workspace, Evaluation) {
    let workspace = apply(workspace, &edit.unwrap()).unwrap().workspace;
    let evaluation = evaluate(&workspace, today(), None);
    assert_eq!(open(&write(&workspace)).unwrap().workspace, workspace, "what was made can be kept");
    (workspace, evaluation)
}

/// The fingerprint of the flag of a rule.
fn flag(evaluation: &Evaluation, rule: &str) -> String {
    let mut flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
    flags.find(|flag| flag.rule == rule).unwrap().fingerprint()
}

fn put(workspace: &Workspace, name: &str, entry: Entry) -> (Workspace, Evaluation) {
    after(workspace, Some(Edit::PutEntry(id(name), Box::new(entry))))
}

/// The workspace with an initiative for the handoff that nobody makes.
fn started() -> (Workspace, Evaluation) {
    let (workspace, evaluation) = evaluated(MAP);
    let flags = [flag(&evaluation, "cold-handoff"), flag(&evaluation, "unowned-handoff")];
    let initiative = start(&workspace, &evaluation, &flags);
    put(&workspace, "i", Entry::Initiative(initiative))
}

fn initiative(workspace: &Workspace) -> &Initiative {
    &workspace.initiatives[&id("i")]
}

#[test]
fn an_initiative_begins_with_both_departments_the_practice_and_the_risk() {
    let (workspace, evaluation) = started();
    let begun = initiative(&workspace);
    assert_eq!(begun.departments, Some(vec![id("x").into(), id("y").into()]));
    assert_eq!(begun.status, Some(InitiativeStatus::Proposed));
    let practices = crate::rules::rule("cold-handoff").unwrap().practices;
    assert_eq!(begun.practice, practices.first().copied(), "that of the worst flag");
    let risk = evaluation.journeys[0].scores.handoffs[0].risk;
    assert!((begun.risk_before.unwrap().value() - risk).abs() < 0.1 && risk > 0.0);
    assert_eq!(begun.flags.len(), 2);
    assert_eq!(open_flags(&workspace, &evaluation)[&id("i")], 2);
    assert!(
        evaluation.journeys[0].findings.flags.iter().all(|flag| flag.rule != "one-sided-initiative"),
        "nobody is left out"
    );
}

#[test]
fn a_flag_named_twice_is_addressed_once_and_an_unknown_one_stays() {
    let (workspace, evaluation) = evaluated(MAP);
    let flag = flag(&evaluation, "cold-handoff");
    let begun = start(&workspace, &evaluation, &[flag.clone(), "0123456789abcdef".to_owned(), flag.clone()]);
    assert_eq!(begun.flags, [flag, "0123456789abcdef".to_owned()]);
    assert_eq!(begun.found.len(), 1);
}

#[test]
fn flags_are_still_there_changed_or_gone() {
    let (workspace, evaluation) = started();
    let became = |workspace: &Workspace, evaluation: &Evaluation| {
        let of = initiative(workspace);
        addressed(evaluation, &of.flags, &of.found).into_iter().map(|it| it.became).collect::<Vec<_>>()
    };
    assert_eq!(became(&workspace, &evaluation), [Became::Still, Became::Still]);
    let mail = workspace_with(&workspace, "a>b method=email by=x trigger=t fallback=f ack=yes passed=-");
    assert_eq!(became(&mail.0, &mail.1), [Became::Changed(vec!["method", "passed"]), Became::Gone]);
    let gone = &initiative(&mail.0);
    let told = &addressed(&mail.1, &gone.flags, &gone.found)[1];
    assert_eq!(told.rule(), Some("unowned-handoff"), "it is still known what it was");
    assert_eq!(told.handoff().map(|(journey, key)| (journey, key.from)), Some((journey_id(), id("a"))));
}

/// The same initiatives over a map in which the first handoff is as written.
fn workspace_with(before: &Workspace, handoff: &str) -> (Workspace, Evaluation) {
    let rest = MAP.split(" a>b").next().unwrap();
    let mut changed = workspace(&format!(
        "{rest} {handoff}\n b>c method=warm by=x trigger=t fallback=f ack=yes passed=-\n"
    ));
    changed.initiatives = before.initiatives.clone();
    let evaluation = evaluate(&changed, today(), None);
    (changed, evaluation)
}

#[test]
fn done_records_the_risk_that_is_left_and_the_scores_of_the_day() {
    let (before, _) = started();
    let (mended, evaluation) =
        workspace_with(&before, "a>b method=warm by=x trigger=t fallback=f ack=yes passed=-");
    let edit = finish(&mended, &evaluation, id("i"), id("s"), today(), Some("Done".to_owned()));
    let (done, evaluation) = after(&mended, edit);
    let of = initiative(&done);
    assert!(of.risk_after < of.risk_before, "{:?} is less than {:?}", of.risk_after, of.risk_before);
    assert_eq!(of.status, Some(InitiativeStatus::Done));
    let kept = &done.snapshots[&id("s")];
    assert_eq!((kept.date, kept.note.as_deref()), (today(), Some("Done")));
    assert_eq!(kept.journeys.len(), 1);
    assert_eq!(open_flags(&done, &evaluation)[&id("i")], 0);
    let (reopened, _) = after(&done, move_to(&done, id("i"), InitiativeStatus::UnderWay));
    assert_eq!(initiative(&reopened).risk_after, None, "what is not done has no risk after");
}

#[test]
fn done_with_nothing_changed_leaves_the_same_risk() {
    let (before, evaluation) = started();
    let (done, _) = after(&before, finish(&before, &evaluation, id("i"), id("s"), today(), None));
    assert_eq!(initiative(&done).risk_after, initiative(&done).risk_before);
}

#[test]
fn a_handoff_that_is_no_more_has_no_risk_and_one_that_was_deleted_none_known() {
    let (before, _) = started();
    let mut merged = workspace("a x front\n b x front\n c x front");
    merged.initiatives = before.initiatives.clone();
    let risk = |workspace: &Workspace| {
        let of = initiative(workspace);
        risk_now(workspace, &evaluate(workspace, None, None), &of.flags, &of.found)
    };
    assert_eq!(risk(&merged), Some(0.0));
    let mut deleted = workspace("a x front");
    deleted.initiatives = before.initiatives.clone();
    assert_eq!(risk(&deleted), None);
}

#[test]
fn the_board_has_a_column_for_each_status_and_the_earliest_due_first() {
    let mut workspace = Workspace::default();
    let dated = |due: Option<&str>, status| Initiative {
        due: due.and_then(Date::parse),
        status,
        ..Initiative::default()
    };
    for (name, initiative) in [
        ("a", dated(None, None)),
        ("b", dated(Some("2026-07-01"), Some(InitiativeStatus::Proposed))),
        ("c", dated(Some("2026-06-01"), Some(InitiativeStatus::Done))),
        ("d", dated(Some("2026-06-29"), Some(InitiativeStatus::UnderWay))),
    ] {
        workspace.initiatives.insert(id(name), initiative.into());
    }
    let columns: Vec<Vec<Id>> = board(&workspace).into_iter().map(|(_, ids)| ids).collect();
    assert_eq!(columns, [vec![id("b"), id("a")], vec![], vec![id("d")], vec![id("c")]]);
    let overdue: Vec<&Id> =
        workspace.initiatives.iter().filter(|(_, it)| is_overdue(it, today())).map(|(id, _)| id).collect();
    assert_eq!(overdue, [&id("d")], "what is done is not late any more");
}

#[test]
fn the_agenda_holds_what_nobody_does_anything_about() {
    // Every flag there has a badge for its evidence; that is none for the agenda.
    let (workspace, evaluation) = evaluated(&MAP.replace("a x front", "a x front evidence=assumed"));
    let items = agenda(&workspace, &evaluation, 5);
    assert_eq!(items.len(), 1);
    let item = &items[0];
    assert_eq!((item.from_department, item.to_department), (id("x"), id("y")));
    assert_eq!(item.fingerprints, [flag(&evaluation, "cold-handoff")], "a warning is no break");
    assert!(item.practice.is_some() && item.risk > 0.0);
    assert!(agenda(&workspace, &evaluation, 0).is_empty());
    let decision = decide(&workspace, &evaluation, &item.fingerprints, today());
    assert_eq!((decision.date, decision.found.len()), (today(), 1));
    let (known, decided) = put(&workspace, "d", Entry::Decision(decision));
    assert!(agenda(&known, &decided, 5).is_empty(), "a decision addresses it");
    let (begun, evaluation) = started();
    assert!(agenda(&begun, &evaluation, 5).is_empty(), "and so does an initiative");
}

#[test]
fn a_decision_becomes_a_standard_that_is_then_compared() {
    let (workspace, _) = evaluated(
        "a x front channel=web lives=l/s/3_days\n b y front channel=web standards=-\n c y front\nsubject s",
    );
    let decision = Decision { text: "Two days".into(), ..Decision::default() };
    let decision = Decision { departments: Some(vec![id("x").into()]), ..decision };
    let (decided, _) = put(&workspace, "d", Entry::Decision(decision));
    let edit = become_standard(&decided, id("d"), id("k"), About::Known(id("s")), Some("2 days".into()));
    let (agreed, evaluation) = after(&decided, edit);
    let standard = &agreed.standards[&id("k")];
    assert_eq!(standard.agreed_by, Some(vec![id("x").into()]));
    assert_eq!(standard.decision, Some(Ref::from(id("d"))));
    let decision = Entry::of(&agreed, EntityKind::Decision, id("d"));
    assert!(matches!(decision, Some(Entry::Decision(it)) if it.standard == Some(Ref::from(id("k")))));
    assert!(!flag(&evaluation, "standards-differ").is_empty());
    let lived = lives(&agreed, standard);
    assert_eq!(lived.at.len(), 1);
    assert_eq!((lived.at[0].touchpoint, lived.at[0].same), (id("a"), Some(false)));
    assert_eq!(lived.silent, 1, "b says that it lives none, c says nothing");
    let edit = become_standard(&decided, id("d"), id("k"), About::New(id("t"), "Tone".into()), None);
    let (agreed, _) = after(&decided, edit);
    assert_eq!(agreed.subjects[&id("t")].name, "Tone");
    assert_eq!(become_standard(&agreed, id("gone"), id("k"), About::Known(id("t")), None), None);
}

#[test]
fn the_same_value_in_other_words_is_the_same() {
    let text =
        "a x front lives=l/s/72_hours\n b y front lives=l/s\nsubject s\nstandard k about=s value=3_days";
    let workspace = workspace(text);
    let same: Vec<Option<bool>> =
        lives(&workspace, &workspace.standards[&id("k")]).at.into_iter().map(|it| it.same).collect();
    assert_eq!(same, [Some(true), None]);
}

#[test]
fn departments_without_a_part_in_a_goal_get_one() {
    let (before, evaluation) = evaluated("a x front\n b y front\n goal g journeys=j parts=x");
    assert_eq!(departments_without_part(&before, &before.goals[&id("g")]), [id("y")]);
    assert!(!flag(&evaluation, "goal-without-contribution").is_empty());
    let (given, evaluation) = after(&before, give_part(&before, id("g"), id("y")));
    assert!(departments_without_part(&given, &given.goals[&id("g")]).is_empty());
    let flags = &evaluation.journeys[0].findings.flags;
    assert!(flags.iter().all(|flag| flag.rule != "goal-without-contribution"));
    let goal = |baseline, current, target| Goal { baseline, target, current, ..Goal::default() };
    assert_eq!(progress(&goal(Some(40.0), Some(30.0), Some(20.0))), Some(0.5));
    assert_eq!(progress(&goal(Some(40.0), Some(50.0), Some(20.0))), Some(0.0), "worse is no way gone");
    assert_eq!(progress(&goal(Some(40.0), None, Some(20.0))), None);
    assert_eq!(progress(&goal(Some(4.0), Some(4.0), Some(4.0))), None);
}

#[test]
fn a_session_runs_again_and_its_ideas_become_initiatives() {
    let (workspace, _) = evaluated("a x front\n b y front");
    let session = Session { touchpoints: Some(vec![id("b").into()]), ..Session::default() };
    let (held, _) = put(&workspace, "s", Entry::Session(session));
    let (held, _) = after(&held, another_cycle(&held, id("s"), id("c1"), today()));
    assert_eq!(ordered_cycles(&held.sessions[&id("s")])[0].1.findings, None, "nothing was learned before");
    let place = crate::edit::form::Place::Cycle(id("s"), id("c1"));
    let learned = crate::edit::form::Datum::Text("Call back first".into());
    let (held, _) = after(&held, place.write(&held, None, "learning", learned));
    let (held, _) = after(&held, another_cycle(&held, id("s"), id("c2"), today()));
    let cycles = ordered_cycles(&held.sessions[&id("s")]);
    assert_eq!(cycles[1].1.findings, Some(vec!["Call back first".to_owned()]));
    let (held, _) = after(&held, become_initiative(&held, id("s"), id("c2"), "One number", id("i")));
    let begun = initiative(&held);
    assert_eq!((begun.title.as_str(), begun.practice), ("One number", Some(Practice::CoCreation)));
    assert_eq!(begun.departments, Some(vec![id("y").into()]), "the owner of its touchpoint");
    assert_eq!(held.sessions[&id("s")].cycles[&id("c2")].initiatives, Some(vec![id("i").into()]));
    let (learned, _) = after(&held, learn(&held, &[id("b"), id("gone")], Evidence::Observed, today()));
    let touchpoint = &learned.journeys[&journey_id()].touchpoints[&id("b")];
    assert_eq!((touchpoint.evidence, touchpoint.reviewed_on), (Some(Evidence::Observed), today()));
    assert_eq!(learned.journeys[&journey_id()].touchpoints[&id("a")].evidence, None, "it was not chosen");
    assert_eq!(learn(&held, &[id("gone")], Evidence::Observed, today()), None);
}

#[test]
fn a_story_knows_who_worked_together_and_where() {
    let workspace = workspace("a x front\n b y front");
    let story = story_at(&workspace, journey_id(), crate::model::StepKey::new(id("a"), id("b")), today());
    assert_eq!(story.departments, Some(vec![id("x").into(), id("y").into()]));
    assert_eq!(story.touchpoints.map(|it| it.len()), Some(2));
}

#[test]
fn disputed_terms_come_first() {
    let (workspace, evaluation) =
        evaluated("a x front\n b y front\n term case x=case y=case\n term file x=claim y=file");
    let rows = terms(&workspace, &evaluation);
    let rows: Vec<(&str, bool)> = rows.iter().map(|row| (row.id.as_str(), row.disputed)).collect();
    assert_eq!(rows, [("file", true), ("case", false)]);
}
