//! The colours of a picture: those of the app's tokens, as `#rrggbb`, which every program that opens an SVG knows.

use crosslane_core::layout::{ArrowKind, DepartmentColor};
use crosslane_core::rules::Severity;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For paper and bright rooms.
    #[default]
    Light,
    /// For screens in the dark.
    Dark,
}

impl Theme {
    fn pick(self, light: &'static str, dark: &'static str) -> &'static str {
        match self {
            Self::Light => light,
            Self::Dark => dark,
        }
    }

    /// Behind everything.
    pub fn ground(self) -> &'static str {
        self.pick("#f3f4f7", "#14171d")
    }

    /// Behind headings.
    pub fn surface(self) -> &'static str {
        self.pick("#ffffff", "#1c2028")
    }

    /// Behind the text of cards.
    pub fn raised(self) -> &'static str {
        self.pick("#ffffff", "#252a34")
    }

    /// Behind the customer's lane.
    pub fn customer(self) -> &'static str {
        self.pick("#f8f9fc", "#191d25")
    }

    /// Behind the lane of what has no owner.
    pub fn unowned(self) -> &'static str {
        self.pick("#f5f2fd", "#1d1a2b")
    }

    /// Text.
    pub fn text(self) -> &'static str {
        self.pick("#1a1f2b", "#e8ebf2")
    }

    /// Text that stands back.
    pub fn quiet(self) -> &'static str {
        self.pick("#545d70", "#a4adbf")
    }

    /// Lines between things.
    pub fn line(self) -> &'static str {
        self.pick("#d5dae3", "#343b49")
    }

    /// Lines around things.
    pub fn strong_line(self) -> &'static str {
        self.pick("#828c9f", "#6d788c")
    }

    /// What is good.
    pub fn good(self) -> &'static str {
        self.pick("#1c6b3c", "#7fd6a1")
    }

    /// What nobody knows or owns yet.
    pub fn open(self) -> &'static str {
        self.pick("#5d4a9c", "#c3b2f7")
    }

    /// The line of the satisfaction curve.
    pub fn curve(self) -> &'static str {
        self.pick("#7a8499", "#7d889d")
    }

    /// A severity: its sign, its text and its border.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("#b3261e", "#ff9d94"),
            Severity::Warning => self.pick("#8a4b00", "#f7bd6a"),
            Severity::Info => self.pick("#2a5b8c", "#93c5f2"),
        }
    }

    /// Behind the text of a severity.
    pub fn severity_ground(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("#fce8e6", "#46201d"),
            Severity::Warning => self.pick("#fdf0dc", "#40300f"),
            Severity::Info => self.pick("#e4f0fb", "#15314a"),
        }
    }

    /// An arrow, by what it is and the worst flag of what passes along it.
    pub fn arrow(self, kind: ArrowKind, worst: Option<Severity>) -> &'static str {
        match (kind, worst) {
            (_, Some(Severity::Error)) => self.pick("#c8322a", "#ff857a"),
            (_, Some(Severity::Warning)) => self.pick("#c26a00", "#f7bd6a"),
            (_, Some(Severity::Info)) => self.severity(Severity::Info),
            (ArrowKind::Undecided, None) => self.open(),
            (ArrowKind::Handoff, None) => self.pick("#4d596f", "#98a4b9"),
            (ArrowKind::Inside | ArrowKind::Customer, None) => self.strong_line(),
        }
    }

    /// A satisfaction from 1 to 5: its face and its dot.
    pub fn feeling(self, value: f64) -> &'static str {
        if value < 2.5 {
            self.severity(Severity::Error)
        } else if value < 3.5 {
            self.severity(Severity::Warning)
        } else {
            self.good()
        }
    }

    /// A department.
    pub fn department(self, color: &DepartmentColor) -> String {
        let (lightness, chroma) = match self {
            Self::Light => (0.55, 0.15),
            Self::Dark => (0.74, 0.13),
        };
        color.own.clone().unwrap_or_else(|| hex(lightness, chroma, color.hue))
    }
}

/// A colour of OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020) as `#rrggbb`, cut to what
/// screens can show. `hue` in degrees.
fn hex(lightness: f64, chroma: f64, hue: f64) -> String {
    let (sin, cos) = hue.to_radians().sin_cos();
    let (red, yellow) = (chroma * cos, chroma * sin);
    let long = (lightness + 0.396_337_777_4 * red + 0.215_803_757_3 * yellow).powi(3);
    let medium = (lightness - 0.105_561_345_8 * red - 0.063_854_172_8 * yellow).powi(3);
    let short = (lightness - 0.089_484_177_5 * red - 1.291_485_548 * yellow).powi(3);
    let channel = |linear: f64| {
        let linear = linear.clamp(0.0, 1.0);
        let encoded =
            if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
        format!("{:02x}", byte(encoded))
    };
    [
        "#",
        &channel(4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short),
        &channel(-1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short),
        &channel(-0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short),
    ]
    .concat()
}

fn byte(share: f64) -> u8 {
    // Between 0 and 255.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let byte = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_colours_are_hit() {
        // White, black and the red of screens, whose OKLCH are published with the space.
        assert_eq!(hex(1.0, 0.0, 0.0), "#ffffff");
        assert_eq!(hex(0.0, 0.0, 0.0), "#000000");
        assert_eq!(hex(0.627_955, 0.257_683, 29.233_9), "#ff0000");
    }

    #[test]
    fn a_department_keeps_the_colour_it_was_given() {
        let own = DepartmentColor { own: Some("#123456".into()), hue: 220.0 };
        assert_eq!(Theme::Dark.department(&own), "#123456");
        let by_place = DepartmentColor { own: None, hue: 220.0 };
        assert_ne!(Theme::Light.department(&by_place), Theme::Dark.department(&by_place));
    }
}
