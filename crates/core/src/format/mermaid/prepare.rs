//! What Mermaid does to a text before its grammar sees it: line ends, quotes in tags, front matter,
//! directives, comments and entities (`preprocess.ts`, `detectType.ts` and `encodeEntities` of 11.17).

use super::entities;
use super::error::Problem;
use super::fence::{self, Fence};
use super::front_matter::{self, FrontMatterError};
use super::js;
use super::source::Source;

/// A text ready for the grammar.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) source: Source,
    /// The title of the front matter, and where it stands in the original.
    pub(super) title: Option<(usize, String)>,
    /// Where settings of the drawing were left out, as bytes of the original.
    pub(super) settings: Vec<usize>,
}

/// A problem and the byte of the original where it is.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) at: usize,
    pub(super) problem: Problem,
}

/// Runs all steps, in Mermaid's order.
pub(super) fn prepare(original: &str) -> Result<Prepared, Refusal> {
    let mut settings = Vec::new();
    let cleaned = single_quotes_in_tags(&line_feeds(&Source::new(original)));
    let (source, title) = cut_front_matter(&cleaned, &mut settings)?;
    let source = cut_comments(&cut_directives(&source, &mut settings));
    detect(&source)?;
    let mut source = entities::mark(&entities::drop_style_ends(&source));
    source.text.push('\n');
    Ok(Prepared { source, title, settings })
}

/// `\r\n?` becomes `\n`.
fn line_feeds(source: &Source) -> Source {
    let mut pass = source.rewrite();
    let mut from = 0;
    while let Some(found) = source.text[from..].find('\r') {
        let at = from + found;
        pass.keep(at);
        from = at + 1;
        if source.text[from..].starts_with('\n') {
            pass.skip(from);
        } else {
            pass.replace(from, "\n");
        }
    }
    pass.finish()
}

/// `<tag a="b">` becomes `<tag a='b'>`.
fn single_quotes_in_tags(source: &Source) -> Source {
    let text = &source.text;
    let mut pass = source.rewrite();
    let mut from = 0;
    while let Some(found) = text[from..].find('<') {
        let name = from + found + 1;
        from = name;
        if js::run(&text[name..], js::is_word) == 0 {
            continue;
        }
        let Some(length) = text[name..].find('>') else { break };
        let end = name + length;
        let mut at = name;
        while let Some((open, close)) = quoted_value(&text[at..end]) {
            pass.keep(at + open);
            pass.replace(at + open + 1, "'");
            pass.keep(at + close);
            pass.replace(at + close + 1, "'");
            at += close + 1;
        }
        from = end;
    }
    pass.finish()
}

/// The two quotes of the first `="…"`.
fn quoted_value(text: &str) -> Option<(usize, usize)> {
    let open = text.find("=\"")? + 1;
    let close = text[open + 1..].find('"')?;
    Some((open, open + 1 + close))
}

fn cut_front_matter(
    source: &Source,
    settings: &mut Vec<usize>,
) -> Result<(Source, Option<(usize, String)>), Refusal> {
    let Some(Fence { indent, body, end }) = fence::fence(&source.text) else {
        return Ok((source.rewrite().finish(), None));
    };
    let found = front_matter::read(&source.text[body.clone()], &indent).map_err(
        |FrontMatterError { at, problem }| Refusal {
            at: source.origin(body.start + at),
            problem: Problem::FrontMatter(problem),
        },
    )?;
    if found.has_settings {
        settings.push(source.origin(0));
    }
    let mut pass = source.rewrite();
    pass.skip(end);
    Ok((pass.finish(), found.title.map(|(at, title)| (source.origin(body.start + at), title))))
}

/// Removes `%%{ name: … }%%`; one that never closes swallows the rest.
fn cut_directives(source: &Source, settings: &mut Vec<usize>) -> Source {
    let text = &source.text;
    let mut pass = source.rewrite();
    let mut from = 0;
    while let Some(found) = text[from..].find("%%{") {
        let start = from + found;
        from = match directive_end(text, start) {
            Some(end) => {
                settings.push(source.origin(start));
                pass.keep(start);
                pass.skip(end);
                end
            }
            None => start + 1,
        };
    }
    pass.finish()
}

/// Where the directive at `start` ends: `%%{\s*(\w+\s*:|\w+)\s*(\w+|(?:(?!}%%).|\n)*)?\s*(}%%)?`.
fn directive_end(text: &str, start: usize) -> Option<usize> {
    let skip = |at: usize, wanted: fn(char) -> bool| at + js::run(&text[at..], wanted);
    let name = skip(start + 3, js::is_space);
    let mut at = skip(name, js::is_word);
    if at == name {
        return None;
    }
    let colon = skip(at, js::is_space);
    if text[colon..].starts_with(':') {
        at = colon + 1;
    }
    at = skip(at, js::is_space);
    let word = skip(at, js::is_word);
    at = if word > at {
        word
    } else {
        // The end is looked for first: what follows it is not looked at once more for each directive.
        let end = text[at..].find("}%%").map_or(text.len(), |end| at + end);
        at + text[at..end].find(['\u{2028}', '\u{2029}']).unwrap_or(end - at)
    };
    at = skip(at, js::is_space);
    Some(if text[at..].starts_with("}%%") { at + 3 } else { at })
}

/// Removes comment lines, `^\s*%%(?!{)[^\n]+\n?`, and white space at the front.
fn cut_comments(source: &Source) -> Source {
    let text = &source.text;
    let mut pass = source.rewrite();
    let mut line = 0;
    while line < text.len() {
        let mark = line + js::run(&text[line..], js::is_space);
        line = if let Some(end) = comment_end(text, mark) {
            pass.keep(line);
            pass.skip(end);
            end
        } else {
            let rest = &text[mark..];
            let Some((at, c)) = rest.char_indices().find(|(_, c)| js::ends_line(*c)) else { break };
            mark + at + c.len_utf8()
        };
    }
    let trimmed = pass.finish();
    let mut pass = trimmed.rewrite();
    pass.skip(js::run(&trimmed.text, js::is_space));
    pass.finish()
}

fn comment_end(text: &str, mark: usize) -> Option<usize> {
    let comment = text[mark..].strip_prefix("%%")?;
    if comment.is_empty() || comment.starts_with(['{', '\n']) {
        return None;
    }
    let end = comment.find('\n').map_or(comment.len(), |at| at + 1);
    Some(mark + 2 + end)
}

/// Whether the text begins with `journey`, once a further front matter block, directives and comments are
/// set aside. (Mermaid takes any text that holds a word such as `C4Container` for a C4 diagram and refuses
/// it; here it is still a journey, and writing avoids the word.)
fn detect(source: &Source) -> Result<(), Refusal> {
    let text = &source.text;
    let mut at = fence::fence(text).map_or(0, |fence| fence.end);
    loop {
        at += js::run(&text[at..], js::is_space);
        let rest = &text[at..];
        if rest.starts_with("%%") {
            // What is left of comments and directives here: `%%` alone or `%%{` without a name.
            at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        } else {
            break;
        }
    }
    let rest = &text[at..];
    let problem = if rest.starts_with("journey") {
        return Ok(());
    } else if rest.is_empty() {
        Problem::NoDiagram
    } else if rest.starts_with("---") {
        Problem::FrontMatterFence
    } else {
        let found = rest.split(js::is_space).next().unwrap_or(rest).chars().take(40).collect();
        Problem::OtherDiagram { found }
    };
    Err(Refusal { at: source.origin(at), problem })
}
