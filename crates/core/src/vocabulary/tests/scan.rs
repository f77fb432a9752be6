//! Terms in texts, in many scripts.

use crate::model::{Term, TermLabel, Workspace};
use crate::testing::id;
use crate::vocabulary::{LabelKind, Matcher};

/// A vocabulary: `term: preferred | variant, variant | department=label, department=label`.
fn vocabulary(terms: &[&str]) -> Workspace {
    let mut workspace = Workspace::default();
    for line in terms {
        let (name, rest) = line.split_once(": ").unwrap();
        let parts: Vec<&str> = rest.split('|').map(str::trim).chain(["", ""]).collect();
        let list = |part: &str| part.split(", ").filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let variants: Vec<String> = list(parts[1]);
        let labels: Vec<String> = list(parts[2]);
        let label = |pair: &String| {
            let (department, label) = pair.split_once('=').unwrap();
            let label = TermLabel { label: Some(label.to_owned()), ..TermLabel::default() };
            (id(department), std::sync::Arc::new(label))
        };
        let term = Term {
            concept: name.to_owned(),
            preferred: Some(parts[0].to_owned()).filter(|label| !label.is_empty()),
            variants: Some(variants),
            labels: labels.iter().map(label).collect(),
            ..Term::default()
        };
        workspace.terms.insert(id(name), term.into());
    }
    workspace
}

/// The hits as `found words=term`.
fn found(terms: &[&str], text: &str) -> Vec<String> {
    let hits = Matcher::of(&vocabulary(terms)).scan(text);
    hits.iter().map(|hit| format!("{}={}", &text[hit.range.clone()], hit.term)).collect()
}

#[test]
fn whole_words_whatever_their_case() {
    let terms = ["claim: claim"];
    assert_eq!(
        found(&terms, "The CLAIM, a claim; Claim's (claim)."),
        ["CLAIM=claim", "claim=claim", "Claim=claim", "claim=claim"]
    );
    assert_eq!(found(&terms, "claims reclaim claimant claim1 1claim"), [""; 0]);
    assert_eq!(
        found(&terms, "re-claim claim_number claim/case"),
        ["claim=claim", "claim=claim", "claim=claim"]
    );
    assert_eq!(found(&terms, ""), [""; 0]);
    assert_eq!(found(&[], "claim"), [""; 0]);
}

#[test]
fn the_longest_label_wins_and_hits_do_not_overlap() {
    let terms = ["a: damage report", "b: report", "c: report form", "d: damage"];
    assert_eq!(
        found(&terms, "damage report form, damage, report form"),
        ["damage report=a", "damage=d", "report form=c"]
    );
    assert_eq!(found(&["a: x y z", "b: x y", "c: y"], "x y q x y z"), ["x y=b", "x y z=a"]);
}

#[test]
fn words_of_one_label_stand_together_and_in_one_sentence() {
    let terms = ["a: expert opinion"];
    for joined in
        ["expert opinion", "Expert-Opinion", "expert\u{a0}opinion", "expert\n  opinion", "expert_opinion"]
    {
        assert_eq!(found(&terms, joined).len(), 1, "{joined}");
    }
    for parted in [
        "expert. Opinion",
        "expert, opinion",
        "expert (opinion)",
        "expertopinion",
        "opinion expert",
        "expert",
    ] {
        assert_eq!(found(&terms, parted), [""; 0], "{parted}");
    }
    assert_eq!(found(&["a: No. 5"], "see no. 5, not no 5"), ["no. 5=a"]);
    assert_eq!(found(&["a: Q&A"], "our Q&A and q & a"), ["Q&A=a", "q & a=a"]);
}

#[test]
fn a_variant_may_stand_for_all_forms_of_a_word() {
    let polish = ["client: klient | klient*"];
    assert_eq!(
        found(&polish, "Klienta, klientowi i klientami; klientela."),
        ["Klienta=client", "klientowi=client", "klientami=client", "klientela=client"]
    );
    assert_eq!(found(&polish, "nieklient, superklienta"), [""; 0]);
    let danish = ["case:  | sag, sagen, sager*"];
    assert_eq!(found(&danish, "Sagen og sagerne, sagsbehandler"), ["Sagen=case", "sagerne=case"]);
    let phrase = ["a:  | biuro obsług*"];
    assert_eq!(found(&phrase, "w biurze, Biuro Obsługi Klienta"), ["Biuro Obsługi=a"]);
    assert_eq!(found(&["a:  | *, **, -*"], "any thing"), [""; 0], "a star alone stands for nothing");
}

