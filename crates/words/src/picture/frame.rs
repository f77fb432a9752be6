//! What the cards stand in: the title, the phases, the lanes.

use std::fmt::Display;

use crosslane_core::layout::{Lane, LaneKind, Point, department_color};

use super::wrap::wrap;
use super::xml::Xml;
use super::{BAND, Looks, MARGIN, PHASES, STRIP, Scene, TITLE, line, tenth};
use crate::ui::map as words;
use crate::ui::shell::or_untitled;

/// The ground, and the title on it.
pub fn ground(scene: &Scene<'_>, xml: &mut Xml) {
    let (width, height) = scene.size();
    let theme = scene.theme;
    xml.empty("rect", &[("width", &width), ("height", &height), ("fill", &theme.ground())]);
    let room = (MARGIN, width - MARGIN);
    let title = wrap(&scene.title(), width - 2.0 * MARGIN, 19.0, 1).concat();
    line(xml, &title, room, MARGIN + 20.0, Looks { size: 19.0, fill: theme.text(), strong: true });
    let about = wrap(&scene.about(), width - 2.0 * MARGIN, 12.0, 1).concat();
    line(xml, &about, room, MARGIN + 41.0, Looks { size: 12.0, fill: theme.quiet(), strong: false });
}

/// The names and goals of the phases, and their edges.
pub fn phases(scene: &Scene<'_>, xml: &mut Xml) {
    let theme = scene.theme;
    let (_, height) = scene.size();
    let top = MARGIN + TITLE;
    let list: [(&str, &dyn Display); 2] = [("role", &"list"), ("aria-label", &words::PHASES)];
    xml.element("g", &list, |xml| {
        for band in &scene.layout.columns.phases {
            let Some(phase) = scene.journey.phases.get(&band.id) else { continue };
            let left = MARGIN + STRIP + band.x;
            let said = words::phase(&phase.name, band.count);
            let item: [(&str, &dyn Display); 2] = [("role", &"listitem"), ("aria-label", &said)];
            xml.element("g", &item, |xml| {
                rect(xml, Point::new(left, top), (band.width, PHASES), theme.surface());
                rect(xml, Point::new(left, top), (band.width, 3.0), theme.strong_line());
                for edge in [left, left + band.width] {
                    let path = format!("M{} {}V{}", tenth(edge), tenth(top + PHASES), tenth(height - MARGIN));
                    xml.empty(
                        "path",
                        &[("d", &path), ("stroke", &theme.line()), ("stroke-dasharray", &"3 3")],
                    );
                }
                let (room, sides) = (band.width - 24.0, (left + 12.0, left + band.width - 12.0));
                let title = wrap(or_untitled(&phase.name), room, 13.0, 1).concat();
                line(xml, &title, sides, top + 21.0, Looks { size: 13.0, fill: theme.text(), strong: true });
                if let Some(goal) = &phase.goal {
                    let goal = wrap(goal, room, 12.0, 1).concat();
                    line(
                        xml,
                        &goal,
                        sides,
                        top + 39.0,
                        Looks { size: 12.0, fill: theme.quiet(), strong: false },
                    );
                }
            });
        }
    });
}

/// The lanes with their names; above them the band of the satisfaction.
pub fn lanes(scene: &Scene<'_>, xml: &mut Xml) {
    let theme = scene.theme;
    let (width, _) = scene.size();
    let inner = width - 2.0 * MARGIN;
    let edge = |xml: &mut Xml, y: f64| {
        let path = format!("M{} {}H{}", tenth(MARGIN), tenth(y), tenth(MARGIN + inner));
        xml.empty("path", &[("d", &path), ("stroke", &theme.line())]);
    };
    xml.element("g", &[], |xml| {
        let top = MARGIN + TITLE + PHASES;
        rect(xml, Point::new(MARGIN, top), (STRIP, BAND), theme.surface());
        name(xml, words::SATISFACTION, top, BAND, Looks { size: 13.0, fill: theme.quiet(), strong: false });
        edge(xml, top);
        edge(xml, top + BAND);
        for lane in &scene.layout.lanes {
            let top = top + BAND + lane.top;
            let ground = match lane.kind {
                LaneKind::Customer => theme.customer(),
                LaneKind::Open => theme.unowned(),
                LaneKind::Department(_) => theme.ground(),
            };
            rect(xml, Point::new(MARGIN + STRIP, top), (inner - STRIP, lane.height), ground);
            rect(xml, Point::new(MARGIN, top), (STRIP, lane.height), theme.surface());
            title(scene, xml, lane, top);
            edge(xml, top + lane.height);
        }
    });
}

fn title(scene: &Scene<'_>, xml: &mut Xml, lane: &Lane, top: f64) {
    let theme = scene.theme;
    let looks = |fill, strong| Looks { size: 13.0, fill, strong };
    match lane.kind {
        LaneKind::Customer => name(xml, words::CUSTOMER, top, lane.height, looks(theme.text(), true)),
        LaneKind::Open => name(xml, words::OPEN, top, lane.height, looks(theme.open(), true)),
        LaneKind::Department(id) => {
            let color = theme.department(&department_color(scene.workspace, id));
            rect(xml, Point::new(MARGIN, top), (4.0, lane.height), &color);
            let said = or_untitled(scene.workspace.department_name(id));
            name(xml, said, top, lane.height, looks(theme.text(), false));
        }
    }
}

/// The name of a lane, in the middle of its height.
fn name(xml: &mut Xml, said: &str, top: f64, height: f64, looks: Looks<'_>) {
    let lines = wrap(said, STRIP - 24.0, looks.size, 3);
    // At most three.
    #[allow(clippy::cast_precision_loss)]
    let mut y = top + height / 2.0 - (lines.len() as f64 - 1.0) * 8.0 + 4.5;
    for said in lines {
        line(xml, &said, (MARGIN + 12.0, MARGIN + STRIP - 12.0), y, looks);
        y += 16.0;
    }
}

fn rect(xml: &mut Xml, at: Point, (width, height): (f64, f64), fill: &str) {
    let attributes: [(&str, &dyn Display); 5] = [
        ("x", &tenth(at.x)),
        ("y", &tenth(at.y)),
        ("width", &tenth(width)),
        ("height", &tenth(height)),
        ("fill", &fill),
    ];
    xml.empty("rect", &attributes);
}
