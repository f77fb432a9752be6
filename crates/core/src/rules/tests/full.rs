//! Journeys of which every field is filled, and can be hidden.

use std::collections::{BTreeSet, HashSet};

use crate::flow::Flow;
use crate::testing::{Random, journey_id, workspace};

/// The last touchpoint.
pub(super) const LAST: &str = "t6";

/// A journey with every field filled; each field can be hidden.
pub(super) struct Full {
    lines: Vec<Line>,
}

struct Line {
    begin: String,
    /// The name of each field, as blanks name it, and its words; `None` where it cannot be hidden.
    fields: Vec<(Option<String>, String)>,
}

const TOUCHPOINTS: usize = 7;
const OWNERS: [&str; 3] = ["x", "y", "z"];
const ITEMS: [&str; 5] = ["-", "i", "k", "i,k", "-"];

impl Full {
    pub fn random(random: &mut Random) -> Self {
        let mut lines = Vec::new();
        for item in ["i", "k"] {
            let words = (*random.pick(&["no", "no", "identity"])).to_owned();
            let fields = vec![(Some(format!("identity_check {item}")), words)];
            lines.push(Line { begin: format!("item {item}"), fields });
        }
        let access = |system: &'static str, random: &mut Random| {
            // Who decides on a system has access to it.
            let decides = *random.pick(&OWNERS);
            let one = |owner: &&str, random: &mut Random| {
                let word = *random.pick(&["read", "none", "request", "write"]);
                let words = format!("{}={owner}", if *owner == decides { "write" } else { word });
                (Some(format!("access {system}/{owner}")), words)
            };
            let mut fields: Vec<(Option<String>, String)> =
                OWNERS.iter().map(|owner| one(owner, random)).collect();
            fields.push((Some(format!("decided_by {system}")), format!("by={decides}")));
            let connected = format!("connected={}", random.pick(&["-", "s", "r"]));
            fields.push((Some(format!("connected_to {system}")), connected));
            Line { begin: format!("system {system}"), fields }
        };
        lines.push(access("s", random));
        lines.push(access("r", random));
        lines.extend(registers(random));
        let rating = format!("sat={}", random.pick(&["2", "3", "4"]));
        lines.push(Line {
            begin: "journey".to_owned(),
            fields: vec![(Some("satisfaction journey".to_owned()), rating)],
        });
        for at in 0..TOUCHPOINTS {
            if at == 0 || random.below(4) == 0 {
                lines.push(Line { begin: format!("phase p{at}"), fields: Vec::new() });
            }
            lines.push(touchpoint(at, random));
        }
        let mut links: BTreeSet<(usize, usize)> = BTreeSet::new();
        for _ in 0..random.below(4) {
            links.insert((random.below(TOUCHPOINTS), random.below(TOUCHPOINTS)));
        }
        links.retain(|(from, to)| from != to);
        lines.extend(links.iter().map(|(from, to)| step(*from, *to, true, random)));
        let mut full = Self { lines };
        let rest = full.steps().difference(&links).copied().collect::<Vec<_>>();
        full.lines.extend(rest.into_iter().map(|(from, to)| step(from, to, false, random)));
        full
    }

    /// The default steps and the handoffs.
    fn steps(&self) -> BTreeSet<(usize, usize)> {
        let text = self.shown(&vec![true; self.fields()]).0;
        let flow = Flow::of(&workspace(&text).journeys[&journey_id()]);
        let steps = flow.steps().iter().map(|step| (step.from, step.to));
        steps.chain(flow.handoffs().iter().map(|handoff| (handoff.from, handoff.to))).collect()
    }

    pub fn fields(&self) -> usize {
        self.lines.iter().flat_map(|line| &line.fields).filter(|(name, _)| name.is_some()).count()
    }

    /// The journey with only these fields, by their positions, and the names of those that are hidden.
    pub fn shown(&self, visible: &[bool]) -> (String, HashSet<String>) {
        let (mut text, mut hidden, mut at) = (String::new(), HashSet::new(), 0);
        for line in &self.lines {
            text += &line.begin;
            for (name, words) in &line.fields {
                text.push(' ');
                let Some(name) = name else {
                    text += words;
                    continue;
                };
                let must_stand =
                    ["owner", "stage", "identity_check"].iter().any(|field| name.starts_with(field));
                if visible[at] {
                    text += words;
                } else {
                    hidden.insert(name.clone());
                    text += if must_stand { "?" } else { "" };
                }
                at += 1;
            }
            text.push('\n');
        }
        (text, hidden)
    }

    pub fn name(&self, position: usize) -> &str {
        let names = self.lines.iter().flat_map(|line| &line.fields).filter_map(|(name, _)| name.as_ref());
        names.into_iter().nth(position).unwrap()
    }
}

