//! Which departments a path has been with, and how they let go of it.

use crate::flow::{Handoff, Join, LaneStep};
use crate::model::{Id, Interaction, Stage};
use crate::rules::context::Context;
use crate::rules::flag::Severity;

/// Whether the middle works as a service: what the card of the handoff out of an owner says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Service {
    No,
    Unknown,
    Yes,
}

/// Whether the customer meets the middle.
#[derive(Clone, Copy)]
enum Met {
    Never,
    Perhaps,
    Surely,
}

/// Whether a handoff brings a case back to a department that had it before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Return {
    /// It does not, on any path of known owners.
    None,
    /// It does, after one other department or after several.
    Comes { severity: Severity, several: bool },
    /// It does, but the middle may work as a service.
    MayCome { at_worst: Severity, several: bool },
}

/// The owners that let go of a case before it came to a node, as bits: by what the card of the handoff out
/// of them says.
#[derive(Clone, Copy, Default)]
struct Past {
    // Those right before the present owner, also by whether the customer has met the present one.
    last: [[u64; 3]; 3],
    earlier: [u64; 3],
    // Those the case came back to in this phase, surely and perhaps, after one other department.
    came_back: u64,
    may_have_come_back: u64,
}

impl Past {
    fn join(&mut self, other: &Self) {
        for (mine, theirs) in self.last.iter_mut().flatten().zip(other.last.iter().flatten()) {
            *mine |= theirs;
        }
        for (mine, theirs) in self.earlier.iter_mut().zip(&other.earlier) {
            *mine |= theirs;
        }
        self.came_back |= other.came_back;
        self.may_have_come_back |= other.may_have_come_back;
    }

    /// The case is now at a touchpoint of the owner `own`: what it was with before it last came here is
    /// forgotten, and the customer may meet the owner.
    fn arrive(&mut self, own: u64, stage: Option<Stage>) {
        for by_met in &mut self.last {
            let [never, perhaps, surely] = *by_met;
            *by_met = match stage {
                Some(Stage::Customer | Stage::Frontstage) => [0, 0, never | perhaps | surely],
                Some(Stage::Backstage | Stage::Support) => [never, perhaps, surely],
                None => [0, never | perhaps, surely],
            };
        }
        for owners in self.last.iter_mut().flatten().chain(&mut self.earlier) {
            *owners &= !own;
        }
    }

    /// The past of a case that `own` hands on.
    fn handed_on(&self, own: u64, service: Service) -> Self {
        let mut past = Self::default();
        past.last[service as usize][Met::Never as usize] = own;
        for (earlier, (last, before)) in past.earlier.iter_mut().zip(self.last.iter().zip(&self.earlier)) {
            *earlier = last[0] | last[1] | last[2] | before;
        }
        past
    }

    fn was_last(&self, owner: u64, service: Service, met: Met) -> bool {
        self.last[service as usize][met as usize] & owner != 0
    }

    fn was_earlier(&self, owner: u64, service: Service) -> bool {
        self.earlier[service as usize] & owner != 0
    }

    /// What it is that a case with this past is handed to `owner`.
    fn return_to(&self, owner: u64, same_phase: bool) -> Return {
        let again = |owners: u64| same_phase && owners & owner != 0;
        let once = |again| if again { Severity::Error } else { Severity::Warning };
        let fires = |severity, several| Return::Comes { severity, several };
        let open = |at_worst, several| Return::MayCome { at_worst, several };
        let last = |service, met| self.was_last(owner, service, met);
        if last(Service::No, Met::Surely) {
            fires(once(again(self.came_back)), false)
        } else if last(Service::No, Met::Perhaps) || last(Service::No, Met::Never) {
            fires(Severity::Info, false)
        } else if self.was_earlier(owner, Service::No) {
            fires(Severity::Info, true)
        } else if last(Service::Unknown, Met::Surely) || last(Service::Unknown, Met::Perhaps) {
            open(once(again(self.may_have_come_back)), false)
        } else if last(Service::Unknown, Met::Never) {
            open(Severity::Info, false)
        } else if self.was_earlier(owner, Service::Unknown) {
            open(Severity::Info, true)
        } else {
            Return::None
        }
    }
}

/// What each handoff is, by its position in the flow.
pub fn returns(context: &Context<'_>) -> Vec<Return> {
    let mut returns = vec![Return::None; context.flow.handoffs().len()];
    for round in 0..context.owners().rounds() {
        follow(context, round, &mut returns);
    }
    returns
}

