//! Drawings: only what draws. A picture that runs a script or asks another site for something does not come in.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Mistakes;

/// Elements that do more than draw.
const FORBIDDEN: [&str; 9] =
    ["script", "foreignObject", "iframe", "image", "feImage", "audio", "video", "handler", "listener"];

/// Checks a drawing and reads its width and height.
pub(super) fn read(path: &str, bytes: &[u8], mistakes: &mut Mistakes) -> Option<(u32, u32)> {
    let mut reader = Reader::from_reader(bytes);
    let mut size = None;
    let mut first = true;
    let mut in_style = false;
    loop {
        let line = 1 + count_lines(bytes, reader.buffer_position());
        let mut wrong = |text: String| mistakes.note(path, line, text);
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
                if first && name != "svg" {
                    wrong("the first element is not `svg`".to_owned());
                }
                if first {
                    size = size_of(&element);
                }
                first = false;
                in_style = name == "style";
                if FORBIDDEN.iter().any(|forbidden| forbidden.eq_ignore_ascii_case(&name)) {
                    wrong(format!("`{name}` is not taken in a drawing; take it out"));
                }
                attributes(&element, &mut wrong);
            }
            Ok(Event::End(_)) => in_style = false,
            Ok(Event::Text(text)) if in_style => {
                if let Some(what) = outside(&String::from_utf8_lossy(&text)) {
                    wrong(what);
                }
            }
            Ok(Event::CData(text)) if in_style => {
                if let Some(what) = outside(&String::from_utf8_lossy(&text)) {
                    wrong(what);
                }
            }
            // A style in pieces could say in whole what none of its pieces says.
            Ok(Event::GeneralRef(_)) if in_style => wrong("a style is written without `&…;`".to_owned()),
            Ok(Event::DocType(kind)) if kind.contains(&b'[') => {
                wrong("a DOCTYPE with declarations is not taken; take it out".to_owned());
            }
            Ok(Event::PI(_)) => wrong("a processing instruction is not taken; take it out".to_owned()),
            Ok(_) => {}
            Err(error) => {
                wrong(format!("not well-formed: {error}"));
                return None;
            }
        }
    }
    if size.is_none() {
        mistakes.note(path, 1, "the `svg` has neither a `viewBox` nor a width and a height");
    }
    size
}

fn count_lines(bytes: &[u8], before: u64) -> usize {
    bytes.iter().take(usize::try_from(before).unwrap_or(usize::MAX)).filter(|byte| **byte == b'\n').count()
}

fn attributes(element: &BytesStart<'_>, wrong: &mut impl FnMut(String)) {
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else {
            wrong("an attribute is not well-formed".to_owned());
            continue;
        };
        let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            wrong(format!("the value of `{name}` is not well-formed"));
            continue;
        };
        if name.starts_with("on") {
            wrong(format!("`{name}` is not taken in a drawing; take it out"));
        } else if name == "href" || name == "src" {
            if !value.trim().starts_with('#') {
                wrong(format!("`{value}` leads out of the drawing; only `#…` is taken"));
            }
        } else if let Some(what) = outside(&value) {
            wrong(what);
        }
    }
}

/// What a style or a colour asks from elsewhere.
fn outside(style: &str) -> Option<String> {
    let folded = style.to_ascii_lowercase();
    let asks = folded.split("url(").skip(1).any(|rest| !rest.trim_start_matches(['"', '\'', ' ']).starts_with('#'));
    (asks || folded.contains('\\') || folded.contains("@import") || folded.contains("javascript:"))
        .then(|| "a style leads out of the drawing; only `url(#…)` is taken".to_owned())
}

/// From the width and the height; of a drawing that says them in percent, or not at all, from its `viewBox`.
fn size_of(element: &BytesStart<'_>) -> Option<(u32, u32)> {
    let text = |key: &str| {
        let attribute = element.try_get_attribute(key).ok()??;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    };
    let points = |text: String| whole(text.trim().trim_end_matches("px"));
    if let (Some(width), Some(height)) = (text("width").and_then(points), text("height").and_then(points)) {
        return Some((width, height));
    }
    let view = text("viewBox")?;
    let mut numbers = view.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    Some((whole(numbers.next()?)?, whole(numbers.next()?)?))
}

/// A length as a whole number of points. Digits behind the point are cut off.
fn whole(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let sound = part.bytes().all(|byte| byte.is_ascii_digit());
    whole.parse().ok().filter(|number| sound && (1..=20_000).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(svg: &str) -> Vec<String> {
        let mut mistakes = Mistakes::default();
        read("a.svg", svg.as_bytes(), &mut mistakes);
        mistakes.into_lines("c")
    }

    #[test]
    fn a_drawing_draws_and_does_nothing_else() {
        let sound = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10.5\">\n<style>a{fill:url(#g)}</style><use href=\"#g\"/></svg>";
        assert_eq!(mistakes(sound), Vec::<String>::new());
        assert_eq!(read("a", sound.as_bytes(), &mut Mistakes::default()), Some((20, 10)));
        let wrong = [
            "<script>1</script>",
            "<foreignObject/>",
            "<g onload=\"x()\"/>",
            "<a href=\"https://example.org\"/>",
            "<use xlink:href=\"other.svg#a\"/>",
            "<image href=\"#a\"/>",
            "<style>@import 'x.css'</style>",
            "<style><![CDATA[ a { fill: url(http://x) } ]]></style>",
            "<g style=\"fill:url( 'http://x')\"/>",
            "<?xml-stylesheet href=\"x.css\"?>",
            "<g>",
        ];
        for part in wrong {
            let svg = sound.replace("<use href=\"#g\"/>", part);
            assert!(mistakes(&svg).iter().any(|line| line.starts_with("c/a.svg:2: ")), "{part}: {:?}", mistakes(&svg));
        }
        assert!(!mistakes("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg width=\"1\" height=\"1\"/>").is_empty());
        assert!(!mistakes("<svg width=\"100%\"/>").is_empty() && !mistakes("<html/>").is_empty());
    }
}
