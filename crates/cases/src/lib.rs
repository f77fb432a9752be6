//! How many cases a property test meets, in one place for all packages.
//!
//! The normal run meets the same cases everywhere, so that what fails is what was changed. A long run,
//! `cargo xtask test slow`, meets many times as many, and others each time.

use proptest::test_runner::{Config, RngSeed};

/// The variable of the environment that makes a run a long one: how many times the normal number of cases.
const TIMES: &str = "CROSSLANE_CASES";

/// Any number would do, as long as it stays.
const SEED: u64 = 20_261_122;

/// The configuration of a property that meets this many cases in a normal run.
pub fn cases(normal: u32) -> Config {
    config(normal, std::env::var(TIMES).ok().and_then(|times| times.parse().ok()))
}

fn config(normal: u32, times: Option<u32>) -> Config {
    let rng_seed = if times.is_some() { RngSeed::Random } else { RngSeed::Fixed(SEED) };
    // What a case found is kept as a test with a name, not as a file of seeds.
    let config = Config { failure_persistence: None, rng_seed, ..Config::default() };
    Config { cases: normal.saturating_mul(times.unwrap_or(1)), ..config }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::any;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    use super::config;

    fn drawn(times: Option<u32>) -> Vec<u64> {
        let mut runner = TestRunner::new(config(8, times));
        (0..8).filter_map(|_| any::<u64>().new_tree(&mut runner).ok()).map(|tree| tree.current()).collect()
    }

    #[test]
    fn a_normal_run_meets_the_same_cases_again_and_a_long_one_does_not() {
        assert_eq!(drawn(None), drawn(None));
        assert_ne!(drawn(Some(1)), drawn(Some(1)));
        assert_ne!(drawn(Some(1)), drawn(None));
    }

    #[test]
    fn a_long_run_meets_so_many_times_the_cases() {
        assert_eq!((config(300, None).cases, config(300, Some(40)).cases), (300, 12_000));
    }
}
