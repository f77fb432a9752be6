//! A workspace with one journey, written line by line.
//!
//! - `phase NAME` begins a phase (without one, all stands in phase `p`).
//! - `TOUCHPOINT OWNER STAGE …` is a touchpoint; `?` for an unknown owner or stage; stages are `customer`,
//!   `front`, `back`, `support`; then any of `truth`, `end`, `imp=`, `sat=`, `channel=`, `asked=`,
//!   `needed=`, `produced=`, `systems=`, `claimed=`, `volume=`, `started=`, `face=` (the owner as the
//!   customer perceives it), `duration=`, `responsible=`, `consulted=`, `informed=`, `fulfils=`, `evidence=`,
//!   `reviewed=`, `promises=-`, `promise=NAME/SUBJECT/DUE/VALUE` and `standards=-`,
//!   `lives=NAME/SUBJECT/VALUE`, where anything after the name may be left out.
//! - `FROM>TO …` is a step: `link`, `share=` (of a link), `wait=`, and of its card `by=`, `trigger=`,
//!   `passed=`, `method=`, `target=`, `ack=`, `fallback=`, `as=`, `volume=`, `forced=`, `complete=`, and
//!   `from=` and `to=`, whether the sides agree: `yes`, `no`, or `lapsed`.
//! - `item NAME identity`, `item NAME no` or `item NAME ?`; an item that is only mentioned is no identity check.
//! - `system NAME read= write= request= none= by= connected=`; the departments are listed with commas.
//! - The other registers, see `registers`: `department`, `subject`, `standard`, `term`, `measure`, `goal`,
//!   `initiative`, `decision`; and `journey sat=`.
//!
//! Lists are separated by commas, `-` says: none. Times are `60` or `60..90` minutes. Names are identifiers.

use std::sync::Arc;

use crate::edit::card_terms;
use crate::model::{
    Access, Card, Channel, Date, Department, Evidence, Id, Interaction, Item, Journey, Link, Method, Minutes,
    Percent, Phase, Rating, Ref, Side, Stage, Starter, Step, StepKey, System, SystemAccess, Touchpoint,
    Workspace,
};

/// The identifier with this text.
pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap_or_else(|| panic!("no identifier: {text}"))
}

/// The identifier of the only journey.
pub(crate) fn journey_id() -> Id {
    id("j")
}

/// The workspace written in `text`.
pub(crate) fn workspace(text: &str) -> Workspace {
    let mut map = Places { workspace: Workspace::default(), journey: Journey::default(), phase: None };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "phase" => map.begin_phase(id(words[1])),
            "item" => map.item(id(words[1]), words[2]),
            "system" => map.system(id(words[1]), &words[2..]),
            "journey" => {
                let satisfaction = words.get(1).map(|word| pair(word).1.parse().unwrap());
                map.journey.satisfaction = satisfaction.and_then(Rating::new);
            }
            "department" | "subject" | "standard" | "term" | "measure" | "goal" | "initiative"
            | "decision" => map.register(words[0], id(words[1]), &words[2..]),
            step if step.contains('>') => map.step(step, &words[1..]),
            _ => map.touchpoint(&words),
        }
    }
    map.finish()
}

pub(super) struct Places {
    pub(super) workspace: Workspace,
    journey: Journey,
    phase: Option<Id>,
}

impl Places {
    fn finish(mut self) -> Workspace {
        self.workspace.journey_order.push(journey_id());
        self.workspace.journeys.insert(journey_id(), self.journey.into());
        self.workspace
    }

    fn begin_phase(&mut self, phase: Id) {
        self.journey.phase_order.push(phase);
        self.journey.phases.insert(phase, Phase { name: phase.to_string(), ..Phase::default() }.into());
        self.phase = Some(phase);
    }

    fn item(&mut self, item: Id, identity: &str) {
        let identity_check = match identity {
            "identity" => Some(true),
            "no" => Some(false),
            "?" => None,
            other => panic!("{other}"),
        };
        let entry = Item { name: item.to_string(), identity_check, ..Item::default() };
        self.workspace.items.insert(item, entry.into());
    }

