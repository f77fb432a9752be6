//! When information does not reach who needs it.

use crate::testing::answers;

fn of(map: &str) -> Vec<String> {
    answers("information-lost", map)
}

/// Nothing asked, needed, produced; no systems.
const NONE: &str = "asked=- needed=- produced=- systems=-";
const HAS: &str = "asked=name needed=- produced=- systems=-";
const NEEDS: &str = "asked=- needed=name produced=- systems=-";
const LOST: [&str; 2] = ["b error name had_at=a had_by=x @a>b", "clear 1"];

#[test]
fn what_was_asked_or_produced_before_and_not_passed_is_lost() {
    assert_eq!(of(&format!("a x front {HAS}\n b y back {NEEDS}\n a>b passed=-")), LOST);
    assert_eq!(of(&format!("a x front {HAS}\n b y back {NEEDS}\n a>b passed=iban")), LOST);
    let produced = HAS.replace("asked=name", "asked=-").replace("produced=-", "produced=name");
    assert_eq!(of(&format!("a x front {produced}\n b y back {NEEDS}\n a>b passed=-")), LOST);
    let customer = format!("k ? customer {HAS}\n a x front {NONE}\n b y back {NEEDS}\n a>b passed=-");
    assert_eq!(of(&customer), ["b error name had_at=k had_by=nothing @a>b", "clear 1"]);
}

#[test]
fn not_where_it_is_passed_asked_for_or_was_never_there() {
    let two = |needs: &str, card: &str| of(&format!("a x front {HAS}\n b y back {needs}\n a>b {card}"));
    assert_eq!(two(NEEDS, "passed=iban,name"), ["clear 2"]);
    assert_eq!(two(&NEEDS.replace("asked=-", "asked=name"), "passed=-"), ["clear 2"]);
    assert_eq!(two(&NEEDS.replace("needed=name", "needed=iban"), "passed=-"), ["clear 2"]);
    assert_eq!(two(NONE, "passed=-"), ["clear 2"]);
}

#[test]
fn what_passed_once_is_there_for_good() {
    let map = format!(
        "a x front {HAS}\n b y back {NONE}\n c z back {NONE}\n d y back {NEEDS}\n a>b passed=name\n b>c passed=-\n c>d passed=-"
    );
    assert_eq!(of(&map), ["clear 4"]);
    let own = format!("a y front {HAS}\n b x back {NONE}\n c y back {NEEDS}\n a>b passed=-\n b>c passed=-");
    assert_eq!(of(&own), ["clear 3"]);
}

#[test]
fn not_where_the_owner_reads_a_system_used_where_it_was_had() {
    let map = |system: &str| {
        let has = HAS.replace("systems=-", "systems=crm");
        of(&format!("system crm {system}\n a x front {has}\n b y back {NEEDS}\n a>b passed=-"))
    };
    for reads in ["read=y", "write=y", "by=y none=x"] {
        assert_eq!(map(reads), ["clear 2"], "{reads}");
    }
    for closed in ["none=y", "request=y"] {
        assert_eq!(map(closed), LOST, "{closed}");
    }
    assert_eq!(map("none=x"), ["b ? access crm/y @a>b", "clear 1"]);
}

#[test]
fn blanks_that_could_have_brought_it_leave_it_open_and_are_named() {
    let two =
        |has: &str, needs: &str, card: &str| of(&format!("a x front {has}\n b y back {needs}\n {card}"));
    assert_eq!(two(HAS, NEEDS, ""), ["b ? passed a>b @a>b", "clear 1"]);
    assert_eq!(two(HAS, NEEDS, "a>b by=x"), ["b ? passed a>b @a>b", "clear 1"]);
    let no_systems = HAS.replace(" systems=-", "");
    assert_eq!(two(&no_systems, NEEDS, "a>b passed=-"), ["b ? systems a @a>b", "clear 1"]);
    let no_asked = NEEDS.replace("asked=- ", "");
    assert_eq!(two(HAS, &no_asked, "a>b passed=-"), ["b ? asked b @a>b", "clear 1"]);
    let no_needed = NEEDS.replace("needed=name ", "");
    assert_eq!(two(HAS, &no_needed, "a>b passed=-"), ["b ? needed b @a>b", "clear 1"]);
    assert_eq!(two(HAS, &no_needed, "a>b passed=name"), ["clear 2"]);
    assert_eq!(two(NONE, &no_needed, "a>b passed=-"), ["clear 2"]);
}

