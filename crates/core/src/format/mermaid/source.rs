//! Text that is rewritten step by step and still knows where each piece of it stood in the file.

/// A rewritten text with the way back to the original.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) text: String,
    /// Where a verbatim piece starts: (byte in `text`, byte in the original), ascending in both.
    pieces: Vec<(usize, usize)>,
}

impl Source {
    pub(super) fn new(original: &str) -> Self {
        Self { text: original.to_owned(), pieces: vec![(0, 0)] }
    }

    /// The byte in the original that the byte `at` of the text came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        let (start, origin) = piece.checked_sub(1).map_or((0, 0), |last| self.pieces[last]);
        origin + (at - start)
    }

    /// Starts a rewriting pass over this text.
    pub(super) fn rewrite(&self) -> Rewrite<'_> {
        Rewrite {
            from: self,
            read: 0,
            out: Source { text: String::with_capacity(self.text.len()), pieces: vec![] },
        }
    }
}

/// One pass over a [`Source`], from front to back; positions given to it ascend.
pub(super) struct Rewrite<'a> {
    from: &'a Source,
    read: usize,
    out: Source,
}

impl Rewrite<'_> {
    /// Takes over everything up to `end`.
    pub(super) fn keep(&mut self, end: usize) {
        if end <= self.read {
            return;
        }
        let first = self.from.pieces.partition_point(|(start, _)| *start <= self.read);
        self.mark();
        for (start, origin) in self.from.pieces[first..].iter().take_while(|(start, _)| *start < end) {
            self.out.pieces.push((self.out.text.len() + (start - self.read), *origin));
        }
        self.out.text.push_str(&self.from.text[self.read..end]);
        self.read = end;
    }

    /// Leaves out everything up to `end`.
    pub(super) fn skip(&mut self, end: usize) {
        self.read = self.read.max(end);
    }

    /// Puts `text` in the place of everything up to `end`.
    pub(super) fn replace(&mut self, end: usize, text: &str) {
        self.mark();
        self.out.text.push_str(text);
        self.skip(end);
    }

    pub(super) fn finish(mut self) -> Source {
        self.keep(self.from.text.len());
        if self.out.pieces.is_empty() {
            self.mark();
        }
        self.out
    }

    fn mark(&mut self) {
        self.out.pieces.push((self.out.text.len(), self.from.origin(self.read)));
    }
}

/// Line numbers of an original text. A line ends at a line feed, a carriage return, or both.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    original: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(original: &'a str) -> Self {
        let bytes = original.as_bytes();
        let ends = (0..bytes.len()).filter(|&i| match bytes[i] {
            b'\n' => true,
            b'\r' => bytes.get(i + 1) != Some(&b'\n'),
            _ => false,
        });
        Self { original, starts: std::iter::once(0).chain(ends.map(|i| i + 1)).collect() }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The line that a byte stands on, without its end.
    pub(super) fn text(&self, at: usize) -> &'a str {
        let line = self.line(at);
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(self.original.len());
        self.original[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The character within its line that a byte belongs to, from 1.
    pub(super) fn column(&self, at: usize) -> usize {
        let start = self.starts[self.line(at) - 1];
        let line = &self.original[start..];
        line.char_indices().take_while(|(i, c)| i + c.len_utf8() <= at - start).count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_rewritten_twice_still_finds_its_places() {
        let source = Source::new("aa<cut>bbXcc");
        let mut pass = source.rewrite();
        pass.keep(2);
        pass.skip(7);
        pass.keep(9);
        pass.replace(10, "long");
        let source = pass.finish();
        assert_eq!(source.text, "aabblongcc");
        let mut pass = source.rewrite();
        pass.skip(1);
        pass.keep(3);
        pass.skip(4);
        let source = pass.finish();
        assert_eq!(source.text, "ablongcc");
        let places: Vec<_> = [0, 1, 2, 6, 7].iter().map(|at| source.origin(*at)).collect();
        assert_eq!(places, [1, 7, 9, 10, 11]);
    }

    #[test]
    fn lines_end_at_any_kind_of_line_end() {
        let lines = Lines::new("a\r\nb\rc\n\u{e9}d");
        assert_eq!([0, 3, 5, 7, 9].map(|at| lines.line(at)), [1, 2, 3, 4, 4]);
        assert_eq!(lines.column(9), 2);
        assert_eq!(lines.text(0), "a");
        assert_eq!(lines.text(9), "\u{e9}d");
        assert_eq!(Lines::new("").line(0), 1);
    }
}
