//! A filled worksheet as a file of its own: plain text, or one HTML page that needs nothing else.

use domain::language::Language;
use domain::learning::ActivityView;

use crate::i18n::words;

/// Plain text; nothing for an activity that is no worksheet.
#[must_use]
pub fn text(view: &ActivityView, language: Language) -> Option<String> {
    let sheet = view.worksheet.as_ref()?;
    let mut text = format!("{}\n{}\n", view.title, view.outline.edition.title);
    for field in &sheet.fields {
        text.push_str(&format!("\n{}\n{}\n", field.label, answer(&field.text, language)));
    }
    Some(text)
}

/// An HTML document; nothing for an activity that is no worksheet.
#[must_use]
pub fn html(view: &ActivityView, language: Language) -> Option<String> {
    let sheet = view.worksheet.as_ref()?;
    let (title, edition) = (escaped(&view.title), escaped(&view.outline.edition.title));
    let fields: String = sheet
        .fields
        .iter()
        .map(|field| {
            format!("<h2>{}</h2>\n<p>{}</p>\n", escaped(&field.label), escaped(&answer(&field.text, language)))
        })
        .collect();
    Some(format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>body{{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}}\
         h2{{font-size:1.1rem;margin:1.6rem 0 .3rem}}p{{margin:0;white-space:pre-wrap}}</style>\n\
         <h1>{title}</h1>\n<p>{edition}</p>\n{fields}</html>\n"
    ))
}

fn answer(text: &str, language: Language) -> String {
    if text.is_empty() { words(language, "worksheet-blank", &[]) } else { text.to_owned() }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_was_written_stays_text() {
        assert_eq!(escaped("<b onclick=\"x\">&</b>"), "&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;");
    }
}
