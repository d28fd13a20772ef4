//! The HTML that shows a medium. Everything that an author wrote is escaped here: it is put in behind the sanitiser.

use domain::language::Language;

use super::{Class, Medium};

/// Words that stand around a medium.
struct Labels {
    picture: &'static str,
    film: &'static str,
    sound: &'static str,
    captions: &'static str,
    transcript: &'static str,
}

const fn labels(language: Language) -> Labels {
    match language {
        Language::Es => Labels {
            picture: "Imagen",
            film: "Vídeo",
            sound: "Audio",
            captions: "Subtítulos",
            transcript: "Transcripción",
        },
        Language::En => {
            Labels { picture: "Picture", film: "Video", sound: "Audio", captions: "Captions", transcript: "Transcript" }
        }
    }
}

/// What goes with a medium: the words for those who do not see it, the caption under it, and of a film or a sound the
/// address of its captions and its transcript as HTML.
#[derive(Debug)]
pub(in super::super) struct Around<'a> {
    pub alt: &'a str,
    pub caption: &'a str,
    pub captions: &'a str,
    pub transcript: &'a str,
}

/// A picture, a film or a sound. The word of its kind is kept in `data-word`, for pages of words only.
pub(in super::super) fn figure(medium: &Medium, around: &Around<'_>, language: Language) -> String {
    let labels = labels(language);
    let caption = match around.caption.trim() {
        "" => String::new(),
        caption => format!("<figcaption>{}</figcaption>", escape(caption)),
    };
    let (address, alt) = (&medium.address, escape(around.alt));
    if medium.class == Class::Picture {
        let size = medium.size.map(|(w, h)| format!(" width=\"{w}\" height=\"{h}\"")).unwrap_or_default();
        return format!(
            "<figure class=\"picture\" data-word=\"{}\"><img src=\"{address}\" alt=\"{alt}\"{size} loading=\"lazy\" \
             decoding=\"async\">{caption}</figure>",
            labels.picture
        );
    }
    let (element, class, word) = match medium.class {
        Class::Film => ("video", "film", labels.film),
        _ => ("audio", "sound", labels.sound),
    };
    format!(
        "<figure class=\"{class}\" data-word=\"{word}\"><{element} controls preload=\"none\" aria-label=\"{alt}\">\
         <source src=\"{address}\" type=\"{}\"><track kind=\"captions\" src=\"{}\" srclang=\"{language}\" \
         label=\"{}\" default></{element}><p class=\"medium-size\"><a href=\"{address}\">{alt}</a> \
         <span class=\"document-size\">({word}, {})</span></p>{caption}<details class=\"transcript\"><summary>{}</summary>{}\
         </details></figure>",
        medium.mime,
        around.captions,
        labels.captions,
        bytes_words(medium.bytes, language),
        labels.transcript,
        around.transcript,
    )
}

/// The kind and the size of a document, as they stand behind its link.
pub(in super::super) fn size_words(medium: &Medium, language: Language) -> String {
    format!(
        " <span class=\"document-size\">({}, {})</span>",
        medium.ending.to_uppercase(),
        bytes_words(medium.bytes, language)
    )
}

/// A size for people: `340 KB`, `1.2 MB`.
fn bytes_words(bytes: usize, language: Language) -> String {
    let tenths = (bytes + 52_428) / 104_858;
    if tenths < 10 {
        return format!("{} KB", bytes.div_ceil(1024));
    }
    let point = match language {
        Language::Es => ',',
        Language::En => '.',
    };
    format!("{}{point}{} MB", tenths / 10, tenths % 10)
}

/// A text inside HTML, in an element or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_say_them() {
        assert_eq!(bytes_words(100, Language::En), "1 KB");
        assert_eq!(bytes_words(340 * 1024, Language::Es), "340 KB");
        assert_eq!(bytes_words(1_258_291, Language::Es), "1,2 MB");
        assert_eq!(bytes_words(1_258_291, Language::En), "1.2 MB");
    }

    #[test]
    fn an_authors_words_stay_words() {
        assert_eq!(escape("a \"b\" <c> & 'd'\ne"), "a &quot;b&quot; &lt;c&gt; &amp; &#39;d&#39; e");
    }
}
