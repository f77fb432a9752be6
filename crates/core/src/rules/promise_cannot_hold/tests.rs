//! When a promise cannot be kept in time.

use crate::testing::answers;

fn of(map: &str) -> Vec<String> {
    answers("promise-cannot-hold", map)
}

/// A promise due in 100 minutes, one touchpoint in between, and the one that keeps it after these times.
fn after(waits: (&str, &str)) -> Vec<String> {
    of(&format!(
        "a x front promise=p/s/100\n b x back fulfils=- duration=10\n c y front fulfils=s duration=0
        a>b wait={}\n b>c wait={}",
        waits.0, waits.1
    ))
}

#[test]
fn waits_and_durations_exceed_what_is_due() {
    let error = "a error p due=100 takes=101 path=a,b,c longest_wait=61 waits_before=c waits_after=b @b>c";
    assert_eq!(after(("30", "61")), [error]);
    let warning =
        "a warning p due=100 takes=100 path=a,b,c longest_wait=60 waits_before=c waits_after=b @b>c";
    assert_eq!(after(("30", "60")), [warning], "above 80 %");
    assert_eq!(after(("30", "40")), ["clear 1"], "80 %");
    let high =
        "a warning p due=100 takes=60-110 path=a,b,c longest_wait=30 waits_before=c waits_after=b @b>c";
    assert_eq!(after(("20", "30..80")), [high]);
}

#[test]
fn the_worst_path_counts_and_ends_at_the_first_that_keeps_it() {
    let map = "a x front promise=p/s/100\n b x back fulfils=- duration=0 end\n c y front fulfils=s duration=0
        d y front fulfils=s duration=0\n a>b link wait=1\n a>c link wait=2\n a>d link wait=200\n b>d link wait=3";
    let worst = "a error p due=100 takes=200 path=a,d longest_wait=200 waits_before=d waits_after=a @a>d";
    assert_eq!(of(map), [worst]);
    let kept = map.replace("a>d link wait=200", "c>d wait=200");
    assert_eq!(of(&kept), ["clear 1"]);
}

#[test]
fn a_loop_counts_once_and_says_at_least() {
    let map = "a x front promise=p/s/100\n b x back fulfils=- duration=60\n c x back fulfils=- duration=50
        d y front fulfils=s duration=0\n a>b wait=1\n b>c wait=0\n c>b link wait=0\n c>d link wait=0";
    assert_eq!(
        of(map),
        ["a error p due=100 takes=111 path=a,b,c,d longest_wait=1 waits_before=b waits_after=a at_least=yes"]
    );
    let back = "a x front fulfils=s duration=50\n b x front promise=p/s/40 fulfils=-\n b>a link wait=5";
    assert_eq!(
        of(back),
        ["b error p due=40 takes=55 path=b,a longest_wait=5 waits_before=a waits_after=b at_least=yes"]
    );
}

#[test]
fn where_the_only_way_on_is_back_the_path_is_named_to_its_end() {
    let map = "a x front promise=p/s/100\n b x back fulfils=- duration=60\n c x back fulfils=- duration=50
        d y front fulfils=s duration=0\n a>b wait=1\n b>c link wait=0\n c>b link wait=0\n b>d link wait=0";
    assert_eq!(
        of(map),
        [
            "a error p due=100 takes=171 path=a,b,c,b,d longest_wait=1 waits_before=b waits_after=a at_least=yes"
        ]
    );
    let open = map.replace("s/100", "s/1000").replace("fulfils=s duration=0", "fulfils=s");
    assert_eq!(of(&open), ["a ? duration d"]);
}

#[test]
fn blanks_leave_it_open_unless_what_is_known_is_too_long() {
    assert_eq!(of("a x front promise=p/s/100\n b y front fulfils=s"), ["a ? wait a>b, duration b"]);
    assert_eq!(
        of(
            "a x front promise=p/s/100\n b x front duration=10\n c y front fulfils=s duration=0\n a>b wait=99\n b>c wait=0"
        ),
        ["a error p due=100 takes=109 path=a,b longest_wait=99 waits_before=b waits_after=a"]
    );
    assert_eq!(of("a x front promise=p/s\n b y front fulfils=s"), ["a ? due_within a/p"]);
    assert!(of("a x front promise=p/s//gentle\n b y front fulfils=s").is_empty());
    assert!(of("a x front promise=p/s/60\n b y front fulfils=-").is_empty());
}
