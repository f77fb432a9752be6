//! Round after round: how many, from which seed, and everything that was found.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::json;
use thirtyfour::WindowHandle;

use super::acting::Session;
use super::finding::Finding;
use super::schedule::Round;
use crate::{App, scenes};

/// How many actions lie between two checks of everything.
const ROUND: usize = 250;
/// After so many findings the rest would tell nothing new.
const ENOUGH: usize = 12;

/// How much is done, and from which seed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    seed: u64,
    actions: usize,
    /// The seed of the first round, where the browser gave up a tab in it already.
    gave_up: Option<u64>,
}

impl Plan {
    /// So many actions, the same in every normal run. `CROSSLANE_HAND_ACTIONS` asks for another number in each browser, from
    /// a new seed each time; `CROSSLANE_HAND_SEED` for a seed that was told. `share` says how many tests divide the number
    /// of one browser among them.
    pub fn new(normal: usize, share: usize) -> Self {
        let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        let actions = number("CROSSLANE_HAND_ACTIONS").and_then(|actions| usize::try_from(actions).ok());
        Self::of(normal, share, actions, number("CROSSLANE_HAND_SEED"))
    }

    fn of(normal: usize, share: usize, actions: Option<usize>, seed: Option<u64>) -> Self {
        // A told seed stands for one round, which no test shares with another.
        let share = if seed.is_some() { 1 } else { share };
        let seed = seed.unwrap_or_else(|| actions.map_or(1, |_| now()));
        Self { seed, actions: actions.map_or(normal, |actions| actions.div_ceil(share)), gave_up: None }
    }

    /// How long it may take at most.
    pub fn limit(&self) -> Duration {
        Duration::from_mins(3) + Duration::from_millis(400) * u32::try_from(self.actions).unwrap_or(u32::MAX)
    }

    /// What is left from a round on in which the browser gave up a tab.
    fn left_from(&self, round: &Round) -> Self {
        let played = self.rounds().take_while(|played| played.seed != round.seed).count() * ROUND;
        Self { seed: round.seed, actions: self.actions - played, gave_up: Some(round.seed) }
    }

    fn rounds(&self) -> impl Iterator<Item = Round> {
        let (seed, actions) = (self.seed, self.actions);
        let starts = (0..actions).step_by(ROUND).zip(seed..);
        starts.map(move |(start, seed)| Round::new(seed, ROUND.min(actions - start)))
    }
}

/// A seed that differs each time.
fn now() -> u64 {
    let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // Even, and short enough to be read out.
    time.as_secs() % 1_000_000 * 1_000
}

/// Plays all rounds. A round in which the browser gave up a tab is played again in a fresh browser: on a busy machine Chromium
/// does that now and then, where the same round passes; twice in the same round is a finding.
///
/// # Panics
/// With everything that was found.
pub async fn play(app: &mut App, mut plan: Plan) {
    while let Some(left) = Hand::new(app, "").await.play(&plan).await {
        let fresh = App::start(app.settings.clone()).await;
        std::mem::replace(app, fresh).quit().await;
        plan = left;
    }
}

/// The hand in one browser.
pub struct Hand<'a> {
    app: &'a App,
    tabs: [WindowHandle; 2],
}

impl<'a> Hand<'a> {
    /// Opens two tabs that note what goes wrong in them, each with a further script in its pages.
    pub async fn new(app: &'a App, further: &str) -> Self {
        let script = format!("{}\n{further}", include_str!("page.js"));
        let one = app.tab().await;
        app.before_every_page(&script).await;
        let two = app.new_window().await;
        app.before_every_page(&script).await;
        app.go_to_window(&one).await;
        Self { app, tabs: [one, two] }
    }

    /// Plays all rounds; fails with everything that was found. Gives what is left where the browser gave up a tab.
    async fn play(&self, plan: &Plan) -> Option<Plan> {
        let mut found = Vec::new();
        let mut left = None;
        for round in plan.rounds() {
            let start = Instant::now();
            let outcome = self.round(&round).await;
            println!(
                "round {} ({}): {:?}",
                round.seed,
                if round.slow { "slow" } else { "fast" },
                start.elapsed()
            );
            if let Err(finding) = outcome {
                println!("{finding}");
                if plan.gave_up != Some(round.seed) && !self.lives().await {
                    left = Some(plan.left_from(&round));
                    break;
                }
                found.push(finding);
            }
            if found.len() == ENOUGH || !self.lives().await {
                break;
            }
        }
        let told: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(
            found.is_empty(),
            "the random hand found {} (set CROSSLANE_HAND_SEED and CROSSLANE_HAND_ACTIONS={ROUND} to meet one again):\n{}",
            found.len(),
            told.join("\n")
        );
        left
    }

