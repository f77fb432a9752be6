//! The answers of all rules over one journey, kept rule by rule, so that those of a rule that need not be
//! asked again are shared with the version before.

use std::ops::Index;
use std::sync::Arc;

use super::findings::{Findings, NotAssessed};
use super::flag::Flag;
use super::registry::RuleKind;

/// The answers of the rules, in the order of the registry.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The flags, in the order of rules and places.
    pub flags: Flags,
    /// The open checks, in the order of rules and places.
    pub not_assessed: OpenChecks,
}

/// The flags of all rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Flags(Arc<[Arc<Findings>]>);

/// The open checks of all rules.
#[derive(Clone, Debug)]
pub struct OpenChecks(Arc<[Arc<Findings>]>);

/// Which flag it is: the position of its rule in the registry, and its own among those of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlagAt {
    rule: u32,
    at: u32,
}

impl FlagAt {
    /// The flag in this position of the rule in that one.
    pub fn new(rule: u32, at: u32) -> Self {
        Self { rule, at }
    }
}

impl Answers {
    /// The answers of these rules.
    pub fn new(of_rules: Vec<Arc<Findings>>) -> Self {
        let of_rules: Arc<[Arc<Findings>]> = of_rules.into();
        Self { flags: Flags(of_rules.clone()), not_assessed: OpenChecks(of_rules) }
    }

    /// The answers of each rule.
    pub fn of_rules(&self) -> &[Arc<Findings>] {
        &self.flags.0
    }

    /// Checks that found nothing wrong.
    pub fn clear(&self) -> usize {
        self.of_rules().iter().map(|rule| rule.clear).sum()
    }

    /// Checks that fired.
    pub fn fired(&self) -> usize {
        self.of_rules().iter().map(|rule| rule.fired).sum()
    }

    /// Answered checks as a share of all that apply, 0 to 1; `None` where none applies. What is asked about
    /// flags is no check.
    pub fn assessed(&self) -> Option<f64> {
        let answered = self.clear() + self.fired();
        let checks = self.of_rules().iter().filter(|rule| rule.rule().kind != RuleKind::Meta);
        let all = answered + checks.map(|rule| rule.not_assessed.len()).sum::<usize>();
        // Counts of checks are far below 2^52.
        #[allow(clippy::cast_precision_loss)]
        (all > 0).then(|| answered as f64 / all as f64)
    }
}

impl Flags {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Flag> + Clone {
        self.0.iter().flat_map(|rule| &rule.flags)
    }

    /// The flag of this name, where there is one.
    pub fn get(&self, flag: FlagAt) -> Option<&Flag> {
        self.0.get(flag.rule as usize)?.flags.get(flag.at as usize)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|rule| rule.flags.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, each with what names it.
    pub fn with_places(&self) -> impl Iterator<Item = (FlagAt, &Flag)> {
        (0..).zip(self.0.iter()).flat_map(|(rule, findings)| {
            (0..).zip(&findings.flags).map(move |(at, flag)| (FlagAt::new(rule, at), flag))
        })
    }
}

impl Index<FlagAt> for Flags {
    type Output = Flag;
    fn index(&self, flag: FlagAt) -> &Flag {
        &self.0[flag.rule as usize].flags[flag.at as usize]
    }
}

impl OpenChecks {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &NotAssessed> + Clone {
        self.0.iter().flat_map(|rule| &rule.not_assessed)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|rule| rule.not_assessed.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl PartialEq for OpenChecks {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.iter().eq(other.iter())
    }
}

impl<'a> IntoIterator for &'a Flags {
    type Item = &'a Flag;
    type IntoIter = Box<dyn Iterator<Item = &'a Flag> + 'a>;
    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<'a> IntoIterator for &'a OpenChecks {
    type Item = &'a NotAssessed;
    type IntoIter = Box<dyn Iterator<Item = &'a NotAssessed> + 'a>;
    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}