#[test]
fn an_own_touchpoint_that_may_have_it_leaves_it_open() {
    let own = NONE.replace("asked=- ", "");
    let map = format!("a x front {HAS}\n o y back {own}\n b y back {NEEDS}\n a>o passed=-");
    assert_eq!(of(&map), ["b ? asked o @a>o", "clear 2"]);
}

#[test]
fn where_it_may_have_been_had_before_is_asked_for() {
    let unknown = NONE.replace("asked=- ", "");
    let map = format!("a x front {unknown}\n b y back {NEEDS}\n a>b passed=-");
    assert_eq!(of(&map), ["b ? asked a @a>b", "clear 1"]);
    let own = format!("a y front {unknown}\n b y back {NEEDS}");
    assert_eq!(of(&own), ["clear 2"]);
}

#[test]
fn once_at_the_first_touchpoint_that_lacks_it() {
    let map = format!(
        "a x front {HAS}\n b y back {NEEDS}\n c z back {NONE}\n d y back {NEEDS}\n a>b passed=-\n b>c passed=-\n c>d passed=-"
    );
    assert_eq!(of(&map), ["b error name had_at=a had_by=x @a>b", "clear 2"]);
    let open = map.replace("a>b passed=-", "");
    assert_eq!(of(&open), ["b ? passed a>b @a>b", "clear 2"]);
    let branches = format!(
        "a x front {HAS}\n b y back {NEEDS} end\n d y back {NEEDS}\n a>b link passed=-\n a>d link passed=-"
    );
    assert_eq!(of(&branches), LOST);
}

#[test]
fn each_owner_lacks_it_for_itself() {
    let map = format!("a x front {HAS}\n b y back {NEEDS}\n c z back {NEEDS}\n a>b passed=-\n b>c passed=-");
    assert_eq!(
        of(&map),
        ["b error name had_at=a had_by=x @a>b", "c error name had_at=a had_by=x @b>c", "clear 1"]
    );
}

#[test]
fn a_touchpoint_without_an_owner_leaves_it_open() {
    let map = format!("a x front {HAS}\n o ? back {NONE}\n b y back {NEEDS}\n a>o passed=-");
    assert_eq!(of(&map), ["b ? owner o", "clear 2"]);
    let needs = format!("a x front {HAS}\n b ? back {NEEDS}");
    assert_eq!(of(&needs), ["b ? owner b", "clear 1"]);
}

#[test]
fn blames_the_handoff_over_which_it_should_have_come() {
    let map = format!(
        "a x front {HAS}\n b y back {NONE}\n c z back {NONE}\n d y back {NONE}\n e y back {NEEDS}\n a>b passed=-\n b>c passed=-\n c>d passed=-"
    );
    assert_eq!(of(&map)[0], "e error name had_at=a had_by=x @c>d");
    let branches =
        format!("o z front {NONE}\n a x front {HAS}\n b y back {NEEDS}\n o>b link passed=-\n a>b passed=-");
    assert_eq!(of(&branches)[0], "b error name had_at=a had_by=x @a>b");
}

#[test]
fn in_a_loop_everything_comes_before_everything() {
    let map = format!("a y front {NEEDS}\n b x front {HAS}\n b>a link passed=-\n a>b passed=-");
    assert_eq!(of(&map), ["a error name had_at=b had_by=x @b>a", "clear 1"]);
}

#[test]
fn an_empty_register_is_one_question() {
    assert_eq!(of("a x front\n b y front\n c x front"), ["journey ? items workspace", "clear 1"]);
    assert_eq!(of("a x front\n b y front needed=-"), ["clear 2"]);
}

#[test]
fn more_owners_than_bits_in_a_word() {
    let middle: String = (1..150).map(|at| format!("t{at} d{at} back {NONE}\n")).collect::<Vec<_>>().concat();
    let map = format!("a x front {HAS}\n {middle} b y back {NEEDS}\n t149>b passed=-");
    assert_eq!(of(&map)[0], "b error name had_at=a had_by=x @t149>b");
}
