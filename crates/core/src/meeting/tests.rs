//! What departments read before they meet, over small journeys.

use super::*;
use crate::edit::apply;
use crate::edit::form::comments as comments_at;
use crate::edit::form::{Place as FormPlace, put_comments};
use crate::model::Comment;
use crate::rules::{Place, Severity, evaluate};
use crate::testing::{id, journey_id, workspace};

/// Sales asks for a name and a policy, Claims asks for the name again and needs a photo that nobody passes on.
const MAP: &str = "
    subject answer unit=days
    a sales front asked=name,policy needed=- produced=photo systems=- promise=p/answer/1440
    b claims front asked=name needed=photo produced=- fulfils=answer imp=5
    c sales front asked=- needed=- produced=-
    a>b by=- passed=- method=email from=yes to=no
    b>c by=claims
";

fn page(text: &str, department: &str) -> DepartmentPage {
    let workspace = workspace(text);
    department_page(&workspace, &evaluate(&workspace, None, None), id(department))
}

fn pair(text: &str) -> PairPage {
    let workspace = workspace(text);
    pair_page(&workspace, &evaluate(&workspace, None, None), id("sales"), id("claims"))
}

fn names(crossings: &[Crossing]) -> Vec<String> {
    crossings.iter().map(|crossing| format!("{}>{}", crossing.key().from, crossing.key().to)).collect()
}

fn said(agenda: &[AgendaItem]) -> Vec<String> {
    let in_words = |item: &AgendaItem| {
        let what = match &item.topic {
            Topic::Dispute => "dispute".to_owned(),
            Topic::Break { errors, flags } => format!("break {errors}/{flags}"),
            Topic::Undescribed => "undescribed".to_owned(),
            Topic::NotAgreed => "not agreed".to_owned(),
            Topic::Comment(comment) => format!("comment {}", comment.text),
            Topic::Question(question) => format!("question {}", question.blank.field.word()),
        };
        item.handoff.map_or(what.clone(), |key| format!("{what} {}>{}", key.from, key.to))
    };
    agenda.iter().map(in_words).collect()
}

#[test]
fn a_department_sees_what_it_receives_and_hands_on() {
    let claims = page(MAP, "claims");
    assert_eq!(claims.owns, [(journey_id(), 1)]);
    assert_eq!(names(&claims.receives), ["a>b"]);
    assert_eq!(names(&claims.hands_on), ["b>c"]);
    let sales = page(MAP, "sales");
    assert_eq!(sales.owns, [(journey_id(), 2)]);
    assert_eq!(
        (names(&sales.receives), names(&sales.hands_on)),
        (vec!["b>c".to_owned()], vec!["a>b".to_owned()])
    );
}

#[test]
fn the_highest_risk_comes_first() {
    let text = "a x front\n b y front imp=1\n c x front\n d y front imp=5\n a>b by=x method=none\n c>d by=x method=none";
    assert_eq!(names(&page(text, "y").receives), ["c>d", "a>b"]);
}

#[test]
fn what_is_asked_again_comes_first_and_what_never_arrives_is_named() {
    let claims = page(MAP, "claims");
    let asks: Vec<(Id, bool)> = claims.asks.iter().map(|asked| (asked.item, asked.again)).collect();
    assert_eq!(asks, [(id("name"), true)]);
    assert_eq!(claims.asks[0].at, [(journey_id(), id("b"))]);
    let never: Vec<(Id, Id)> = claims.never_gets.iter().map(|it| (it.item, it.touchpoint)).collect();
    assert_eq!(never, [(id("photo"), id("b"))]);
    let sales = page(MAP, "sales");
    assert!(sales.asks.iter().all(|asked| !asked.again) && sales.asks.len() == 2);
    assert_eq!(sales.never_gets, []);
}

