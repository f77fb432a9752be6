//! Flags in words: what the rule is called, why it fired, what mends it.

use crosslane_core::model::{EntityKind, Id, Journey, StepKey, Workspace};
use crosslane_core::rules::{Badge, Flag, Place, Subject, Value, rule};

use crate::en::labels as en_labels;
use crate::en::rules::{self, RuleWords, Sentence};
use crate::en::values as en_values;
use crate::labels::Label;
use crate::template::{self, Filling};
use crate::{field, name, values};

fn words(rule: &str) -> Option<&'static RuleWords> {
    rules::all().find(|words| words.rule == rule)
}

/// The title of a rule, such as `Customer asked twice`; its name where it has no words.
pub fn title(rule: &'static str) -> &'static str {
    words(rule).map_or(rule, |words| words.title)
}

/// What a rule looks for, in a sentence.
pub fn about(rule: &str) -> &'static str {
    words(rule).map_or("", |words| words.about)
}

/// The practices that mend what a rule finds, the best first.
pub fn practices(rule_id: &str) -> Vec<&'static str> {
    let practices = rule(rule_id).map_or(&[][..], |rule| rule.practices);
    practices.iter().map(|practice| practice.label()).collect()
}

/// Why a flag fired, in a sentence with the names and the values compared.
pub fn why(workspace: &Workspace, flag: &Flag) -> String {
    let sentences = words(flag.rule).map_or(&[][..], |words| words.why);
    said(workspace, flag, sentences).unwrap_or_else(|| title(flag.rule).to_owned())
}

/// What mends a flag, in a sentence.
pub fn mend(workspace: &Workspace, flag: &Flag) -> String {
    let sentences = words(flag.rule).map_or(&[][..], |words| words.mend);
    said(workspace, flag, sentences).unwrap_or_default()
}

/// What the rules about flags say of it, in a sentence each.
pub fn badges(workspace: &Workspace, flag: &Flag) -> Vec<String> {
    let in_words = |badge: &Badge| {
        let about = Flag { rule: badge.rule, values: badge.values.clone(), ..flag.clone() };
        why(workspace, &about)
    };
    flag.badges.iter().map(in_words).collect()
}

/// The first sentence that fits and whose gaps can all be filled.
fn said(workspace: &Workspace, flag: &Flag, sentences: &[Sentence]) -> Option<String> {
    let facts = Facts::of(workspace, flag);
    let fits = |when: Option<(&str, &str)>| {
        when.is_none_or(|(name, text)| facts.value(name).is_some_and(|value| value.text() == text))
    };
    sentences
        .iter()
        .filter(|sentence| fits(sentence.when))
        .find_map(|sentence| template::fill(sentence.text, &|gap| facts.gap(gap)))
}

/// The values compared: a label and the value in words, in the rule's order.
pub fn compared(workspace: &Workspace, flag: &Flag) -> Vec<(String, String)> {
    let facts = Facts::of(workspace, flag);
    let of = |named: &crosslane_core::rules::NamedValue| {
        (value_label(flag.rule, named.name), facts.shown(&named.value, false).text)
    };
    flag.values.iter().map(of).collect()
}

/// The label of a compared value; its name in the rule where it has none.
pub fn value_label(rule: &str, name: &'static str) -> String {
    let labels = words(rule).map_or(&[][..], |words| words.values);
    let label = labels.iter().find(|(known, _)| *known == name).map_or(name, |(_, label)| *label);
    field::capitalised(label)
}

/// Where a flag stands, such as `“Call” → “Assess the damage”` or `phase “Claim”`.
pub fn place(workspace: &Workspace, journey: Option<Id>, place: Place) -> String {
    let journey_id = journey;
    let journey = journey.and_then(|id| workspace.journeys.get(&id)).map(AsRef::as_ref);
    let shown = |kind, id| name::shown(workspace, journey, kind, id);
    match place {
        Place::Journey => journey_id.map_or(String::new(), |id| shown(EntityKind::Journey, id)),
        Place::Phase(id) => shown(EntityKind::Phase, id),
        Place::Touchpoint(id) => shown(EntityKind::Touchpoint, id),
        Place::Handoff(key) => {
            [shown(EntityKind::Touchpoint, key.from), shown(EntityKind::Touchpoint, key.to)].join(" → ")
        }
        Place::Department(id) => shown(EntityKind::Department, id),
        Place::Pair(one, other) => {
            values::list(&[shown(EntityKind::Department, one), shown(EntityKind::Department, other)])
        }
        Place::Subject(id) => shown(EntityKind::Subject, id),
        Place::Term(id) => shown(EntityKind::Term, id),
    }
}

/// What can stand in the gaps of a sentence about a flag.
struct Facts<'a> {
    workspace: &'a Workspace,
    journey: Option<&'a Journey>,
    flag: &'a Flag,
}

impl<'a> Facts<'a> {
    fn of(workspace: &'a Workspace, flag: &'a Flag) -> Self {
        let journey = flag.journey.and_then(|id| workspace.journeys.get(&id)).map(AsRef::as_ref);
        Self { workspace, journey, flag }
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.flag.values.iter().find(|named| named.name == name).map(|named| &named.value)
    }

