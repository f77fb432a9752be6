//! The map as a picture: an SVG with real text, that any browser, office program or screen reader reads, and a page of
//! HTML with the report around it. Both hold the workspace, so that dropping them on Crosslane opens it again.

mod arrows;
mod cards;
mod feeling;
mod frame;
mod html;
mod paint;
#[cfg(test)]
mod tests;
mod wrap;
mod xml;

use crosslane_core::format::embedded;
use crosslane_core::layout::{CurvePoint, LaneLayout, Marks, Point};
use crosslane_core::model::{Id, Journey, Workspace};
use crosslane_core::rules::JourneyEvaluation;

pub use html::html;
pub use paint::Theme;

use crate::ui::shell::or_untitled;
use crate::{command, name};
use xml::Xml;

/// How a picture is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Light or dark.
    pub theme: Theme,
    /// Whether the workspace is put into it.
    pub embeds: bool,
}

/// The fonts of the app, from the one of the system on.
const FONT: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
/// Where the names of the lanes stand, in map units.
const STRIP: f64 = 148.0;
/// The title above everything.
const TITLE: f64 = 62.0;
/// The phases.
const PHASES: f64 = 50.0;
/// The satisfaction curve.
const BAND: f64 = 84.0;
/// Around what is drawn.
const MARGIN: f64 = 14.0;

/// A journey as it is drawn.
struct Scene<'a> {
    workspace: &'a Workspace,
    journey: &'a Journey,
    evaluation: &'a JourneyEvaluation,
    layout: LaneLayout,
    marks: Marks,
    curve: Vec<CurvePoint>,
    theme: Theme,
}

/// The map of a journey by department, as SVG. `None` where there is no such journey. `evaluation` is that of the same
/// version.
pub fn svg(
    workspace: &Workspace,
    journey: Id,
    evaluation: &JourneyEvaluation,
    options: Options,
) -> Option<String> {
    let embedded = if options.embeds { Some(embedded::element(workspace)) } else { None };
    let scene = Scene::of(workspace, journey, evaluation, options.theme)?;
    let mut xml = Xml::default();
    scene.draw(&mut xml, embedded.as_deref());
    let mut text = xml.finish();
    text.push('\n');
    Some(text)
}

impl<'a> Scene<'a> {
    fn of(
        workspace: &'a Workspace,
        journey: Id,
        evaluation: &'a JourneyEvaluation,
        theme: Theme,
    ) -> Option<Self> {
        let journey = workspace.journeys.get(&journey)?;
        Some(Self {
            workspace,
            journey,
            evaluation,
            layout: LaneLayout::of(workspace.department_order.iter().copied(), journey, &evaluation.flow),
            marks: Marks::of(evaluation),
            curve: CurvePoint::around(journey, &evaluation.flow, 0, evaluation.flow.nodes().len()),
            theme,
        })
    }

    fn draw(&self, xml: &mut Xml, embedded: Option<&str>) {
        let (width, height) = self.size();
        // Several pictures may stand on one page.
        let [title, about] = ["title", "about"].map(|part| format!("map-{}-{part}", self.evaluation.id));
        xml.element(
            "svg",
            &[
                ("xmlns", &"http://www.w3.org/2000/svg"),
                ("width", &width),
                ("height", &height),
                ("viewBox", &format!("0 0 {width} {height}")),
                ("role", &"graphics-document document"),
                ("aria-labelledby", &title),
                ("aria-describedby", &about),
                ("font-family", &FONT),
                ("font-size", &13),
                ("fill", &self.theme.text()),
            ],
            |xml| {
                xml.said("title", &[("id", &title)], &self.title());
                xml.said("desc", &[("id", &about)], &self.about());
                if let Some(embedded) = embedded {
                    xml.element("metadata", &[], |xml| xml.raw(embedded));
                }
                frame::ground(self, xml);
                frame::lanes(self, xml);
                frame::phases(self, xml);
                feeling::curve(self, xml);
                arrows::lines(self, xml);
                cards::cards(self, xml);
                arrows::tags(self, xml);
            },
        );
    }

    /// Width and height of the picture.
    fn size(&self) -> (f64, f64) {
        let columns = self.layout.columns.width.max(300.0);
        let height = MARGIN + TITLE + PHASES + BAND + self.layout.height + MARGIN;
        ((MARGIN + STRIP + columns + MARGIN).ceil(), height.ceil())
    }

    fn title(&self) -> String {
        or_untitled(&name::plain(&self.journey.title)).to_owned()
    }

    /// What the map shows, in a line.
    fn about(&self) -> String {
        let flow = &self.evaluation.flow;
        [
            command::size(flow.nodes().len(), flow.handoffs().len()),
            command::connectedness(self.evaluation.scores.connectedness),
            command::assessed(self.evaluation.scores.assessed),
        ]
        .join(" · ")
    }
}

/// A point of the layout on the picture.
fn placed(point: Point) -> Point {
    Point::new(MARGIN + STRIP + point.x, MARGIN + TITLE + PHASES + BAND + point.y)
}

/// A line of text that begins at `left` and ends before `right`. What is written from right to left begins there.
fn line(xml: &mut Xml, said: &str, (left, right): (f64, f64), y: f64, looks: Looks) {
    let rtl = name::reads_right_to_left(said);
    let x = if rtl { right } else { left };
    let direction = if rtl { "rtl" } else { "ltr" };
    let weight = if looks.strong { "600" } else { "400" };
    let attributes: [(&str, &dyn std::fmt::Display); 6] = [
        ("x", &tenth(x)),
        ("y", &tenth(y)),
        ("font-size", &looks.size),
        ("fill", &looks.fill),
        ("font-weight", &weight),
        ("direction", &direction),
    ];
    // What most lines are needs no saying.
    let said_of_it = attributes.iter().filter(|(name, _)| match *name {
        "font-weight" => looks.strong,
        "direction" => rtl,
        _ => true,
    });
    xml.said("text", &said_of_it.copied().collect::<Vec<_>>(), said);
}

/// How a text looks.
#[derive(Clone, Copy)]
struct Looks<'a> {
    size: f64,
    fill: &'a str,
    strong: bool,
}

/// The sign of a severity, from the corner `x`, `y`: its shape tells what its colour tells.
fn sign(xml: &mut Xml, path: &str, (x, y): (f64, f64), size: f64, stroke: &str) {
    let place = format!("translate({} {}) scale({})", tenth(x), tenth(y), size / 16.0);
    let attributes: [(&str, &dyn std::fmt::Display); 7] = [
        ("d", &path),
        ("transform", &place),
        ("fill", &"none"),
        ("stroke", &stroke),
        ("stroke-width", &1.75),
        ("stroke-linecap", &"round"),
        ("stroke-linejoin", &"round"),
    ];
    xml.empty("path", &attributes);
}

/// The shape of a severity's sign, 16 units wide.
fn shape(severity: crosslane_core::rules::Severity) -> &'static str {
    use crosslane_core::rules::Severity;
    match severity {
        Severity::Error => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
        Severity::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
        Severity::Info => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.3V11M8 4.9v.2",
    }
}

/// A length without more digits than can be seen.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
