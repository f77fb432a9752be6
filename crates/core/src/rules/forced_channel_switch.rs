//! `forced-channel-switch`: the customer has to change channel at the handoff.
//!
//! Kind customer, a warning at the handoff. Inputs: stage and channel of the felt touchpoints around the
//! handoff (see `felt`), and from the card whether the switch is forced; no thresholds. At branches the
//! worst case: any change counts. Not applicable where nothing is felt on one side, or the case is handed
//! on before the customer feels anything.
//! Source: Matthew Dixon, Karen Freeman and Nicholas Toman, "Stop Trying to Delight Your Customers",
//! Harvard Business Review 2010: having to switch from the web to the phone is a main source of effort.

use crate::model::{Id, IdMap, Practice};

use super::blank::{Blank, BlankField};
use super::card::card_blank;
use super::context::Context;
use super::felt::{Felt, Nearest, Reach, Side, Source, last_of_each_pair};
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "forced-channel-switch",
    kind: RuleKind::Customer,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::CoCreation, Practice::Initiative],
    reads: Inputs::of(&[Input::Stage, Input::Channel, Input::SwitchForced]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let felt = Felt::of(context);
    let keys = channel_keys(context);
    let before = Channels::of(&felt, &keys, Side::Before);
    let after = Channels::of(&felt, &keys, Side::After);
    let mut fired = Vec::new();
    for (handoff, ends) in context.flow.handoffs().iter().enumerate() {
        let possible = (&before.possible[ends.from], &after.possible[ends.to]);
        if possible.0[0].is_none() || possible.1[0].is_none() {
            continue;
        }
        let forced = context.card(handoff).and_then(|card| card.switch_forced);
        let proven = differing(&before.certain[ends.from], &after.certain[ends.to]);
        let could_differ = before.is_wild(ends.from)
            || after.is_wild(ends.to)
            || differing(possible.0, possible.1).is_some();
        match (forced, proven) {
            (Some(true), Some(pair)) => fired.push((pair, handoff, ())),
            (None | Some(true), _) if could_differ => {
                let mut missing = Vec::new();
                if proven.is_none() {
                    missing.extend(after.blanks(ends.to));
                    missing.extend(before.blanks(ends.from));
                }
                if forced.is_none() {
                    missing.push(card_blank(context, handoff, BlankField::SwitchForced));
                }
                findings.not_assessed_at_handoff(context, handoff, Severity::Warning, missing);
            }
            _ => findings.clear(),
        }
    }
    for ((from, to), handoff, ()) in last_of_each_pair(context, fired) {
        findings.fires_at_handoff(context, handoff, Severity::Warning, compared(context, from, to));
    }
}

fn compared(context: &Context<'_>, from: usize, to: usize) -> Vec<NamedValue> {
    let channel = |node| {
        context.touchpoint(node).channel.map_or(Value::Nothing, |channel| Value::Channel(channel.id()))
    };
    let touchpoint = |node: usize| Value::Touchpoint(context.flow.nodes()[node].id);
    vec![
        NamedValue::new("before", channel(from)),
        NamedValue::new("after", channel(to)),
        NamedValue::new("felt_before", touchpoint(from)),
        NamedValue::new("felt_after", touchpoint(to)),
    ]
}

/// The first pair of felt touchpoints with different channels.
fn differing(before: &[Option<Source>; 2], after: &[Option<Source>; 2]) -> Option<(usize, usize)> {
    let pairs = before.iter().flatten().flat_map(|from| after.iter().flatten().map(move |to| (from, to)));
    let mut pairs = pairs.filter(|(from, to)| from.key != to.key && from.key != UNKNOWN && to.key != UNKNOWN);
    pairs.next().map(|(from, to)| (from.node(), to.node()))
}

/// The key of a channel that nobody has named.
const UNKNOWN: u32 = u32::MAX;

/// A number for the channel of each node.
fn channel_keys(context: &Context<'_>) -> Vec<u32> {
    let mut keys: IdMap<u32> = IdMap::default();
    let mut key_of = |channel: Id| {
        let next = u32::try_from(keys.len()).unwrap_or(UNKNOWN);
        *keys.entry(channel).or_insert(next)
    };
    let channels = context.touchpoints.iter().map(|touchpoint| touchpoint.channel);
    channels.map(|channel| channel.map_or(UNKNOWN, |channel| key_of(channel.id()))).collect()
}

