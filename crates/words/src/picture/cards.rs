//! The touchpoints.

use std::fmt::Display;

use crosslane_core::layout::{CARD_HEIGHT, CardMark, Point, department_color};
use crosslane_core::model::{Id, Stage, Touchpoint};

use super::wrap::{width, wrap};
use super::xml::Xml;
use super::{Looks, Scene, line, placed, shape, sign, tenth};
use crate::ui::map as words;
use crate::ui::shell::or_untitled;
use crate::values;

/// The text of a card, and what stands below.
const NAME: f64 = 13.0;
const FOOT: f64 = 12.0;

/// All cards, in the order of the journey.
pub fn cards(scene: &Scene<'_>, xml: &mut Xml) {
    let list: [(&str, &dyn Display); 2] = [("role", &"list"), ("aria-label", &words::TOUCHPOINTS)];
    xml.element("g", &list, |xml| {
        for (at, column) in scene.layout.columns.columns.iter().enumerate() {
            if let Some(touchpoint) = scene.journey.touchpoints.get(&column.touchpoint) {
                card(scene, xml, at, touchpoint);
            }
        }
    });
}

/// Who owns a touchpoint: the department, or what stands in its place.
fn owner<'a>(scene: &'a Scene<'_>, touchpoint: &Touchpoint) -> (Option<Id>, &'a str) {
    match touchpoint.owner {
        Some(owner) => (Some(owner.id()), or_untitled(scene.workspace.department_name(owner.id()))),
        None if touchpoint.stage == Some(Stage::Customer) => (None, words::CUSTOMER),
        None => (None, words::WHO_OWNS),
    }
}

fn card(scene: &Scene<'_>, xml: &mut Xml, at: usize, touchpoint: &Touchpoint) {
    let theme = scene.theme;
    let corner = placed(scene.layout.card(at));
    let width = scene.layout.columns.sizes().card;
    let mark = scene.marks.cards.get(at).copied().unwrap_or_default();
    let (department, owner) = owner(scene, touchpoint);
    let satisfaction = touchpoint.satisfaction.map(crosslane_core::model::Rating::value);
    let said = words::card(&touchpoint.name, owner, satisfaction, mark.flags, mark.questions);
    let item: [(&str, &dyn Display); 2] = [("role", &"listitem"), ("aria-label", &said)];
    xml.element("g", &item, |xml| {
        let unowned = department.is_none() && owner == words::WHO_OWNS;
        let (border, dashes, round) = match (department, unowned) {
            (Some(_), _) => (theme.line(), "none", 6),
            (None, true) => (theme.open(), "4 3", 6),
            (None, false) => (theme.strong_line(), "none", 14),
        };
        let frame: [(&str, &dyn Display); 8] = [
            ("x", &tenth(corner.x + 0.5)),
            ("y", &tenth(corner.y + 0.5)),
            ("width", &tenth(width - 1.0)),
            ("height", &tenth(CARD_HEIGHT - 1.0)),
            ("rx", &round),
            ("fill", &theme.raised()),
            ("stroke", &border),
            ("stroke-dasharray", &dashes),
        ];
        xml.empty("rect", &frame);
        if let Some(department) = department {
            let color = theme.department(&department_color(scene.workspace, department));
            let (x, y) = (tenth(corner.x), tenth(corner.y));
            let bar =
                format!("M{x} {}a6 6 0 0 1 4-5.6v{}a6 6 0 0 1-4-5.6z", y + 6.0, tenth(CARD_HEIGHT - 0.8));
            xml.empty("path", &[("d", &bar), ("fill", &color)]);
        }
        texts(scene, xml, corner, touchpoint, owner, unowned);
        badges(scene, xml, corner, mark);
    });
}

fn texts(
    scene: &Scene<'_>,
    xml: &mut Xml,
    corner: Point,
    touchpoint: &Touchpoint,
    owner: &str,
    unowned: bool,
) {
    let theme = scene.theme;
    let right = corner.x + scene.layout.columns.sizes().card - 8.0;
    let left = corner.x + 12.0;
    let mut y = corner.y + 19.0;
    for said in wrap(or_untitled(&touchpoint.name), right - left, NAME, 3) {
        line(xml, &said, (left, right), y, Looks { size: NAME, fill: theme.text(), strong: false });
        y += 17.0;
    }
    let foot = corner.y + CARD_HEIGHT - 10.0;
    let feeling =
        touchpoint.satisfaction.map(|rating| (values::rating(rating), theme.feeling(rating.value())));
    let mut room = right - left;
    if let Some((said, color)) = &feeling {
        let wide = width(said, FOOT);
        sign(xml, &face(touchpoint), (right - wide - 17.0, foot - 11.0), 14.0, color);
        line(xml, said, (right - wide, right), foot, Looks { size: FOOT, fill: color, strong: false });
        room -= wide + 22.0;
    }
    let looks = if unowned {
        Looks { size: FOOT, fill: theme.open(), strong: true }
    } else {
        Looks { size: FOOT, fill: theme.quiet(), strong: false }
    };
    let owner = wrap(owner, room, FOOT, 1).concat();
    line(xml, &owner, (left, left + room), foot, looks);
}

/// A face that feels as the customers do.
fn face(touchpoint: &Touchpoint) -> String {
    let value = touchpoint.satisfaction.map_or(3.0, crosslane_core::model::Rating::value);
    let mouth = match value {
        ..1.5 => "M5.2 11.4c.9-1.9 4.7-1.9 5.6 0",
        ..2.5 => "M5.4 10.9c1-1.1 4.2-1.1 5.2 0",
        ..3.5 => "M5.5 10.3h5",
        ..4.5 => "M5.4 9.7c1 1.2 4.2 1.2 5.2 0",
        _ => "M5 9.2c.9 2.6 5.1 2.6 6 0z",
    };
    ["M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.9 6.4v.2M10.1 6.4v.2", mouth].concat()
}

/// Flags and open questions, at the upper right edge.
fn badges(scene: &Scene<'_>, xml: &mut Xml, corner: Point, mark: CardMark) {
    let theme = scene.theme;
    let mut right = corner.x + scene.layout.columns.sizes().card - 6.0;
    if mark.questions > 0 {
        let said = format!("? {}", mark.questions);
        right = badge(xml, (right, corner.y), &said, None, (theme.open(), theme.raised())) - 4.0;
    }
    if let Some(severity) = mark.severity {
        let colors = (theme.severity(severity), theme.severity_ground(severity));
        badge(xml, (right, corner.y), &mark.flags.to_string(), Some(shape(severity)), colors);
    }
}

/// A badge that ends at `right`, in the middle of the edge at `y`; answers where it begins.
fn badge(
    xml: &mut Xml,
    (right, y): (f64, f64),
    said: &str,
    shape: Option<&str>,
    (fill, ground): (&str, &str),
) -> f64 {
    let before = if shape.is_some() { 20.0 } else { 6.0 };
    let wide = width(said, FOOT) + before + 6.0;
    let frame: [(&str, &dyn Display); 7] = [
        ("x", &tenth(right - wide)),
        ("y", &tenth(y - 15.0)),
        ("width", &tenth(wide)),
        ("height", &19),
        ("rx", &9.5),
        ("fill", &ground),
        ("stroke", &fill),
    ];
    xml.empty("rect", &frame);
    if let Some(shape) = shape {
        sign(xml, shape, (right - wide + 5.0, y - 12.0), 13.0, fill);
    }
    line(xml, said, (right - wide + before, right), y - 1.2, Looks { size: FOOT, fill, strong: true });
    right - wide
}