#[test]
fn accents_and_ways_to_write_them_do_not_count() {
    assert_eq!(
        found(&["a: réclamation"], "RECLAMATION, re\u{301}clamation"),
        ["RECLAMATION=a", "re\u{301}clamation=a"]
    );
    assert_eq!(found(&["a: Größe"], "GRÖSSE gröẞe große"), ["GRÖSSE=a", "gröẞe=a", "große=a"]);
    assert_eq!(found(&["a: żądanie"], "ŻĄDANIE zadanie"), ["ŻĄDANIE=a", "zadanie=a"]);
    assert_eq!(
        found(&["a: sagsbehandling på stedet"], "Sagsbehandling På Stedet"),
        ["Sagsbehandling På Stedet=a"]
    );
}

#[test]
fn no_match_inside_a_german_compound() {
    let terms = ["a: Schaden", "b: Kunde | Kunden"];
    assert_eq!(found(&terms, "Der Schadensbericht, das Kundendienstformular, Sturmschaden"), [""; 0]);
    assert_eq!(found(&terms, "Schaden-Meldung der Kunden"), ["Schaden=a", "Kunden=b"]);
}

#[test]
fn greek_cyrillic_hebrew_and_arabic() {
    assert_eq!(found(&["a: πελάτης"], "ΠΕΛΑΤΗΣ, πελάτης, πελάτησ"), ["ΠΕΛΑΤΗΣ=a", "πελάτης=a", "πελάτησ=a"]);
    assert_eq!(found(&["a: счёт"], "СЧЕТ счётом"), ["СЧЕТ=a"]);
    assert_eq!(found(&["a: לקוח"], "הלקוח או לקוח, \u{202e}לָקוֹחַ\u{202c}"), ["לקוח=a", "לָקוֹחַ=a"]);
    assert_eq!(found(&["a: عميل"], "كل عَمِيل، العميل"), ["عَمِيل=a"]);
}

#[test]
fn in_scripts_without_spaces_a_term_is_found_wherever_its_characters_stand() {
    assert_eq!(found(&["a: 保険"], "火災保険の申請"), ["保険=a"]);
    assert_eq!(found(&["a: 保険", "b: 保険証"], "健康保険証と保険"), ["保険証=b", "保険=a"]);
    assert_eq!(found(&["a: クレーム"], "クレームを受ける"), ["クレーム=a"]);
    assert_eq!(found(&["a: ลูกค้า"], "บริการลูกค้าใหม่").len(), 1);
    assert_eq!(found(&["a: 고객"], "고객 서비스, 고객님"), ["고객=a"], "Korean has spaces");
}

#[test]
fn what_is_not_seen_does_not_hide_a_word() {
    assert_eq!(found(&["a: customer"], "cus\u{ad}tomer \u{200e}customer\u{200f} custo\u{2060}mer").len(), 3);
    let emoji = "👩‍🔧 customer 🧾";
    assert_eq!(found(&["a: customer"], emoji), ["customer=a"]);
}

#[test]
fn a_hit_names_the_label_and_who_uses_it() {
    let workspace = vocabulary(&["t: report | survey, opinion* | x=survey, y=report, z=Survey"]);
    let matcher = Matcher::of(&workspace);
    let hits = matcher.scan("report survey opinions");
    let of = |at: usize| {
        let users: Vec<&str> = hits[at].departments.iter().map(crate::model::Id::as_str).collect();
        (hits[at].label, users)
    };
    assert_eq!(of(0), (LabelKind::Preferred, vec!["y"]));
    assert_eq!(of(1), (LabelKind::Department, vec!["x", "z"]));
    assert_eq!(of(2), (LabelKind::Variant(1), vec![]));
}

#[test]
fn one_label_of_two_terms_is_a_hit_of_both() {
    assert_eq!(found(&["a: case", "b:  | case"], "a case"), ["case=a", "case=b"]);
}

#[test]
fn ranges_stand_on_borders_of_letters_in_any_text() {
    let letters = ('\u{1}'..'\u{3100}').flat_map(|letter| [letter, 'x', letter, ' ']);
    let everything: String = letters.collect();
    let matcher = Matcher::of(&vocabulary(&["a:  | a*, b*, é*, я*, あ, ก*"]));
    let hits = matcher.scan(&everything);
    assert!(hits.len() > 3);
    for hit in hits {
        assert!(everything.get(hit.range.clone()).is_some_and(|found| !found.is_empty()), "{:?}", hit.range);
    }
}

#[test]
fn hostile_lengths_are_no_work() {
    let words = "a ".repeat(10_000);
    let long_label = "a ".repeat(59) + "b";
    let terms = [format!("t: {long_label}"), format!("u: {}", "a".repeat(500_000)), "v: a b".to_owned()];
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    assert_eq!(found(&terms, &words), [""; 0]);
    assert_eq!(found(&["a:  | k*"], &"k".repeat(500_000)).len(), 1);
    assert_eq!(found(&["a: x"], &" .".repeat(250_000)), [""; 0]);
}
