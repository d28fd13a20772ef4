//! A careful, small minifier: comments and white space go, nothing is rewritten.
//!
//! A full CSS compiler would save a few hundred bytes more after brotli and cost thirty crates. What it would also do,
//! lowering nested rules for older phones, is asked of the author instead: a nested rule is an error.

use crate::Outcome;

/// What an open brace began.
enum Block {
    /// `@media`, `@supports`, `@keyframes` and their like: rules inside are ordinary.
    Group,
    Style,
}

struct Minifier<'a> {
    rest: &'a str,
    out: String,
    /// White space seen and not yet written: whether it matters depends on what comes next.
    space: bool,
    /// Where the current selector or at-rule begins in `out`.
    prelude: usize,
    blocks: Vec<Block>,
}

pub fn minify(source: &str) -> Outcome<String> {
    let mut minifier = Minifier { rest: source, out: String::new(), space: false, prelude: 0, blocks: Vec::new() };
    while let Some(next) = minifier.rest.chars().next() {
        minifier.step(next).map_err(|words| {
            let line = source[..source.len() - minifier.rest.len()].matches('\n').count() + 1;
            format!("line {line}: {words}")
        })?;
    }
    if minifier.blocks.is_empty() {
        Ok(minifier.out)
    } else {
        Err(format!("{} closing braces are missing at the end", minifier.blocks.len()))
    }
}

impl Minifier<'_> {
    fn step(&mut self, next: char) -> Outcome<()> {
        match next {
            '/' if self.rest.starts_with("/*") => self.comment()?,
            '"' | '\'' => {
                let length = string_length(self.rest, next).ok_or("a string is not closed")?;
                self.copy(length);
            }
            '\\' => self.copy(1 + self.rest[1..].chars().next().map_or(0, char::len_utf8)),
            'u' | 'U' if starts_plain_url(self.rest) => {
                let length = self.rest.find(')').ok_or("url( is not closed")? + 1;
                self.copy(length);
            }
            '{' => {
                self.open()?;
                self.punctuation(next);
            }
            '}' => {
                self.blocks.pop().ok_or("a closing brace too many")?;
                if self.out.ends_with(';') {
                    self.out.pop();
                }
                self.punctuation(next);
            }
            ';' => self.punctuation(next),
            ',' => {
                let prelude = self.prelude;
                self.punctuation(next);
                self.prelude = prelude;
            }
            _ if next.is_whitespace() => {
                self.space = true;
                self.skip(next.len_utf8());
            }
            _ => self.copy(next.len_utf8()),
        }
        Ok(())
    }

    fn skip(&mut self, length: usize) {
        self.rest = &self.rest[length..];
    }

    fn copy(&mut self, length: usize) {
        if self.space && !self.out.is_empty() && !self.out.ends_with(['{', '}', ';', ',']) {
            self.out.push(' ');
        }
        self.space = false;
        self.out.push_str(&self.rest[..length]);
        self.skip(length);
    }

    /// A mark that needs no white space on either side, and after which something new begins.
    fn punctuation(&mut self, mark: char) {
        self.space = false;
        self.out.push(mark);
        self.prelude = self.out.len();
        self.skip(1);
    }

    fn comment(&mut self) -> Outcome<()> {
        let length = self.rest.find("*/").ok_or("a comment is not closed")? + 2;
        self.skip(length);
        let lonely = self.space
            || self.rest.starts_with(char::is_whitespace)
            || self.out.is_empty()
            || self.out.ends_with(['{', '}', ';', ',']);
        if !lonely {
            // It is all that keeps two words apart, or two parts of one selector together.
            self.out.push_str("/**/");
        }
        Ok(())
    }

    fn open(&mut self) -> Outcome<()> {
        let prelude = self.out[self.prelude..].trim();
        let group = prelude.starts_with('@');
        if matches!(self.blocks.last(), Some(Block::Style)) {
            return Err(format!("`{prelude}` is nested in another rule, which older phones do not understand"));
        }
        self.blocks.push(if group { Block::Group } else { Block::Style });
        Ok(())
    }
}

fn string_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            _ if next == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// `url(` without quotes, whose content must be left alone; with quotes it is a string like any other.
fn starts_plain_url(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("))
        && !text[4..].trim_start().starts_with(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(source: &str) -> String {
        minify(source).unwrap()
    }

    #[test]
    fn space_and_comments_go_where_they_mean_nothing() {
        assert_eq!(
            small("/* reason */\na , b > c {\n  color: red;\n  margin: 0 auto;\n}\n"),
            "a,b > c{color: red;margin: 0 auto}"
        );
        assert_eq!(small("@media (min-width: 40em) {\n  a { x: 1 }\n}"), "@media (min-width: 40em){a{x: 1}}");
    }

    #[test]
    fn space_stays_where_it_means_something() {
        assert_eq!(small("a :hover{w:calc(1px + (2px - 1%))}"), "a :hover{w:calc(1px + (2px - 1%))}");
        assert_eq!(small("a{content:\"  /* no */ ; \\\" \"}"), "a{content:\"  /* no */ ; \\\" \"}");
        assert_eq!(
            small("a{b:url(data:image/svg+xml;base64,aa//bb/*c)}"),
            "a{b:url(data:image/svg+xml;base64,aa//bb/*c)}"
        );
        assert_eq!(small("a/**/.b{margin:0/* */auto}"), "a/**/.b{margin:0/**/auto}");
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        assert_eq!(minify("a{\n color: red;\n & b { x: 1 }\n}").unwrap_err().split(':').next(), Some("line 3"));
        assert!(minify("a{}}").unwrap_err().contains("too many"));
        assert!(minify("a{").unwrap_err().contains("missing"));
        assert!(minify("a{b:\"c\n}").unwrap_err().contains("string"));
    }
}
