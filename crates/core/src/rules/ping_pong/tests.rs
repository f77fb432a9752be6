//! When a case comes back.

use crate::testing::answers;

fn of(map: &str) -> Vec<String> {
    answers("ping-pong", map)
}

/// What fired or is open, of a map to which these steps are added.
fn with(map: &str, steps: &str) -> Vec<String> {
    of(&[map, "\n", steps].concat())
}

const THERE_AND_BACK: &str = "a x front\n b y front\n c x front";

#[test]
fn an_owner_that_comes_back_after_one_other_is_a_warning() {
    let fires = ["b>c warning owner=x middle=y handed_on_at=a", "clear 1"];
    assert_eq!(with(THERE_AND_BACK, "a>b as=collaboration"), fires);
    assert_eq!(with(THERE_AND_BACK, "a>b as=facilitating"), fires);
    let longer = "a x front\n b y back\n b2 y front\n k ? customer\n c x front";
    assert_eq!(
        with(longer, "a>b as=collaboration"),
        ["b2>c warning owner=x middle=y handed_on_at=a", "clear 1"]
    );
}

#[test]
fn not_where_the_middle_works_as_a_service() {
    assert_eq!(with(THERE_AND_BACK, "a>b as=service"), ["clear 2"]);
    assert_eq!(with(THERE_AND_BACK, ""), ["b>c ? interaction a>b", "clear 1"]);
    assert_eq!(with(THERE_AND_BACK, "a>b by=x"), ["b>c ? interaction a>b", "clear 1"]);
}

#[test]
fn only_info_where_the_customer_never_meets_the_middle() {
    let behind = "a x front\n b y back\n b2 y support\n c x front";
    assert_eq!(
        with(behind, "a>b as=collaboration"),
        ["b2>c info owner=x middle=y handed_on_at=a", "clear 1"]
    );
    let unknown = "a x front\n b y ?\n c x front";
    assert_eq!(
        with(unknown, "a>b as=collaboration"),
        ["b>c info owner=x middle=y handed_on_at=a", "clear 1"]
    );
}

#[test]
fn only_info_after_several_others() {
    let map = "a x front\n b y front\n c z front\n d x front";
    assert_eq!(with(map, "a>b as=collaboration"), ["c>d info owner=x middle=y,z handed_on_at=a", "clear 2"]);
    assert_eq!(with(map, "a>b as=service"), ["clear 3"]);
    assert_eq!(with(map, "b>c as=service"), ["c>d ? interaction a>b", "clear 2"]);
}

#[test]
fn the_second_time_in_one_phase_is_an_error() {
    let map = "a x front\n b y front\n c x front\n d z front\n e x front";
    let steps = "a>b as=collaboration\n c>d as=collaboration";
    assert_eq!(
        with(map, steps),
        [
            "b>c warning owner=x middle=y handed_on_at=a",
            "d>e error owner=x middle=z handed_on_at=c",
            "clear 2"
        ]
    );
    let next_phase = map.replace(" e x", " phase q\n e x");
    let found = with(&next_phase, steps);
    assert_eq!(found[1], "d>e warning owner=x middle=z handed_on_at=c");
    let moved = map.replace(" d z", " phase q\n d z");
    assert_eq!(with(&moved, steps)[1], "d>e warning owner=x middle=z handed_on_at=c");
}

#[test]
fn each_of_two_owners_that_take_turns_comes_back() {
    let map = "a x front\n b y front\n c x front\n d y front";
    let steps = "a>b as=collaboration\n b>c as=collaboration";
    assert_eq!(
        with(map, steps),
        [
            "b>c warning owner=x middle=y handed_on_at=a",
            "c>d warning owner=y middle=x handed_on_at=b",
            "clear 1"
        ]
    );
}

#[test]
fn ways_of_a_branch_are_paths_of_their_own() {
    let map = "a x front\n b y front\n c z front\n d x front end\n e z front";
    let found = with(map, "a>b link as=collaboration\n a>c link as=service\n b>d link\n c>d link");
    assert_eq!(found, ["b>d warning owner=x middle=y handed_on_at=a", "clear 3"]);
}

#[test]
fn a_loop_comes_back_once() {
    let map = "a x front\n b y front\n c z front";
    let found = with(map, "a>b as=collaboration\n b>a link as=collaboration\n b>c link");
    assert_eq!(found, ["b>a warning owner=x middle=y handed_on_at=a", "clear 2"]);
}

#[test]
fn an_owner_to_come_may_have_had_it_before() {
    assert_eq!(of("a ? back\n b y front\n c x front"), ["b>c ? owner a"]);
    assert_eq!(of("a y front\n b x front\n c ? back"), ["clear 1"]);
    let known =
        with(&[THERE_AND_BACK, "\n d ? back\n e y front\n f z front"].concat(), "a>b as=collaboration");
    assert_eq!(known, ["b>c warning owner=x middle=y handed_on_at=a", "e>f ? owner d", "clear 1"]);
}

#[test]
fn more_owners_than_bits_in_a_word() {
    let mut map: String = (0..200).map(|at| format!("t{at} d{at} front\n")).collect::<Vec<_>>().concat();
    map += "back d130 front\n t199>back link\n";
    let found = of(&map);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], "t199>back ? interaction t130>t131");
}
