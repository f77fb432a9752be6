//! The satisfaction curve above the lanes.

use crosslane_core::layout::{CurvePoint, Point, bow};

use super::xml::Xml;
use super::{BAND, MARGIN, PHASES, STRIP, Scene, TITLE, tenth};

/// From the edges of the band to its best and worst.
const PAD: f64 = 14.0;

/// Guides at 1, 3 and 5, the curve, and a dot for each touchpoint with a known satisfaction. The cards say the same in
/// words.
pub fn curve(scene: &Scene<'_>, xml: &mut Xml) {
    let theme = scene.theme;
    let top = MARGIN + TITLE + PHASES + PAD;
    let height = BAND - 2.0 * PAD;
    let right = MARGIN + STRIP + scene.layout.columns.width;
    let place = |point: &CurvePoint| {
        let at = point.place(&scene.layout.columns, top, height);
        Point::new(at.x + MARGIN + STRIP, at.y)
    };
    xml.element("g", &[("aria-hidden", &"true")], |xml| {
        for part in [0.0, 0.5, 1.0] {
            let path = format!("M{} {}H{}", tenth(MARGIN + STRIP), tenth(top + height * part), tenth(right));
            xml.empty("path", &[("d", &path), ("stroke", &theme.line()), ("stroke-dasharray", &"2 4")]);
        }
        let points = &scene.curve;
        let joined = points.windows(2).filter(|pair| pair[1].joined);
        let line: String = joined.map(|pair| bow(place(&pair[0]), place(&pair[1]))).collect();
        xml.empty(
            "path",
            &[("d", &line), ("fill", &"none"), ("stroke", &theme.curve()), ("stroke-width", &2)],
        );
        for point in points {
            let at = place(point);
            xml.empty(
                "circle",
                &[
                    ("cx", &tenth(at.x)),
                    ("cy", &tenth(at.y)),
                    ("r", &5),
                    ("fill", &theme.feeling(point.satisfaction)),
                    ("stroke", &theme.ground()),
                    ("stroke-width", &2),
                ],
            );
        }
    });
}