    /// Plays one round from an empty browser.
    ///
    /// # Errors
    /// With what was found.
    pub async fn round(&self, round: &Round) -> Result<(), Finding> {
        let mut session = Session::new(self.app, self.tabs.clone(), round.seed);
        let route = self.begin(round).await;
        session.set_speed(round.slow).await;
        let mut outcome = session.play(round).await;
        if outcome.is_err() && !self.lives().await {
            return outcome;
        }
        session.set_speed(false).await;
        if outcome.is_ok() {
            outcome = session.settle(&route).await;
        }
        // What was told already is told twice by the console.
        let reports = self.app.reports().await;
        outcome?;
        let wrong = [reports.errors, reports.violations, reports.outside].concat();
        if wrong.is_empty() { Ok(()) } else { Err(session.found(wrong.join("\n"))) }
    }

    /// A fresh copy of the sample in both tabs, and nothing else in the browser; gives its address.
    async fn begin(&self, round: &Round) -> String {
        for tab in self.tabs.iter().rev() {
            self.app.go_to_window(tab).await;
            // A file of the app's own origin in which no app runs.
            self.app.visit("icon.svg").await;
        }
        // By the tab that fills it again: as long as the browser has not heard of it, a tab of Chromium that clears a storage
        // takes no notice of what others put there.
        self.app.script("localStorage.clear()", vec![]).await;
        for tab in self.tabs.iter().rev() {
            self.app.go_to_window(tab).await;
            self.leave().await;
        }
        scenes::open_sample(self.app, round.sample).await;
        self.app.wait_for_css("[data-save-state='saved']").await;
        let route =
            self.app.script("return location.hash", vec![]).await.as_str().unwrap_or_default().to_owned();
        self.app.go_to_window(&self.tabs[1]).await;
        self.app.open(&route).await;
        self.app.wait_for_css(".map-card").await;
        self.app.go_to_window(&self.tabs[0]).await;
        // That file has no icon, which the browser asks for.
        self.app.reports().await;
        route
    }

    /// Goes to the app so that Back does not lead to the page that was there.
    async fn leave(&self) {
        let leave = "sessionStorage.clear(); location.replace(arguments[0])";
        self.app.script(leave, vec![json!(self.app.address())]).await;
        let arrived = "return !!window.crosslaneHand && !document.getElementById('boot')";
        self.app.wait_for_script("the app has started", arrived).await;
    }

    /// Whether both tabs still answer: in one that the browser gave up nothing more can be done.
    async fn lives(&self) -> bool {
        for tab in &self.tabs {
            let answers = match self.app.driver.switch_to_window(tab.clone()).await {
                Ok(()) => self.app.driver.execute("return true", vec![]).await.is_ok(),
                Err(_) => false,
            };
            if !answers {
                return false;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Plan, ROUND};

    #[test]
    fn a_normal_run_is_the_same_each_time_and_a_long_one_is_not_shared_twice() {
        let normal = Plan::of(1_500, 2, None, None);
        assert_eq!(normal, Plan { seed: 1, actions: 1_500, gave_up: None });
        assert_eq!(Plan::of(1_500, 2, Some(50_000), None).actions, 25_000);
        assert_eq!(Plan::of(1_500, 2, Some(250), Some(77)), Plan { seed: 77, actions: 250, gave_up: None });
    }

    #[test]
    fn rounds_have_seeds_of_their_own_and_all_actions_together() {
        let plan = Plan { seed: 5, actions: 2 * ROUND + 10, gave_up: None };
        let rounds: Vec<_> = plan.rounds().collect();
        let seeds: Vec<u64> = rounds.iter().map(|round| round.seed).collect();
        assert_eq!(seeds, [5, 6, 7]);
        let actions: usize = rounds.iter().flat_map(|round| &round.bursts).map(Vec::len).sum();
        assert_eq!(actions, 2 * ROUND + 10);
        let left = plan.left_from(&rounds[1]);
        assert_eq!(left, Plan { seed: 6, actions: ROUND + 10, gave_up: Some(6) });
    }
}