#[test]
fn a_promise_stands_with_who_makes_it_and_with_who_keeps_it() {
    let keeper = Keeper { touchpoint: id("b"), department: Some(id("claims")) };
    let sales = page(MAP, "sales");
    assert_eq!(sales.makes.len(), 1);
    assert_eq!(sales.makes[0].kept_by, [keeper]);
    assert_eq!(sales.keeps, []);
    let claims = page(MAP, "claims");
    assert_eq!(claims.makes, []);
    assert_eq!(claims.keeps[0].made_by, Some(id("sales")));
    // What lies before the promise cannot keep it.
    assert_eq!(page("a x front fulfils=answer\n b y front promise=p/answer/60", "y").makes[0].kept_by, []);
}

#[test]
fn flags_at_its_touchpoints_and_about_itself_are_listed_and_those_of_handoffs_are_not() {
    let text = "a x front claimed=y\n b y front\n a>b by=- method=none";
    let flags = page(text, "x").flags;
    assert!(flags.iter().any(|flag| flag.rule == "contested-ownership"));
    assert!(flags.iter().all(|flag| !matches!(flag.place, Place::Handoff(_))));
    let other = page(text, "y").flags;
    assert!(other.iter().all(|flag| flag.rule != "contested-ownership"));
}

#[test]
fn a_question_goes_to_who_can_answer_it() {
    let text =
        "item name no\n a x front asked=- produced=-\n b y front asked=name needed=-\n a>b by=x from=yes";
    let asks = |department: &str, field: &str| {
        page(text, department).questions.iter().any(|question| question.blank.field.word() == field)
    };
    assert!(asks("y", "to_side") && !asks("x", "to_side"));
    assert!(asks("y", "importance") && !asks("x", "produced"));
}

#[test]
fn two_departments_see_both_directions() {
    let pair = pair(MAP);
    assert_eq!((names(&pair.there), names(&pair.back)), (vec!["a>b".to_owned()], vec!["b>c".to_owned()]));
}

#[test]
fn disputes_come_before_breaks_and_breaks_before_what_is_not_agreed() {
    let agenda = said(&pair(MAP).agenda);
    assert_eq!(agenda[0], "dispute a>b");
    assert!(agenda[1].starts_with("break ") && agenda[1].ends_with(" a>b"), "{agenda:?}");
    let position = |what: &str| agenda.iter().position(|item| item == what);
    assert!(position("not agreed b>c") > Some(1), "{agenda:?}");
    assert_eq!(position("not agreed a>b"), None, "it is disputed");
}

#[test]
fn a_settled_comment_is_no_longer_talked_about() {
    let before = workspace(MAP);
    let place = FormPlace::Card(crate::model::StepKey::new(id("a"), id("b")));
    let with = |settled: Option<bool>| {
        let comment = Comment { text: "Why twice?".to_owned(), settled, ..Comment::default() };
        let mut all = comments_at(place, &before, Some(journey_id()));
        all.insert(id("c"), comment.into());
        let edit = put_comments(place, &before, Some(journey_id()), all).unwrap_or_else(|| panic!("a card"));
        let after = apply(&before, &edit).unwrap_or_else(|error| panic!("{error}")).workspace;
        pair_of(&after)
    };
    assert!(said(&with(None).agenda).contains(&"comment Why twice? a>b".to_owned()));
    assert!(!said(&with(Some(true)).agenda).iter().any(|item| item.starts_with("comment")));
}

fn pair_of(workspace: &Workspace) -> PairPage {
    pair_page(workspace, &evaluate(workspace, None, None), id("sales"), id("claims"))
}

#[test]
fn nothing_between_two_is_nothing_to_talk_about() {
    let pair = pair("a sales front\n b sales front\n c legal back\n d claims front");
    assert_eq!((pair.there, pair.back), (Vec::new(), Vec::new()));
    assert!(!said(&pair.agenda).iter().any(|item| !item.starts_with("question")));
}

#[test]
fn the_worst_flag_of_a_crossing_comes_first() {
    let workspace = workspace(MAP);
    let evaluation = evaluate(&workspace, None, None);
    let page = department_page(&workspace, &evaluation, id("claims"));
    let flags = page.receives[0].flags(&evaluation);
    assert_eq!(flags[0].severity, Severity::Error);
    assert!(flags.windows(2).all(|two| two[0].severity >= two[1].severity));
}
