//! The people of a diagram: which of them are the customer, a department or a system.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::diagram::Diagram;
use super::person_words::{
    ANY_CUSTOMER, CUSTOMER_ENDINGS, CUSTOMERS, DEPARTMENTS, MACHINE_KINDS, MACHINES, SYSTEM_ENDINGS, SYSTEMS,
};
use super::text::one_line;
use crate::format::fold::{fold, listed};
use crate::format::ids::key;
use crate::model::Workspace;

/// What a person of a diagram stands for.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum PersonKind {
    /// The customer whose journey it is.
    #[default]
    Customer,
    /// A department, which can own touchpoints.
    Department,
    /// A system that is used.
    System,
}

/// A person of a diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name as it first stands in the diagram.
    pub name: String,
    /// What it is taken for.
    pub kind: PersonKind,
    /// In how many tasks it takes part.
    pub tasks: usize,
}

/// The people of a diagram in the order of the tasks, each once, with a proposal of what they are: what the
/// workspace knows by that name, else what the name says. A person may choose otherwise.
pub fn people(diagram: &Diagram, workspace: &Workspace) -> Vec<Person> {
    let known = known(workspace);
    let mut people: Vec<Person> = Vec::new();
    // Where in the list a name stands: as it is written, of which there are few, and as it is compared.
    let mut written: HashMap<&str, Option<usize>> = HashMap::new();
    let mut compared: HashMap<String, usize> = HashMap::new();
    // The last task each was counted for.
    let mut last: Vec<Option<usize>> = Vec::new();
    for (task, (_, of_task)) in diagram.tasks().enumerate() {
        for name in &of_task.people {
            let at = *written.entry(name).or_insert_with(|| {
                let name = one_line(name);
                let of = key(&name);
                let place = || {
                    let kind = known.get(&of).copied().unwrap_or_else(|| proposed(&name));
                    people.push(Person { name, kind, tasks: 0 });
                    last.push(None);
                    people.len() - 1
                };
                if of.is_empty() { None } else { Some(*compared.entry(of.clone()).or_insert_with(place)) }
            });
            if let Some(at) = at.filter(|at| last[*at] != Some(task)) {
                last[at] = Some(task);
                people[at].tasks += 1;
            }
        }
    }
    people
}

/// Names that the workspace has in a register.
fn known(workspace: &Workspace) -> HashMap<String, PersonKind> {
    let mut known = HashMap::new();
    known.extend(workspace.personas.values().map(|persona| (key(&persona.name), PersonKind::Customer)));
    known.extend(workspace.systems.values().map(|system| (key(&system.name), PersonKind::System)));
    known.extend(
        workspace.departments.values().map(|department| (key(&department.name), PersonKind::Department)),
    );
    known
}

/// What a name says of itself. The last word counts most: a support bot is a system, a customer service
/// is a department, a new customer is a customer. What says nothing is a department.
pub fn proposed(name: &str) -> PersonKind {
    let words = words(name);
    let last = words.last().map_or("", String::as_str);
    let is = |list: &str, word: &str| is_one_of(list, word);
    let any = |list: &str| words.iter().any(|word| is_one_of(list, word));
    let is_machine =
        is(MACHINES, last) && words.iter().any(|word| is(SYSTEMS, word) || is(MACHINE_KINDS, word));
    if is(SYSTEMS, last) || ends_in(SYSTEM_ENDINGS, last) || is_machine {
        PersonKind::System
    } else if any(DEPARTMENTS) {
        PersonKind::Department
    } else if is(CUSTOMERS, last)
        || ends_in(CUSTOMER_ENDINGS, last)
        || words.first().is_some_and(|first| is(CUSTOMERS, first))
    {
        PersonKind::Customer
    } else if any(SYSTEMS) {
        PersonKind::System
    } else {
        PersonKind::Department
    }
}

/// Whether a name means any customer, so that it is no persona.
pub(crate) fn is_any_customer(name: &str) -> bool {
    matches!(words(name).as_slice(), [word] if is_one_of(ANY_CUSTOMER, word))
}

/// The words of a name in small letters without accents: without what stands in brackets, and without
/// numbers and single letters that count (`User 2`, `Customer A`).
fn words(name: &str) -> Vec<String> {
    let folded = fold(&humps_apart(without_brackets(name)));
    let mut words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(base)
        .filter(|word| !word.is_empty())
        .collect();
    while words.len() > 1 && words.last().is_some_and(|word| counts(word)) {
        words.pop();
    }
    words
}

fn without_brackets(name: &str) -> &str {
    let outside = name.split(['(', '[']).next().unwrap_or(name);
    if outside.trim().is_empty() { name } else { outside }
}

/// `supportBot` is two words.
fn humps_apart(name: &str) -> String {
    let mut apart = String::with_capacity(name.len());
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            apart.push(' ');
        }
        apart.push(c);
        before = c;
    }
    apart
}

/// A word without its possessive: `customer's`.
fn base(word: &str) -> String {
    word.strip_suffix("'s").unwrap_or(word).trim_matches('\'').to_owned()
}

fn counts(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit()) || word.len() == 1 && !is_one_of(CUSTOMERS, word)
}

/// Whether a list has the word, or the word without its plural s.
fn is_one_of(list: &str, word: &str) -> bool {
    let singular = || word.strip_suffix('s').filter(|singular| singular.len() > 2);
    listed(list, word) || singular().is_some_and(|singular| listed(list, singular))
}

fn ends_in(endings: &str, word: &str) -> bool {
    !word.is_ascii() && endings.split('|').any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_propose_what_people_are() {
        for (kind, names) in [
            (
                PersonKind::Customer,
                "Customer|customers|Me|User 2|Customer A|New customer|Returning Users|the patient|Traveller|\
                 Citizen (online)|Business Client|Kunde|Neukunde, Kundin|Kundinnen|Cliente nuevo|\u{c9}tudiante|\
                 Klient|\u{5ba2}\u{6237}|\u{65b0}\u{5ba2}\u{6237}|\u{41a}\u{43b}\u{438}\u{435}\u{43d}\u{442}|I",
            ),
            (
                PersonKind::Department,
                "Customer Service|Customer support|Customer Success Manager|Service client|Servicio al cliente|User research|\
                 Sales|Hotline|Billing|Cat|Kundenservice|System administrator|Patient Care|Member Services|\
                 \u{5ba2}\u{670d}\u{90e8}|IT|A|2|Meg|Yournalist|Trains",
            ),
            (
                PersonKind::System,
                "System|the systems|Mobile App|API|Payment API v2|Support Bot|supportBot|Customer portal|Web Server|Website|\
                 CRM|SAP S4|AI assistant|Voice Agent|Web service|Chatbot (Anna)|\u{7cfb}\u{7edf}",
            ),
        ] {
            for name in names.split('|') {
                assert_eq!(proposed(name.trim()), kind, "{name}");
            }
        }
    }

    #[test]
    fn any_customer_is_no_persona() {
        assert!(["Me", "Customers", "Kunde", "Customer 1"].iter().all(|name| is_any_customer(name)));
        assert!(["Patient", "New customer", "User"].iter().all(|name| !is_any_customer(name)));
    }
}
