//! Doing what a round says, in two tabs on one workspace.

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::error::WebDriverResult;

use super::finding::Finding;
use super::pointer::Movements;
use super::schedule::{Action, Round, Where};
use crate::App;
use crate::driver::Browser;

/// How many of the last actions a finding tells.
const TOLD: usize = 12;
/// How often a page is asked that does not answer, as while it goes and another one comes.
const ASKED: usize = 400;
/// On the home page there is little to do: of so many actions there, one goes back to the workspace instead.
const HOME_STAY: usize = 4;
const PAUSE: Duration = Duration::from_millis(25);

/// The two tabs of a round, and what was done in them so far.
pub struct Session<'a> {
    pub(super) app: &'a App,
    pub(super) tabs: [WindowHandle; 2],
    front: usize,
    /// Whether the tab in front has but a quarter of the processor.
    slow: bool,
    seed: u64,
    done: usize,
    trail: VecDeque<String>,
}

/// What a look at the page gives.
struct Seen {
    is_home: bool,
    /// Where the places are that were asked for.
    places: Vec<Value>,
}

impl<'a> Session<'a> {
    pub(super) fn new(app: &'a App, tabs: [WindowHandle; 2], seed: u64) -> Self {
        Self { app, tabs, front: 0, slow: false, seed, done: 0, trail: VecDeque::new() }
    }

    /// Leaves the tab in front all of the processor or a quarter. Firefox is always as fast as it can. A tab behind is never
    /// slowed down: Chromium does that by turning a processor idly, which tells nothing and takes twice the time.
    pub(super) async fn set_speed(&mut self, slow: bool) {
        self.slow = slow;
        if self.app.settings.browser == Browser::Chromium {
            self.app.slow_down(if slow { 4 } else { 1 }).await;
        }
    }

    /// Does everything the round says, until something is found.
    pub(super) async fn play(&mut self, round: &Round) -> Result<(), Finding> {
        for burst in &round.bursts {
            self.burst(burst).await?;
        }
        for tab in 0..self.tabs.len() {
            self.go_to(tab).await;
            self.look(&[]).await?;
        }
        Ok(())
    }

    /// Brings a tab to the front.
    pub(super) async fn go_to(&mut self, tab: usize) {
        let slow = self.slow && tab != self.front;
        if slow {
            self.set_speed(false).await;
        }
        self.front = tab;
        self.app.go_to_window(&self.tabs[tab]).await;
        if slow {
            self.set_speed(true).await;
        }
    }

    pub(super) fn found(&self, what: impl Into<String>) -> Finding {
        let trail = self.trail.iter().cloned().collect();
        Finding { what: what.into(), seed: self.seed, after: self.done, trail }
    }

    /// What a script gives, once the page answers with something.
    pub(super) async fn ask(&self, script: &str, words: &[Value]) -> Result<Value, Finding> {
        for _ in 0..ASKED {
            match self.app.driver.execute(script, words.to_vec()).await {
                Ok(answer) if !answer.json().is_null() => return Ok(answer.json().clone()),
                Ok(_) => {}
                Err(error) if error.to_string().contains("tab crashed") => {
                    return Err(self.found("the browser gave up the tab"));
                }
                // A question of the browser's, such as whether to leave the page, is answered with yes.
                Err(_) => drop(self.app.driver.accept_alert().await),
            }
            tokio::time::sleep(PAUSE).await;
        }
        let page = self.app.driver.source().await.unwrap_or_default();
        let body = page.find("<body").map_or("", |at| &page[at..]);
        Err(self.found(format!("the page shows nothing, or does not answer any more: {body:.2000}")))
    }

