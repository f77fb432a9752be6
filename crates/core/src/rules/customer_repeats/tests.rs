//! When a customer has to say something again.

use crate::testing::answers;

fn of(map: &str) -> Vec<String> {
    answers("customer-repeats", map)
}

const NOTHING: &str = "asked=- produced=-";

#[test]
fn another_department_asked_for_it_before() {
    let map = format!(
        "a x front asked=name produced=-\n b y back {NOTHING}\n c y front asked=iban,name produced=-"
    );
    assert_eq!(of(&map), ["c error name first_at=a first_by=x @a>b", "clear 2"]);
}

#[test]
fn another_department_produced_it_before() {
    let map = "a x back asked=- produced=offer\n b y front asked=offer produced=-";
    assert_eq!(of(map), ["b error offer first_at=a first_by=x @a>b", "clear 1"]);
}

#[test]
fn the_same_department_may_ask_twice() {
    let map =
        format!("a x front asked=name produced=-\n b x front asked=name produced=-\n c y front {NOTHING}");
    assert_eq!(of(&map), ["clear 3"]);
}

#[test]
fn each_item_is_a_flag_of_its_own() {
    let map = "a x front asked=name,iban produced=-\n b y front asked=iban,name,iban produced=-";
    assert_eq!(
        of(map),
        ["b error iban first_at=a first_by=x @a>b", "b error name first_at=a first_by=x @a>b", "clear 1"]
    );
}

#[test]
fn identity_checks_are_deliberate_and_unknown_ones_leave_it_open() {
    let map = "a x front asked=name produced=-\n b y front asked=name produced=-\n";
    assert_eq!(of(&["item name identity\n", map].concat()), ["clear 2"]);
    assert_eq!(of(&["item name ?\n", map].concat()), ["b ? identity_check name @a>b", "clear 1"]);
}

#[test]
fn not_where_the_owner_itself_first_produced_it() {
    let map = "a x back asked=- produced=number\n b y front asked=number produced=-\n c x front asked=number produced=-";
    assert_eq!(of(map), ["b error number first_at=a first_by=x @a>b", "clear 2"]);
    let not_first = "z y back asked=- produced=number\n".to_owned() + map;
    assert_eq!(of(&not_first)[0], "c error number first_at=z first_by=y @b>c");
    let not_known = map.replace("produced=number\n b", "\n b");
    assert_eq!(of(&not_known)[1], "b ? produced a @a>b");
    assert_eq!(of(&not_known)[0], "c error number first_at=b first_by=y @b>c");
}

#[test]
fn what_may_have_been_produced_before_leaves_the_exception_open() {
    let map = "z y back asked=-\n a x back asked=- produced=number\n b y front asked=number produced=-\n c x front asked=number produced=-";
    assert_eq!(of(map), ["b error number first_at=a first_by=x @a>b", "c ? produced z @b>c", "clear 2"]);
    // What the customer alone produced is nobody's: there is nobody who could have passed it on.
    let alone = "k ? customer asked=-\n a y back asked=- produced=number\n b y front asked=number produced=-";
    assert_eq!(of(alone), ["clear 2"]);
}

#[test]
fn blanks_before_leave_it_open_and_are_named() {
    assert_eq!(
        of("a x front\n b y front asked=name produced=-"),
        ["b ? asked a, produced a @a>b", "clear 1"]
    );
    assert_eq!(of("a x front produced=-\n b y front asked=name"), ["b ? asked a @a>b", "clear 1"]);
    assert_eq!(
        of("a x front asked=name produced=-\n b y front\n c y front asked=-"),
        ["b ? asked b @a>b", "clear 2"]
    );
    assert_eq!(of("a x front asked=- produced=-\n b y front"), ["clear 2"]);
    assert_eq!(of("a x front\n b x front asked=name"), ["clear 2"]);
}

#[test]
fn a_touchpoint_without_an_owner_may_be_anybodys() {
    let map =
        format!("a ? front asked=name produced=-\n b y front asked=name produced=-\n c ? front {NOTHING}");
    assert_eq!(of(&map), ["b ? owner a", "clear 2"]);
    assert_eq!(
        of("a x front asked=name produced=-\n b ? front asked=name produced=-"),
        ["b ? owner b", "clear 1"]
    );
}

#[test]
fn what_the_customer_does_alone_is_no_department() {
    let map = "a ? customer asked=name produced=name\n b y front asked=name produced=-";
    assert_eq!(of(map), ["clear 1"]);
}

#[test]
fn an_empty_register_is_one_question() {
    assert_eq!(of("a x front\n b y front\n c x front"), ["journey ? items workspace", "clear 1"]);
    assert_eq!(of("a x front asked=- produced=-\n b y front asked=-"), ["clear 2"]);
}

#[test]
fn blames_the_handoff_over_which_it_came() {
    let map = "a x front asked=name produced=-\n b y front asked=- produced=-\n c z front asked=name produced=-\n a>c link\n b>c link";
    assert_eq!(of(map)[0], "c error name first_at=a first_by=x @a>c");
    let longer = "a x front asked=name produced=-\n b y front asked=- produced=-\n k ? customer\n c x front asked=- produced=-\n d y back asked=- produced=-\n e y front asked=name produced=-";
    assert_eq!(of(longer)[0], "e error name first_at=a first_by=x @c>d");
}

#[test]
fn ways_of_a_branch_do_not_know_of_each_other_but_loops_do() {
    let branch = "s z front asked=- produced=-\n a x front asked=name produced=- end\n b y front asked=name produced=-\n s>a link\n s>b link";
    assert_eq!(of(branch), ["clear 3"]);
    let looped = "a x front asked=name produced=-\n b y front asked=name produced=-\n b>a link";
    assert_eq!(
        of(looped),
        ["a error name first_at=b first_by=y @b>a", "b error name first_at=a first_by=x @a>b"]
    );
}