    fn gap(&self, gap: &str) -> Option<Filling> {
        let (name, arrows) = match gap.strip_suffix('>') {
            Some(name) => (name, true),
            None => (gap, false),
        };
        match self.value(name) {
            Some(value) => Some(self.shown(value, arrows)),
            None => self.of_place(name).map(Filling::one),
        }
    }

    fn of_place(&self, gap: &str) -> Option<String> {
        let handoff: Option<StepKey> = match self.flag.place {
            Place::Handoff(key) => Some(key),
            _ => self.flag.blames,
        };
        match (gap, self.flag.place) {
            ("touchpoint", Place::Touchpoint(id)) => Some(self.name(EntityKind::Touchpoint, id)),
            ("owner", Place::Touchpoint(id)) => self.owner(id),
            ("phase", Place::Phase(id)) => Some(self.name(EntityKind::Phase, id)),
            ("department", Place::Department(id))
            | ("one", Place::Pair(id, _))
            | ("other", Place::Pair(_, id)) => Some(self.name(EntityKind::Department, id)),
            ("term", Place::Term(id)) => Some(self.name(EntityKind::Term, id)),
            ("subject", Place::Subject(id)) => Some(self.name(EntityKind::Subject, id)),
            ("from", _) => handoff.map(|key| self.name(EntityKind::Touchpoint, key.from)),
            ("to", _) => handoff.map(|key| self.name(EntityKind::Touchpoint, key.to)),
            ("from_department", _) => handoff.and_then(|key| self.owner(key.from)),
            ("to_department", _) => handoff.and_then(|key| self.owner(key.to)),
            ("subject", _) => self.subject(),
            _ => None,
        }
    }

    fn subject(&self) -> Option<String> {
        let (kind, id) = match self.flag.subject {
            Subject::None => return None,
            Subject::Promise(id) => return self.promise(id),
            Subject::Item(id) => (EntityKind::Item, id),
            Subject::Department(id) => (EntityKind::Department, id),
            Subject::System(id) => (EntityKind::System, id),
            Subject::Measure(id) => (EntityKind::Measure, id),
        };
        Some(self.name(kind, id))
    }

    /// What a promise is about, or what was promised.
    fn promise(&self, id: Id) -> Option<String> {
        let Place::Touchpoint(touchpoint) = self.flag.place else { return None };
        let promises = self.journey?.touchpoints.get(&touchpoint)?.promises.as_ref()?;
        let promise = promises.get(&id)?;
        let subject = promise.subject.map(|subject| self.name(EntityKind::Subject, subject.id()));
        subject.or_else(|| promise.value.as_deref().map(name::quoted))
    }

    fn owner(&self, touchpoint: Id) -> Option<String> {
        let owner = self.journey?.touchpoints.get(&touchpoint)?.owner?;
        Some(self.name(EntityKind::Department, owner.id()))
    }

    fn name(&self, kind: EntityKind, id: Id) -> String {
        name::shown(self.workspace, self.journey, kind, id)
    }

    /// A compared value in words; several in a list, or joined by arrows where their order says something.
    fn shown(&self, value: &Value, arrows: bool) -> Filling {
        let several = |kind, ids: &[Id]| {
            let names: Vec<String> = ids.iter().map(|id| self.name(kind, *id)).collect();
            let text = if arrows { names.join(" → ") } else { values::list(&names) };
            Filling { text, many: ids.len() as u64 }
        };
        let text = match value {
            Value::Rating(rating) => values::rating(*rating),
            Value::Minutes(minutes) => values::minutes(*minutes),
            Value::Percent(percent) => values::percent(*percent),
            Value::Count(count) => return Filling { text: values::number(*count), many: *count },
            Value::YesNo(yes) => values::yes_no(*yes).to_owned(),
            Value::Method(method) => en_labels::method(*method).to_owned(),
            Value::Department(id) => self.name(EntityKind::Department, *id),
            Value::Touchpoint(id) => self.name(EntityKind::Touchpoint, *id),
            Value::Channel(id) => self.name(EntityKind::Channel, *id),
            Value::System(id) => self.name(EntityKind::System, *id),
            Value::Item(id) => self.name(EntityKind::Item, *id),
            Value::Departments(ids) => return several(EntityKind::Department, ids),
            Value::Touchpoints(ids) => return several(EntityKind::Touchpoint, ids),
            Value::CardFields(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|field| en_labels::card_field(*field).to_owned()).collect();
                return Filling { text: values::list(&fields), many: fields.len() as u64 };
            }
            Value::Measure(id) => self.name(EntityKind::Measure, *id),
            Value::Term(id) => self.name(EntityKind::Term, *id),
            Value::Initiative(id) => self.name(EntityKind::Initiative, *id),
            Value::Access(access) => en_labels::access(*access).to_owned(),
            Value::Systems(ids) => return several(EntityKind::System, ids),
            Value::Starter(starter) => en_labels::starter(*starter).to_owned(),
            Value::Direction(direction) => en_labels::direction(*direction).to_owned(),
            Value::Text(text) => name::quoted(text),
            Value::Nothing => en_values::NOTHING.to_owned(),
        };
        Filling::one(text)
    }
}