    fn system(&mut self, system: Id, words: &[&str]) {
        let mut entry = System { name: system.to_string(), ..System::default() };
        for (key, value) in words.iter().map(|word| pair(word)) {
            if key == "by" {
                entry.decided_by = Some(self.department(value));
                continue;
            }
            if key == "connected" {
                entry.connected_to = Some(list(value, |name| self.mentioned_system(name)));
                continue;
            }
            let access = match key {
                "read" => Access::Read,
                "write" => Access::Write,
                "request" => Access::OnRequest,
                "none" => Access::None,
                other => panic!("{other}"),
            };
            for name in value.split(',') {
                let department = self.department(name);
                entry.access.insert(
                    department,
                    SystemAccess { access: Some(access), ..SystemAccess::default() }.into(),
                );
            }
        }
        self.workspace.systems.insert(system, entry.into());
    }

    fn touchpoint(&mut self, words: &[&str]) {
        if self.phase.is_none() {
            self.begin_phase(id("p"));
        }
        let mut touchpoint = Touchpoint { name: words[0].to_owned(), ..Touchpoint::default() };
        touchpoint.owner = (words[1] != "?").then(|| self.department(words[1]));
        touchpoint.stage = match words[2] {
            "customer" => Some(Stage::Customer),
            "front" => Some(Stage::Frontstage),
            "back" => Some(Stage::Backstage),
            "support" => Some(Stage::Support),
            "?" => None,
            other => panic!("{other}"),
        };
        for word in &words[3..] {
            self.touchpoint_field(&mut touchpoint, word);
        }
        let place = id(words[0]);
        self.journey.touchpoints.insert(place, touchpoint.into());
        let phase = self.phase.unwrap();
        let mut entry = self.journey.phases[&phase].as_ref().clone();
        entry.touchpoints.push(place);
        self.journey.phases.insert(phase, entry.into());
    }

    fn touchpoint_field(&mut self, touchpoint: &mut Touchpoint, word: &str) {
        if word == "truth" {
            touchpoint.moment_of_truth = Some(true);
            return;
        }
        if word == "end" {
            touchpoint.ends = Some(true);
            return;
        }
        let (key, value) = pair(word);
        match key {
            "truth" => touchpoint.moment_of_truth = Some(yes_no(value)),
            "imp" => touchpoint.importance = Rating::new(value.parse().unwrap()),
            "sat" => touchpoint.satisfaction = Rating::new(value.parse().unwrap()),
            "volume" => touchpoint.monthly_volume = Some(value.parse().unwrap()),
            "channel" => {
                let channel = Channel { name: value.to_owned(), ..Channel::default() };
                self.workspace.channels.insert(id(value), channel.into());
                touchpoint.channel = Some(id(value).into());
            }
            "asked" => touchpoint.asked = Some(self.items(value)),
            "needed" => touchpoint.needed = Some(self.items(value)),
            "produced" => touchpoint.produced = Some(self.items(value)),
            "claimed" => touchpoint.claimed_by = Some(list(value, |name| self.department(name))),
            "systems" => touchpoint.systems = Some(list(value, |name| self.mentioned_system(name))),
            "started" => touchpoint.started_by = Some(Starter::from_word(value).unwrap()),
            "face" => touchpoint.perceived_owner = Some(self.department(value)),
            "duration" => touchpoint.duration = Some(minutes(value)),
            "responsible" => touchpoint.responsible = Some(list(value, |name| self.department(name))),
            "consulted" => touchpoint.consulted = Some(list(value, |name| self.department(name))),
            "informed" => touchpoint.informed = Some(list(value, |name| self.department(name))),
            "fulfils" => touchpoint.fulfils = Some(list(value, |name| self.subject(name))),
            "evidence" => touchpoint.evidence = Some(Evidence::from_word(value).unwrap()),
            "reviewed" => touchpoint.reviewed_on = Some(Date::parse(value).unwrap()),
            "promises" => touchpoint.promises = Some(crate::model::Map::new()),
            "promise" => self.promise(touchpoint, value),
            "standards" => touchpoint.standards = Some(crate::model::Map::new()),
            "lives" => self.lives(touchpoint, value),
            other => panic!("{other}"),
        }
    }

