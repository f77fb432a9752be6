//! The journey that all subjects open.

use std::fmt::Write;

/// Who takes part; the customer first, as in most diagrams that people write.
const PEOPLE: [&str; 6] = ["Customer", "Sales", "Service", "Finance", "Dispatch", "Workshop"];

/// A journey of so many touchpoints as a Mermaid diagram: ten to a phase, one to three people to each.
pub fn journey(touchpoints: usize) -> String {
    let mut text = String::from("journey\n  title From order to repair\n");
    for number in 0..touchpoints {
        if number % 10 == 0 {
            let _ = writeln!(text, "  section Phase {}", number / 10 + 1);
        }
        let people: Vec<&str> =
            (0..=number % 3).map(|other| PEOPLE[(number * 5 + other * 2) % PEOPLE.len()]).collect();
        let _ =
            writeln!(text, "    Touchpoint {}: {}: {}", number + 1, 1 + number * 3 % 5, people.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::journey;

    #[test]
    fn every_touchpoint_and_every_tenth_phase_is_there() {
        let text = journey(1_000);
        assert_eq!(text.lines().filter(|line| line.starts_with("    Touchpoint ")).count(), 1_000);
        assert_eq!(text.lines().filter(|line| line.starts_with("  section ")).count(), 100);
        assert!(text.contains("    Touchpoint 3: 2: Dispatch, Customer, Service\n"), "{text}");
    }
}
