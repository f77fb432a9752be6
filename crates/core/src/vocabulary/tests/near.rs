//! Names that may mean the same.

use std::sync::Arc;

use crate::model::{Department, EntityKind, Item, Workspace};
use crate::testing::id;
use crate::vocabulary::{Reason, near};

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::default();
    for (at, name) in names.iter().enumerate() {
        let key = id(&format!("d{at:05}"));
        let department = Department { name: (*name).to_owned(), ..Department::default() };
        workspace.departments.insert(key, Arc::new(department));
        workspace.department_order.push(key);
    }
    workspace
}

fn pairs(names: &[&str]) -> Vec<(usize, usize, Reason)> {
    let position = |id: crate::model::Id| id.as_str()[1..].parse().unwrap();
    let found = near(&workspace(names), EntityKind::Department);
    found.into_iter().map(|(one, other, reason)| (position(one), position(other), reason)).collect()
}

fn why(one: &str, other: &str) -> Option<Reason> {
    let forth = pairs(&[one, other]).first().map(|pair| pair.2);
    let back = pairs(&[other, one]).first().map(|pair| pair.2);
    assert_eq!(forth, back, "{one} and {other}, from either side");
    forth
}

#[test]
fn what_may_mean_the_same_is_proposed_with_its_reason() {
    let table = [
        ("Customer service", "customer  SERVICE", Reason::Writing),
        ("Customer service", "Customer-Service", Reason::Writing),
        ("Customer service", "Customerservice", Reason::Writing),
        ("E-mail", "Email", Reason::Writing),
        ("Réclamations", "Reclamations", Reason::Writing),
        ("Obsługa Klienta", "Obsluga klienta", Reason::Writing),
        ("Team 1", "Team1", Reason::Writing),
        ("Legal & Risk", "Legal and Risk", Reason::And),
        ("Recht & Risiko", "Recht und Risiko", Reason::And),
        ("Salg og Service", "Salg & Service", Reason::And),
        ("Customer service", "Customer services", Reason::Plural),
        ("Customer's service", "Customer service", Reason::Plural),
        ("Policy number", "Policies number", Reason::Plural),
        ("Address", "Addresses", Reason::Plural),
        ("Service, customer", "Customer service", Reason::Order),
        ("Claims & Payments", "Payments and Claims", Reason::Order),
        ("Customer service", "Custmer service", Reason::Typo),
        ("Customer service", "Cusotmer service", Reason::Typo),
        ("Customer service", "Customer servcie", Reason::Typo),
        ("Customer service", "Custmer services", Reason::Typo),
        ("Underwriting", "Undrewritting", Reason::Typo),
        ("Assessment", "Asessment", Reason::Typo),
        ("Region 2 billing", "Region 2 biling", Reason::Typo),
    ];
    for (one, other, reason) in table {
        assert_eq!(why(one, other), Some(reason), "{one} / {other}");
    }
}

#[test]
fn what_is_meant_to_differ_is_not_proposed() {
    let table = [
        ("Team 1", "Team 2"),
        ("Team 1", "Team 11"),
        ("Team 1 2", "Team 12"),
        ("Plan A", "Plan B"),
        ("Plan A", "Plan"),
        ("Phase I", "Phase II"),
        ("Phase IV", "Phase VI"),
        ("Region EU", "Region US"),
        ("Branch NY", "Branch NJ"),
        ("Q1 report", "Q2 report"),
        ("Claims 2025", "Claims 2026"),
        ("B2B sales", "B2C sales"),
        ("IT support", "HR support"),
        ("C++ team", "C# team"),
        ("Team 🐙", "Team 🦊"),
        ("Sales", "Salt"),
        ("Post", "Cost"),
        ("Billing", "Filling"),
        ("Contact", "Contract"),
        ("Quality control", "Quantity control"),
        ("Onboarding", "Offboarding"),
        ("Internal sales", "External sales"),
        ("Import", "Export"),
        ("Presales team", "Postsales team"),
        ("Claims", "Claims and payments"),
        ("Customer service", "Customer success"),
        ("Front office", "Back office"),
        ("North", "South"),
        ("保険", "保健"),
        ("", ""),
        ("—", "–"),
        ("?", "!"),
    ];
    for (one, other) in table {
        assert_eq!(why(one, other), None, "{one} / {other}");
    }
}

#[test]
fn of_many_alike_each_is_paired_with_the_first() {
    let found = pairs(&["Claims", "CLAIMS", "Billing", "claims ", "Biling"]);
    assert_eq!(found, [(0, 1, Reason::Writing), (0, 3, Reason::Writing), (2, 4, Reason::Typo)]);
}

#[test]
fn any_register_with_names_can_be_looked_at() {
    let mut workspace = Workspace::default();
    for (key, name) in [("a", "Policy number"), ("b", "Policy numbers")] {
        workspace.items.insert(id(key), Item { name: name.to_owned(), ..Item::default() }.into());
    }
    assert_eq!(near(&workspace, EntityKind::Item), [(id("a"), id("b"), Reason::Plural)]);
    assert_eq!(near(&workspace, EntityKind::Department), []);
}

#[test]
fn in_a_large_register_only_what_is_alike_is_found() {
    let words = [
        "claims", "billing", "sales", "repair", "legal", "finance", "support", "training", "audit", "travel",
    ];
    let mut names: Vec<String> = Vec::new();
    for at in 0..1_000 {
        names.push(format!("{} {} {at}", words[at % 10], words[at / 10 % 10]));
    }
    names.push("Compliance office".to_owned());
    names.push("Complaince office".to_owned());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(pairs(&names), [(1_000, 1_001, Reason::Typo)]);
}

#[test]
fn hostile_registers_are_no_work() {
    let same = vec!["New department"; 1_000];
    assert_eq!(pairs(&same).len(), 999);
    let long = "x".repeat(200_000);
    let words = "word ".repeat(20_000);
    assert_eq!(pairs(&[&long, &words, &long]), [(0, 2, Reason::Writing)]);
    let close: Vec<String> = (0..500)
        .map(|at: u32| {
            let letter = |place: u32| char::from(b'a' + u8::try_from(at / 12_u32.pow(place) % 12).unwrap());
            format!("commons{}{}{}", letter(0), letter(1), letter(2))
        })
        .collect();
    let close: Vec<&str> = close.iter().map(String::as_str).collect();
    assert!(pairs(&close).len() < 500 * 50);
}