/// Measures, goals and what the departments are steered by.
fn registers(random: &mut Random) -> Vec<Line> {
    let line = |begin: String, fields: Vec<(&str, String)>, of: &str| {
        let fields =
            fields.into_iter().map(|(field, words)| (Some(format!("{field} {of}")), words)).collect();
        Line { begin, fields }
    };
    let mut lines = Vec::new();
    for owner in OWNERS {
        let takes = format!("takes={}", random.pick(&["yes", "no"]));
        let measures = format!("measures={}", random.pick(&["-", "m/up", "m/down", "n/up", "m/up,n/down"]));
        let fields = vec![("takes_part", takes), ("measures", measures)];
        lines.push(line(format!("department {owner}"), fields, owner));
    }
    for measure in ["m", "n"] {
        let opposes = format!("opposes={}", random.pick(&["-", "m", "n"]));
        lines.push(line(format!("measure {measure}"), vec![("opposes", opposes)], measure));
    }
    for term in ["u", "v"] {
        let label = |owner: &&str, random: &mut Random| {
            (
                Some(format!("label {term}/{owner}")),
                format!("{owner}={}", random.pick(&["case", "case", "file"])),
            )
        };
        let fields = OWNERS.iter().map(|owner| label(owner, random)).collect();
        lines.push(Line { begin: format!("term {term}"), fields });
    }
    for goal in ["g", "h"] {
        let journeys = format!("journeys={}", random.pick(&["j", "-", "k"]));
        let parts = format!("parts={}", random.pick(&["x", "x,y", "y,z"]));
        lines.push(line(
            format!("goal {goal}"),
            vec![("journeys", journeys), ("contributions", parts)],
            goal,
        ));
    }
    lines
}

fn touchpoint(at: usize, random: &mut Random) -> Line {
    let named = |field: &str, words: String| (Some(format!("{field} t{at}")), words);
    let mut fields = Vec::new();
    if random.below(6) == 0 {
        // The customer alone: that nobody owns it is known.
        fields.push((None, "? customer".to_owned()));
    } else {
        let stage = *random.pick(&["front", "front", "back", "support", "customer"]);
        let (name, owner) = named("owner", (*random.pick(&OWNERS)).to_owned());
        // At a touchpoint of the customer an absent owner says that there is none: it is no blank.
        fields.push((name.filter(|_| stage != "customer"), owner));
        fields.push(named("stage", stage.to_owned()));
        fields.push(named("claimed_by", format!("claimed={}", random.pick(&["-", "x", "y,z"]))));
    }
    fields.push(named("satisfaction", format!("sat={}", 1 + random.below(5))));
    fields.push(named("perceived_owner", format!("face={}", random.pick(&OWNERS))));
    fields.push(named("importance", format!("imp={}", 1 + random.below(5))));
    fields.push(named("moment_of_truth", format!("truth={}", random.pick(&["yes", "no", "no"]))));
    fields.push(named("started_by", format!("started={}", random.pick(&["customer", "organisation"]))));
    let promise = format!("promise=p/s/{}", random.pick(&["60", "60", "90"]));
    fields.push(named("promises", (*random.pick(&["promises=-", promise.as_str()])).to_owned()));
    let lived = format!("lives=l/s/{}", random.pick(&["formal", "formal", "casual"]));
    fields.push(named("standards", (*random.pick(&["standards=-", lived.as_str()])).to_owned()));
    fields.push(named("duration", format!("duration={}", random.pick(&["0", "5", "20..60"]))));
    fields.push(named("fulfils", format!("fulfils={}", random.pick(&["-", "-", "s"]))));
    for told in ["responsible", "consulted", "informed"] {
        fields.push(named(told, format!("{told}={}", random.pick(&["-", "-", "x", "y,z"]))));
    }
    fields.push(named("evidence", format!("evidence={}", random.pick(&["assumed", "observed"]))));
    fields.push(named("reviewed_on", "reviewed=2026-01-01".to_owned()));
    fields.push(named("monthly_volume", format!("volume={}", random.pick(&["7", "900"]))));
    fields.push(named("channel", format!("channel={}", random.pick(&["web", "phone"]))));
    for field in ["asked", "needed", "produced"] {
        fields.push(named(field, format!("{field}={}", random.pick(&ITEMS))));
    }
    fields.push(named("systems", format!("systems={}", random.pick(&["-", "s", "r", "s,r"]))));
    if random.below(9) == 0 {
        fields.push((None, "end".to_owned()));
    }
    Line { begin: format!("t{at}"), fields }
}

fn step(from: usize, to: usize, link: bool, random: &mut Random) -> Line {
    let named = |field: &str, words: String| (Some(format!("{field} t{from}>t{to}")), words);
    let mut fields = Vec::new();
    if link {
        fields.push((None, "link".to_owned()));
    }
    fields.push(named("wait", format!("wait={}", random.pick(&["0", "30", "60", "5000"]))));
    fields.push(named("target_wait", format!("target={}", random.pick(&["30", "120", "6000"]))));
    fields.push(named("answered_by", format!("by={}", random.pick(&["-", "x"]))));
    fields.push(named("trigger", format!("trigger={}", random.pick(&["-", "signed"]))));
    fields.push(named("passed", format!("passed={}", random.pick(&ITEMS))));
    fields.push(named("method", format!("method={}", random.pick(&["none", "email", "warm", "customer"]))));
    fields.push(named("monthly_volume", format!("volume={}", random.pick(&["5", "40"]))));
    fields.push(named("complete_accurate", format!("complete={}", random.pick(&["50", "95"]))));
    fields.push(named("from_side", format!("from={}", random.pick(&["yes", "no", "lapsed"]))));
    fields.push(named("to_side", format!("to={}", random.pick(&["yes", "no"]))));
    fields.push(named("acknowledged", format!("ack={}", random.pick(&["yes", "no"]))));
    fields.push(named("fallback", format!("fallback={}", random.pick(&["-", "call"]))));
    fields.push(named("interaction", format!("as={}", random.pick(&["service", "collaboration"]))));
    fields.push(named("switch_forced", format!("forced={}", random.pick(&["yes", "no"]))));
    Line { begin: format!("t{from}>t{to}"), fields }
}
