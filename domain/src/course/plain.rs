//! A course's text as words only: for a slow line, for an old device, for whoever wants no pictures.

/// The text without anything that a browser would fetch: a picture becomes what it shows, a film or a sound what it says.
/// Knows the figures that a course's import makes (`<figure class="…" data-word="…">`); everything else stays.
#[must_use]
pub fn words_only(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<figure class=\"") {
        out.push_str(before);
        let Some((figure, following)) = after.split_once("</figure>") else {
            out.push_str("<figure class=\"");
            rest = after;
            continue;
        };
        out.push_str("<figure class=\"");
        out.push_str(&without_media(figure));
        out.push_str("</figure>");
        rest = following;
    }
    out.push_str(rest);
    out
}

fn without_media(figure: &str) -> String {
    let word = attribute(figure, "data-word").unwrap_or_default();
    if let Some((before, after)) = figure.split_once("<img ") {
        let Some((image, after)) = after.split_once('>') else { return figure.to_owned() };
        let alt = attribute(image, "alt").unwrap_or_default();
        return format!("{before}<p><strong>{word}.</strong> {alt}</p>{after}");
    }
    for element in ["video", "audio"] {
        let cut = figure
            .split_once(&format!("<{element} "))
            .and_then(|(before, after)| Some((before, after.split_once(&format!("</{element}>"))?.1)));
        if let Some((before, after)) = cut {
            return format!("{before}{after}");
        }
    }
    figure.to_owned()
}

/// The value of an attribute, escaped as it stands there: the import never leaves a `"` or a `>` in one.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_become_their_words_and_nothing_is_fetched() {
        let html = "<p>a</p><figure class=\"picture\" data-word=\"Imagen\"><img src=\"/media/x.svg\" alt=\"Dos &gt; &quot;uno&quot;\" \
                    loading=\"lazy\"><figcaption>Pie</figcaption></figure><p>b</p>";
        assert_eq!(
            words_only(html),
            "<p>a</p><figure class=\"picture\" data-word=\"Imagen\"><p><strong>Imagen.</strong> Dos &gt; &quot;uno&quot;</p>\
             <figcaption>Pie</figcaption></figure><p>b</p>"
        );
    }

    #[test]
    fn films_keep_their_link_and_transcript() {
        let html = "<figure class=\"film\" data-word=\"Vídeo\"><video controls><source src=\"x\"><track></video><p>size</p>\
                    <details>said</details></figure>";
        let plain = words_only(html);
        assert!(
            !plain.contains("<video") && !plain.contains("<track") && plain.contains("said") && plain.contains("size")
        );
    }

    #[test]
    fn other_texts_stay() {
        for text in
            ["", "<p>a &lt;figure&gt;</p>", "<figure class=\"picture\">cut off", "<figure class=\"x\"><img ></figure>"]
        {
            let _ = words_only(text);
        }
        assert_eq!(words_only("<p>a</p>"), "<p>a</p>");
        assert_eq!(words_only("<figure class=\"cut"), "<figure class=\"cut");
    }
}