    fn step(&mut self, key: &str, words: &[&str]) {
        let (from, to) = key.split_once('>').unwrap();
        let mut step = Step::default();
        let mut card = None;
        for word in words {
            self.step_field(&mut step, &mut card, word);
        }
        if let Some(card) = &mut card {
            sign(card);
        }
        step.card = card;
        self.journey.steps.insert(StepKey::new(id(from), id(to)), step.into());
    }

    fn step_field(&mut self, step: &mut Step, card: &mut Option<Card>, word: &str) {
        if word == "link" {
            step.link = Some(Link::default());
            return;
        }
        let (key, value) = pair(word);
        match key {
            "share" => {
                step.link = Some(Link { share: Percent::new(value.parse().unwrap()), ..Link::default() });
            }
            "wait" => step.wait = Some(minutes(value)),
            _ => self.card_field(card.get_or_insert_default(), key, value),
        }
    }

    fn card_field(&mut self, card: &mut Card, key: &str, value: &str) {
        let text = || if value == "-" { String::new() } else { value.to_owned() };
        match key {
            "by" => card.answered_by = Some(list(value, |name| self.department(name))),
            "trigger" => card.trigger = Some(text()),
            "passed" => card.passed = Some(self.items(value)),
            "method" => card.method = Some(Method::from_word(value).unwrap()),
            "target" => card.target_wait = Some(minutes(value)),
            "complete" => card.complete_accurate = Percent::new(value.parse().unwrap()),
            "ack" => card.acknowledged = Some(yes_no(value)),
            "fallback" => card.fallback = Some(text()),
            "as" => card.interaction = Some(Interaction::from_word(value).unwrap()),
            "volume" => card.monthly_volume = Some(value.parse().unwrap()),
            "forced" => card.switch_forced = Some(yes_no(value)),
            "from" => card.from_side = Some(side(value)),
            "to" => card.to_side = Some(side(value)),
            other => panic!("{other}"),
        }
    }

    pub(super) fn department(&mut self, name: &str) -> Ref<Department> {
        let key = id(name);
        if !self.workspace.departments.contains_key(&key) {
            let department = Department { name: name.to_owned(), ..Department::default() };
            self.workspace.departments.insert(key, department.into());
            self.workspace.department_order.push(key);
        }
        key.into()
    }

    fn items(&mut self, names: &str) -> Vec<Ref<Item>> {
        list(names, |name| {
            let item = Item { name: name.to_owned(), identity_check: Some(false), ..Item::default() };
            if !self.workspace.items.contains_key(&id(name)) {
                self.workspace.items.insert(id(name), Arc::new(item));
            }
            id(name).into()
        })
    }

    fn mentioned_system(&mut self, name: &str) -> Ref<System> {
        let system = System { name: name.to_owned(), ..System::default() };
        if !self.workspace.systems.contains_key(&id(name)) {
            self.workspace.systems.insert(id(name), Arc::new(system));
        }
        id(name).into()
    }
}

pub(super) fn pair(word: &str) -> (&str, &str) {
    word.split_once('=').unwrap_or_else(|| panic!("no value: {word}"))
}

pub(super) fn list<T>(names: &str, make: impl FnMut(&str) -> T) -> Vec<T> {
    if names == "-" { Vec::new() } else { names.split(',').map(make).collect() }
}

pub(super) fn yes_no(word: &str) -> bool {
    match word {
        "yes" => true,
        "no" => false,
        other => panic!("{other}"),
    }
}

pub(super) fn minutes(text: &str) -> Minutes {
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    Minutes::range(low.parse().unwrap(), high.parse().unwrap()).unwrap()
}

/// What a side says; who agrees agrees to the card as it stands, unless the agreement lapsed.
fn side(word: &str) -> Side {
    let agreed_to = (word == "lapsed").then(|| "other terms".to_owned());
    Side { agrees: Some(word == "lapsed" || yes_no(word)), agreed_to, ..Side::default() }
}

fn sign(card: &mut Card) {
    let terms = card_terms(card);
    for side in [&mut card.from_side, &mut card.to_side].into_iter().flatten() {
        if side.agrees == Some(true) && side.agreed_to.is_none() {
            side.agreed_to = Some(terms.clone());
        }
    }
}