    /// What the page noted must be nothing; gives what is seen.
    async fn look(&self, places: &[Where]) -> Result<Seen, Finding> {
        let places: Vec<Value> = places.iter().map(|place| named(*place)).collect();
        let look = "return window.crosslaneHand?.look(arguments[0])";
        let mut seen = self.ask(look, &[json!(places)]).await?;
        let told: Vec<&str> =
            seen["told"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !told.is_empty() || seen["failed"] == true {
            return Err(self.found(format!("at {}: {}", seen["hash"], told.join("\n"))));
        }
        let is_home = seen["hash"].as_str().is_some_and(|hash| !hash.starts_with("#/w/"));
        Ok(Seen { is_home, places: seen["places"].as_array_mut().map(std::mem::take).unwrap_or_default() })
    }

    async fn burst(&mut self, burst: &[Action]) -> Result<(), Finding> {
        let places: Vec<Where> = burst.iter().flat_map(|action| action.places()).collect();
        let mut seen = self.look(&places).await?;
        self.done += burst.len();
        if seen.is_home && self.done.is_multiple_of(HOME_STAY) {
            return self.without_hands(Action::Go(0)).await;
        }
        if let [action, ..] = burst
            && !action.is_by_hand()
        {
            self.without_hands(*action).await?;
            if *action == Action::OtherTab {
                // A person sees a tab before they click in it; one that is clicked in at once Chromium gives up at times.
                seen = self.look(&places).await?;
            }
        }
        let mut met = seen.places.into_iter();
        let mut movements = Movements::default();
        for action in burst.iter().filter(|action| action.is_by_hand()) {
            let met: Vec<Value> = met.by_ref().take(action.places().len()).collect();
            movements.add(*action, &met);
            self.note(*action, &met);
        }
        let outcome = if movements.is_empty() { Ok(()) } else { self.app.make(movements).await };
        if let Err(error) = outcome {
            // The page may have gone under the pointer.
            self.remember(format!("  not taken: {}", brief(&error.to_string())));
            drop(self.app.driver.accept_alert().await);
        }
        Ok(())
    }

    /// What needs no pointer and no key.
    async fn without_hands(&mut self, action: Action) -> Result<(), Finding> {
        match action {
            Action::Reload => {
                self.note(action, &[]);
                let outcome: WebDriverResult<()> = self.app.driver.refresh().await;
                if outcome.is_err() {
                    drop(self.app.driver.accept_alert().await);
                }
                self.ask("return !document.getElementById('boot') || null", &[]).await?;
            }
            Action::OtherTab => {
                self.go_to(1 - self.front).await;
                self.note(action, &[json!(format!("tab {}", self.front + 1))]);
            }
            Action::Back | Action::Forward | Action::Go(_) => {
                let (what, number) = match action {
                    Action::Back => ("Back", 0),
                    Action::Forward => ("Forward", 0),
                    Action::Go(number) => ("Go", number),
                    _ => return Ok(()),
                };
                let act = "return window.crosslaneHand?.act(arguments[0], arguments[1])";
                let at = self.ask(act, &[json!(what), json!(number)]).await?;
                self.note(action, &[at]);
            }
            _ => {}
        }
        Ok(())
    }

    fn note(&mut self, action: Action, met: &[Value]) {
        let met: Vec<String> = met.iter().map(|met| met.get(2).unwrap_or(met).to_string()).collect();
        self.remember(format!("{action:?} {}", met.join(" to ")));
    }

    fn remember(&mut self, what: String) {
        if self.trail.len() == TOLD {
            self.trail.pop_front();
        }
        self.trail.push_back(what);
    }
}

impl Movements {
    /// Adds what an action does at the points where its places are.
    fn add(&mut self, action: Action, met: &[Value]) {
        let point =
            |at: usize| [0, 1].map(|part| met.get(at).and_then(|met| met[part].as_i64()).unwrap_or(1));
        match action {
            Action::Click(_) => self.click(point(0), 1),
            Action::DoubleClick(_) => self.click(point(0), 2),
            Action::Drag(..) => self.drag(point(0), point(1)),
            Action::Press(chord) => self.press(chord),
            Action::Type(text) => self.write(text),
            _ => {}
        }
    }
}

/// A place as the page reads it.
fn named(place: Where) -> Value {
    match place {
        Where::Thing(kind, which) => json!({ "Thing": [kind, which] }),
        Where::Field(which) => json!({ "Field": which }),
        Where::Point(x, y) => json!({ "Point": [x, y] }),
    }
}

/// A message of the driver's in one line, without where in the driver it came from.
fn brief(text: &str) -> String {
    let text = text.split("Stacktrace").next().unwrap_or_default();
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}
