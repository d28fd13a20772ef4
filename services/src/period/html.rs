//! The annual report as one page that needs nothing else: no script, no picture, no font of its own.

use std::fmt::Write as _;

use crate::paper::Sheet;

const STYLE: &str = "body{font:1.05rem/1.55 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1.5rem;color:#221a2b;background:#fffdf9}\
h1,h2{line-height:1.2;color:#371562}.eyebrow{color:#8a3f08;margin:0}.facts{color:#5f5468;margin:.2rem 0}\
.wrap{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}\
caption{text-align:left;font-weight:600}th,td{padding:.35rem .6rem;border-bottom:1px solid #e3d9ca;text-align:right;vertical-align:top}\
th:first-child,td:first-child{text-align:left}thead th{border-bottom:2px solid #371562}\
section{break-inside:avoid-page}@media print{body{max-width:none;padding:0;background:none}.wrap{overflow:visible}}";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The page. The same sheet gives the same bytes.
pub(super) fn page(sheet: &Sheet) -> String {
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n",
        escaped(&sheet.lang),
        escaped(&sheet.title),
        escaped(&sheet.eyebrow),
        escaped(&sheet.title),
    );
    for fact in &sheet.facts {
        let _ = writeln!(page, "<p class=\"facts\">{}</p>", escaped(fact));
    }
    for part in &sheet.parts {
        let _ = writeln!(page, "<section>\n<h2>{}</h2>", escaped(&part.title));
        for words in part.text.split("\n\n").filter(|words| !words.trim().is_empty()) {
            let _ = writeln!(page, "<p>{}</p>", escaped(words.trim()).replace('\n', "<br>"));
        }
        if !part.rows.is_empty() {
            let head: String =
                part.head.iter().map(|word| format!("<th scope=\"col\">{}</th>", escaped(word))).collect();
            let _ = writeln!(
                page,
                "<div class=\"wrap\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>",
                escaped(&part.title)
            );
            for row in &part.rows {
                let mut cells = row.iter();
                let first = cells.next().map(|word| format!("<th scope=\"row\">{}</th>", escaped(word)));
                let rest: String = cells.map(|word| format!("<td>{}</td>", escaped(word))).collect();
                let _ = writeln!(page, "<tr>{}{rest}</tr>", first.unwrap_or_default());
            }
            page.push_str("</tbody>\n</table></div>\n");
        }
        page.push_str("</section>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::Part;

    #[test]
    fn nothing_in_a_report_is_markup() {
        let sheet = Sheet {
            lang: "es".into(),
            title: "<b>&\"".into(),
            parts: vec![Part {
                title: "a".into(),
                text: "<script>\n\nb".into(),
                head: vec!["<i>".into()],
                rows: vec![vec!["<u>".into(), "1".into()]],
            }],
            ..Sheet::default()
        };
        let page = page(&sheet);
        assert!(!page.contains("<script>") && !page.contains("<u>") && !page.contains("<b>") && !page.contains("<i>"));
        assert!(page.contains("<th scope=\"row\">&lt;u&gt;</th><td>1</td>"));
    }
}
