//! What the browser's main thread did, by the browser's own trace (needs `Settings::trace`).

use serde_json::Value;

use crate::App;

/// One thing the main thread did; times in milliseconds.
#[derive(Debug, Clone, PartialEq)]
struct Span {
    start: f64,
    length: f64,
}

impl Span {
    fn holds(&self, time: f64) -> bool {
        (self.start..=self.start + self.length).contains(&time)
    }
}

/// The main thread's time, in tasks.
#[derive(Debug, Default)]
pub struct Trace {
    tasks: Vec<Span>,
    /// When an event of the page was handed out, with its type.
    events: Vec<(String, f64)>,
    /// When the main thread handed a frame over to be drawn.
    frames: Vec<f64>,
}

impl App {
    /// What the main thread did since the last look.
    pub async fn trace(&self) -> Trace {
        let entries = self.log("performance").await;
        let messages = entries.iter().filter_map(|(_, text)| serde_json::from_str::<Value>(text).ok());
        let spans = messages
            .map(|mut message| message["message"].take())
            .filter(|message| message["method"] == "Tracing.dataCollected")
            .map(|mut message| message["params"].take());
        Trace::read(&spans.collect::<Vec<_>>())
    }
}

impl Trace {
    /// Reads the events of a trace, of the one thread that the page's own events are handed out on.
    fn read(spans: &[Value]) -> Self {
        let mut trace = Self::default();
        let Some(page) = spans.iter().find(|span| span["name"] == "EventDispatch") else { return trace };
        let milliseconds = |span: &Value, key: &str| span[key].as_f64().unwrap_or_default() / 1000.0;
        for span in spans.iter().filter(|span| span["pid"] == page["pid"] && span["tid"] == page["tid"]) {
            let start = milliseconds(span, "ts");
            match span["name"].as_str().unwrap_or_default() {
                "RunTask" => trace.tasks.push(Span { start, length: milliseconds(span, "dur") }),
                "Commit" => trace.frames.push(start),
                "EventDispatch" => {
                    trace
                        .events
                        .push((span["args"]["data"]["type"].as_str().unwrap_or_default().to_owned(), start));
                }
                _ => {}
            }
        }
        trace.tasks.sort_by(|a, b| a.start.total_cmp(&b.start));
        trace.frames.sort_by(f64::total_cmp);
        trace.events.sort_by(|a, b| a.1.total_cmp(&b.1));
        trace
    }

    /// For each event of a type: the milliseconds of all tasks from the one that handed it out to the one that handed
    /// over the next frame. An event without a frame after it is left out.
    pub fn to_frame(&self, event: &str) -> Vec<f64> {
        let starts = self.events.iter().filter(|(kind, _)| kind == event).map(|(_, start)| *start);
        starts.filter_map(|start| self.tasks_to_frame(start)).collect()
    }

    fn tasks_to_frame(&self, event: f64) -> Option<f64> {
        let frame = *self.frames.iter().find(|frame| **frame > event)?;
        let first = self.tasks.iter().position(|task| task.holds(event))?;
        let last = self.tasks.iter().position(|task| task.holds(frame))?;
        Some(self.tasks.get(first..=last)?.iter().map(|task| task.length).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::Trace;
    use serde_json::{Value, json};

    fn span(thread: u32, name: &str, start: u32, length: u32, kind: &str) -> Value {
        let data = json!({ "data": { "type": kind } });
        json!({ "pid": 1, "tid": thread, "name": name, "ts": start * 1000, "dur": length * 1000, "args": data })
    }

    #[test]
    fn an_edit_is_every_task_from_the_key_to_its_frame_and_no_other() {
        let trace = Trace::read(&[
            span(7, "RunTask", 0, 5, ""), // before the key
            span(7, "RunTask", 10, 20, ""),
            span(7, "EventDispatch", 12, 3, "keydown"),
            span(9, "RunTask", 11, 500, ""), // on another thread
            span(7, "RunTask", 40, 2, ""),
            span(7, "RunTask", 50, 8, ""),
            span(7, "Commit", 57, 1, ""),
            span(7, "RunTask", 60, 100, ""),            // after the frame
            span(7, "EventDispatch", 61, 1, "keydown"), // no frame follows
        ]);
        assert_eq!(trace.to_frame("keydown"), [30.0]);
        assert!(trace.to_frame("click").is_empty());
    }
}