/// Follows all paths, looking at the owners of one round.
fn follow(context: &Context<'_>, round: usize, returns: &mut [Return]) {
    let lanes = context.lanes();
    let owners = context.owners();
    let nodes = context.flow.nodes();
    let mut pasts = vec![Past::default(); nodes.len()];
    for node in lanes.order() {
        let own = owners.bit(*node, round);
        let mut past = pasts[*node];
        past.arrive(own, context.touchpoint(*node).stage);
        for step in lanes.steps_from(*node) {
            let same_phase = nodes[step.from].phase == nodes[step.to].phase;
            let mut next = match step.join {
                Join::Stays => past,
                Join::Handoff(at) => past.handed_on(own, service(context, at)),
                Join::Open => continue,
            };
            next.came_back = if same_phase { past.came_back } else { 0 };
            next.may_have_come_back = if same_phase { past.may_have_come_back } else { 0 };
            if let Join::Handoff(at) = step.join {
                let to = owners.bit(step.to, round);
                if to != 0 {
                    returns[at] = past.return_to(to, same_phase);
                    note_return(&mut next, to, returns[at]);
                }
            }
            if !step.closes_loop {
                pasts[step.to].join(&next);
            }
        }
    }
}

fn note_return(past: &mut Past, owner: u64, found: Return) {
    match found {
        Return::Comes { severity: Severity::Warning | Severity::Error, .. } => {
            past.came_back |= owner;
            past.may_have_come_back |= owner;
        }
        Return::MayCome { at_worst: Severity::Warning | Severity::Error, .. } => {
            past.may_have_come_back |= owner;
        }
        _ => {}
    }
}

/// What the card of a handoff says about how the department that receives works.
pub fn service(context: &Context<'_>, handoff: usize) -> Service {
    match context.card(handoff).and_then(|card| card.interaction) {
        None => Service::Unknown,
        Some(Interaction::Service) => Service::Yes,
        Some(Interaction::Collaboration | Interaction::Facilitating) => Service::No,
    }
}

/// How a case went from an owner and back to it.
pub struct Way {
    /// The handoff out of the owner, by its position in the flow.
    pub out: usize,
    /// The touchpoint at which the owner handed on.
    pub left_at: Id,
    /// The departments in the middle, in order.
    pub middle: Vec<Id>,
}

/// Finds the way back of a case: searches against the steps until the owner it comes back to.
pub struct WayBack<'c, 'a> {
    context: &'c Context<'a>,
    // By node, without and with a handoff in between: the round that reached it, and the step onwards.
    seen: Vec<[usize; 2]>,
    onwards: Vec<[Option<(LaneStep, bool)>; 2]>,
    round: usize,
}

impl<'c, 'a> WayBack<'c, 'a> {
    pub fn new(context: &'c Context<'a>) -> Self {
        let nodes = context.flow.nodes().len();
        Self { context, seen: vec![[0; 2]; nodes], onwards: vec![[None; 2]; nodes], round: 0 }
    }

    /// The shortest way by which `back` brings a case back, after one other department or several, from a
    /// handoff whose card says this about the service.
    pub fn find(&mut self, back: &Handoff, several: bool, service_is: Service) -> Option<Way> {
        self.round += 1;
        let nodes = self.context.flow.nodes();
        let mut queue = vec![(back.from, false)];
        self.seen[back.from][0] = self.round;
        self.onwards[back.from][0] = None;
        let mut next = 0;
        while let Some((node, crossed)) = queue.get(next).copied() {
            next += 1;
            for step in self.context.lanes().steps_to(node).filter(|step| !step.closes_loop) {
                let crosses = match step.join {
                    Join::Open => continue,
                    Join::Stays => crossed,
                    Join::Handoff(out) if nodes[step.from].owner == Some(back.to_department) => {
                        if crossed == several && service(self.context, out) == service_is {
                            return Some(self.way(out, node, crossed));
                        }
                        continue;
                    }
                    Join::Handoff(_) if !several => continue,
                    Join::Handoff(_) => true,
                };
                if self.seen[step.from][usize::from(crosses)] != self.round {
                    self.seen[step.from][usize::from(crosses)] = self.round;
                    self.onwards[step.from][usize::from(crosses)] = Some((*step, crossed));
                    queue.push((step.from, crosses));
                }
            }
        }
        None
    }

    fn way(&self, out: usize, first: usize, crossed: bool) -> Way {
        let nodes = self.context.flow.nodes();
        let onwards = |(node, crossed): &(usize, bool)| {
            self.onwards[*node][usize::from(*crossed)].map(|(step, crossed)| (step.to, crossed))
        };
        let run = std::iter::successors(Some((first, crossed)), onwards);
        let middle = run.filter_map(|(node, _)| nodes[node].owner).collect();
        let left_at = nodes[self.context.flow.handoffs()[out].from].id;
        Way { out, left_at, middle: super::collapsed(middle) }
    }
}