/// The channels felt on one side of each handoff.
struct Channels<'f, 'c, 'a> {
    felt: &'f Felt<'c, 'a>,
    side: Side,
    certain: Nearest,
    possible: Nearest,
    // Touchpoints at which any channel could be felt, and those with any blank.
    wild: Nearest,
    blank: Nearest,
}

impl<'f, 'c, 'a> Channels<'f, 'c, 'a> {
    fn of(felt: &'f Felt<'c, 'a>, keys: &'f [u32], side: Side) -> Self {
        let known = |node: &usize| keys[*node] != UNKNOWN;
        let sources = |nodes: Vec<usize>| {
            nodes.into_iter().map(|node| Source::new(node, keys[node])).collect::<Vec<_>>()
        };
        let possible = felt.sources(side, Reach::Possible);
        let mut certain = felt.sources(side, Reach::Certain);
        certain.retain(known);
        let beyond_open_owner =
            |node: &usize| side == Side::After && felt.has_open_owner(*node) && !felt.is_felt(*node);
        let mut wild = possible.clone();
        wild.retain(|node| !known(node) || beyond_open_owner(node));
        let is_blank = |node: &usize| felt.has_blanks(side, *node, known(node));
        let mut blank = possible.clone();
        blank.retain(is_blank);
        let nearest = |reach, nodes| felt.nearest(side, reach, &sources(nodes));
        Self {
            felt,
            side,
            certain: nearest(Reach::Certain, certain),
            possible: nearest(Reach::Possible, possible),
            wild: nearest(Reach::Possible, wild),
            blank: nearest(Reach::Possible, blank),
        }
    }

    /// Whether some filling of the blanks makes any channel felt here.
    fn is_wild(&self, node: usize) -> bool {
        self.wild[node][0].is_some()
    }

    fn blanks(&self, node: usize) -> Vec<Blank> {
        let at = |source: Source| {
            self.felt.blanks(self.side, source.node(), BlankField::Channel, source.key != UNKNOWN)
        };
        self.blank[node][0].map_or_else(Vec::new, at)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(map: &str) -> Vec<String> {
        answers("forced-channel-switch", map)
    }

    #[test]
    fn fires_where_channels_differ_and_the_switch_is_forced() {
        let map = "a x front channel=web\n b y front channel=phone\n a>b forced=yes";
        let fires = ["a>b warning before=web after=phone felt_before=a felt_after=b"];
        assert_eq!(of(map), fires);
        assert_eq!(
            of(&map.replace("phone\n", "phone truth\n")),
            ["a>b error before=web after=phone felt_before=a felt_after=b"]
        );
        assert_eq!(of(&map.replace("yes", "no")), ["clear 1"]);
        assert_eq!(of(&map.replace("phone", "web")), ["clear 1"]);
    }

    #[test]
    fn blanks_leave_it_open_unless_something_known_decides() {
        let of = |before: &str, after: &str, step: &str| {
            of(&format!("a x front {before}\n b y front {after}\n a>b {step}"))
        };
        assert_eq!(of("channel=web", "channel=phone", ""), ["a>b ? switch_forced a>b"]);
        assert_eq!(of("channel=web", "channel=phone", "by=x"), ["a>b ? switch_forced a>b"]);
        assert_eq!(of("channel=web", "", "forced=yes"), ["a>b ? channel b"]);
        assert_eq!(of("", "", ""), ["a>b ? channel b, channel a, switch_forced a>b"]);
        assert_eq!(of("", "", "forced=no"), ["clear 1"]);
        assert_eq!(of("channel=web", "channel=web", ""), ["clear 1"]);
    }

    #[test]
    fn a_missing_stage_leaves_it_open_where_another_channel_is_there() {
        let map = "a x front channel=web\n b x ? channel=phone\n c y front channel=web\n b>c forced=yes";
        assert_eq!(of(map), ["b>c ? stage b"]);
        assert_eq!(of(&map.replace("phone", "web")), ["clear 1"]);
    }

    #[test]
    fn not_applicable_where_nothing_is_felt() {
        assert!(of("a x back channel=web\n b y front channel=phone\n a>b forced=yes").is_empty());
        assert!(of("a x front channel=web\n b y support\n a>b forced=yes").is_empty());
    }

    #[test]
    fn any_change_at_a_branch_counts() {
        let map =
            "a x front channel=web\n b x back\n c y back\n d y front channel=web\n e y front channel=phone
            c>d link\n c>e link\n b>c forced=yes";
        assert_eq!(of(map), ["b>c warning before=web after=phone felt_before=a felt_after=e"]);
    }
}
