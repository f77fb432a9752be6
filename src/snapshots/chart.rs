//! How the scores of the journey shown went: connectedness and what is known of it, and the open breaks.

use crosslane_core::layout::chart::{Band, Drawn, Frame, drawn, places, round_top};
use crosslane_core::score::{TrendPoint, trend};
use crosslane_words::ui::snapshots as words;
use crosslane_words::values;

use crate::app::{State, day};
use crate::reactive::prelude::*;

/// Shares of the chart, in per cent of its width and height; the labels stand beside it.
const SHARES: Frame = Frame { width: 100.0, height: 100.0, top: 100.0 };

/// One series of a chart.
struct Series {
    /// Its name in the style sheet.
    word: &'static str,
    /// Its label.
    label: &'static str,
    /// Its values.
    values: Vec<Band>,
    /// Whether the area down to the low values is filled.
    filled: bool,
    /// A value in words, from its low and high.
    text: fn(f64, f64) -> String,
}

/// The charts of the journey shown; nothing while there is nothing to compare.
pub fn charts(state: State) -> AnyView {
    let points = Memo::new(move |_| {
        let journey = state.journey_id()?;
        state.document.with(|document| {
            let document = document.as_ref()?;
            Some(trend(&document.workspace, &document.evaluation, journey, day()))
        })
    });
    let shown = move || {
        let points = points.get().unwrap_or_default();
        (points.len() > 1).then(|| view! { <div class="charts">{scores(&points)} {breaks(&points)}</div> })
    };
    shown.into_any()
}

fn scores(points: &[TrendPoint]) -> AnyView {
    let connectedness = points.iter().map(|point| point.connectedness).collect();
    let assessed = points.iter().map(|point| point.assessed.map(|share| (share, share))).collect();
    let series = [
        Series {
            word: "connected",
            label: words::CONNECTEDNESS,
            values: connectedness,
            filled: true,
            text: words::band,
        },
        Series {
            word: "assessed",
            label: words::ASSESSED_SHARE,
            values: assessed,
            filled: false,
            text: |_, share| values::answered(share),
        },
    ];
    chart(words::SCORES_CHART, points, SHARES, &series)
}

fn breaks(points: &[TrendPoint]) -> AnyView {
    let counted = |errors: Option<u64>, warnings: Option<u64>| Some((errors?, warnings?));
    let counts: Vec<Option<(u64, u64)>> =
        points.iter().map(|point| counted(point.errors, point.warnings)).collect();
    let most = counts.iter().flatten().map(|(errors, warnings)| errors + warnings).max();
    let frame = Frame { top: round_top(most.unwrap_or_default()), ..SHARES };
    let errors = counts.iter().map(|count| count.map(|(errors, _)| (0.0, number(errors)))).collect();
    let warnings = counts
        .iter()
        .map(|count| count.map(|(errors, warnings)| (number(errors), number(errors + warnings))))
        .collect();
    let series = [
        Series {
            word: "warnings",
            label: words::WARNINGS,
            values: warnings,
            filled: true,
            text: counted_between,
        },
        Series { word: "errors", label: words::ERRORS, values: errors, filled: true, text: counted_between },
    ];
    chart(words::BREAKS_CHART, points, frame, &series)
}

/// Counts of flags are far below 2^52.
#[allow(clippy::cast_precision_loss)]
fn number(count: u64) -> f64 {
    count as f64
}

fn chart(title: &'static str, points: &[TrendPoint], frame: Frame, series: &[Series]) -> AnyView {
    let first = points.iter().find_map(|point| point.date);
    let mut day = 0.0;
    let days: Vec<f64> = points
        .iter()
        .map(|point| {
            // A snapshot without a date stands with the one before; years of days are far below 2^52.
            #[allow(clippy::cast_precision_loss)]
            let since = point.date.zip(first).map(|(date, first)| date.days_since(first) as f64);
            day = since.unwrap_or(day);
            day
        })
        .collect();
    let at = places(frame, &days);
    let follows: Vec<bool> = points.iter().map(|point| point.follows).collect();
    let drawn_series: Vec<(&Series, Drawn)> =
        series.iter().map(|series| (series, drawn(frame, &at, &series.values, &follows))).collect();
    let paths: Vec<AnyView> = drawn_series.iter().map(|(series, drawn)| paths(series, drawn)).collect();
    let dots: Vec<AnyView> =
        drawn_series.iter().flat_map(|(series, drawn)| dots(points, series, drawn)).collect();
    let legend: Vec<AnyView> = series.iter().map(|series| in_legend(points, series)).collect();
    let date = |point: Option<&TrendPoint>| point.map(when).unwrap_or_default();
    view! {
        <figure class="panel chart">
            <figcaption>
                <h2>{title}</h2>
                <ul class="chart-legend">{legend}</ul>
            </figcaption>
            <div class="chart-frame" aria-hidden="true">
                <span class="chart-top quiet">{values::decimal(frame.top)}</span>
                <span class="chart-zero quiet">"0"</span>
                <div class="chart-plot">
                    <svg viewBox="0 0 100 100" preserveAspectRatio="none">{paths}</svg>
                    {dots}
                </div>
                <span class="chart-first quiet">{date(points.first())}</span>
                <span class="chart-last quiet">{date(points.last())}</span>
            </div>
        </figure>
    }
    .into_any()
}

fn paths(series: &Series, drawn: &Drawn) -> AnyView {
    let area = series.filled.then(|| view! { <path class="chart-area" d=drawn.area.clone() /> });
    view! {
        <g class="chart-series" data-series=series.word>
            {area}
            <path class="chart-line" d=drawn.line.clone() />
        </g>
    }
    .into_any()
}

/// Round dots where the plot itself is stretched.
fn dots(points: &[TrendPoint], series: &Series, drawn: &Drawn) -> Vec<AnyView> {
    let dot = |(at, x, y): &(usize, f64, f64)| {
        let point = points.get(*at)?;
        let title = [&when(point), ": ", series.label, " ", &said(series, series.values[*at])].concat();
        let (left, top) = (format!("{x}%"), format!("{y}%"));
        Some(
            view! { <span class="chart-dot" data-series=series.word title=title style:left=left style:top=top></span> }
                .into_any(),
        )
    };
    drawn.dots.iter().filter_map(dot).collect()
}

/// What a series says now, after what it said first: the chart in words.
fn in_legend(points: &[TrendPoint], series: &Series) -> AnyView {
    let known = || series.values.iter().zip(points).filter(|(band, _)| band.is_some());
    let first = known().next().map(|(band, _)| said(series, *band));
    let last = known().next_back().map(|(band, _)| said(series, *band));
    let text = match (first, last) {
        (Some(first), Some(last)) => [&first, " → ", &last].concat(),
        _ => "–".to_owned(),
    };
    view! {
        <li>
            <span class="chart-key" data-series=series.word aria-hidden="true"></span>
            {series.label}
            ": "
            <b>{text}</b>
        </li>
    }
    .into_any()
}

fn said(series: &Series, band: Band) -> String {
    band.map_or_else(|| "–".to_owned(), |(low, high)| (series.text)(low, high))
}

/// A count that stands on another one.
fn counted_between(low: f64, high: f64) -> String {
    values::decimal(high - low)
}

fn when(point: &TrendPoint) -> String {
    if point.is_now {
        return words::NOW.to_owned();
    }
    point.date.map(values::date).unwrap_or_default()
}
