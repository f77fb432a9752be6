//! A journey of a workspace as a diagram.

use super::diagram::{Diagram, Score, Section, Task};
use crate::format::with_short_names;
use crate::model::{Id, Journey, Stage, Touchpoint, Workspace};

/// The journey as a diagram, for [`write`](super::write()); `None` where the workspace does not have it.
/// `customer` is the name of the customer where the journey has no persona.
///
/// People stand in the order that an import understands: the customer, the owner, further responsible
/// departments, systems. Unknown satisfaction is a `?`, which Mermaid draws as a neutral face off the scale; with
/// nothing in its place it would draw the saddest one. What a diagram has no place for is not in it: stages
/// other than by the people, links, handoff cards, channels, information, promises, notes.
pub fn export(workspace: &Workspace, journey: Id, customer: &str) -> Option<Diagram> {
    let workspace = &*with_short_names(workspace);
    let journey = workspace.journeys.get(&journey)?;
    let writer = Exporter { workspace, journey, customer };
    let mut diagram = Diagram {
        title: Some(journey.title.clone()).filter(|title| !title.is_empty()),
        ..Diagram::default()
    };
    for (at, (_, phase)) in journey.ordered_phases().enumerate() {
        let touchpoints = phase.touchpoints.iter().filter_map(|id| journey.touchpoints.get(id));
        let tasks: Vec<Task> = touchpoints.map(|touchpoint| writer.task(touchpoint)).collect();
        if at == 0 && phase.name.is_empty() && !tasks.is_empty() {
            diagram.loose = tasks;
        } else {
            diagram.sections.push(Section { name: phase.name.clone(), tasks });
        }
    }
    Some(diagram)
}

struct Exporter<'a> {
    workspace: &'a Workspace,
    journey: &'a Journey,
    customer: &'a str,
}

impl Exporter<'_> {
    fn task(&self, touchpoint: &Touchpoint) -> Task {
        let score = touchpoint
            .satisfaction
            .map_or_else(|| Score::Unknown("?".to_owned()), |rating| Score::Known(rating.value()));
        let mut people = Vec::new();
        let mut add = |name: &str| {
            if !name.is_empty() && people.iter().all(|known| known != name) {
                people.push(name.to_owned());
            }
        };
        if matches!(touchpoint.stage, Some(Stage::Customer | Stage::Frontstage)) {
            add(self.customer());
        }
        for department in touchpoint.owner.iter().chain(touchpoint.responsible.iter().flatten()) {
            add(self.workspace.department_name(department.id()));
        }
        for system in touchpoint.systems.iter().flatten() {
            add(self.workspace.systems.get(&system.id()).map_or("", |system| &system.name));
        }
        Task { name: touchpoint.name.clone(), score, people }
    }

    fn customer(&self) -> &str {
        let persona = self.journey.persona.and_then(|persona| self.workspace.personas.get(&persona.id()));
        persona.map(|persona| persona.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(self.customer)
    }
}
