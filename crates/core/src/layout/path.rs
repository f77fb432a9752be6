//! Lines as SVG paths.

use std::fmt::Write;

use super::Point;

/// A path through `points` of lines along the axes, with corners rounded by `radius`.
pub fn rounded_path(points: &[Point], radius: f64) -> String {
    let mut path = String::new();
    let Some(first) = points.first() else { return path };
    // Writing into a String cannot fail.
    let _ = write!(path, "M{:.1} {:.1}", first.x, first.y);
    for window in points.windows(3) {
        let [before, corner, after] = [window[0], window[1], window[2]];
        let radius = radius.min(distance(before, corner) / 2.0).min(distance(corner, after) / 2.0);
        let begin = towards(corner, before, radius);
        let end = towards(corner, after, radius);
        let _ = write!(
            path,
            "L{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            begin.x, begin.y, corner.x, corner.y, end.x, end.y
        );
    }
    if let Some(last) = points.last().filter(|_| points.len() > 1) {
        let _ = write!(path, "L{:.1} {:.1}", last.x, last.y);
    }
    path
}

/// The path of a filled head at the end of an arrow through `points`, `length` long.
pub fn arrow_head(points: &[Point], length: f64) -> String {
    let [.., before, tip] = points else { return String::new() };
    let back = towards(*tip, *before, length);
    let half = length * 0.5;
    let (across_x, across_y) = if (tip.y - before.y).abs() < 0.01 { (0.0, half) } else { (half, 0.0) };
    format!(
        "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z",
        tip.x,
        tip.y,
        back.x - across_x,
        back.y - across_y,
        back.x + across_x,
        back.y + across_y
    )
}

/// A path from one point to another that leaves and arrives level.
pub fn bow(a: Point, b: Point) -> String {
    let middle = f64::midpoint(a.x, b.x);
    format!("M{:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}", a.x, a.y, a.y, b.y, b.x, b.y)
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The point `length` away from `from` on the way to `to`.
fn towards(from: Point, to: Point, length: f64) -> Point {
    let whole = distance(from, to);
    if whole < 0.01 {
        return from;
    }
    let part = length / whole;
    Point::new(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
}
