//! The style sheets, joined in the order of `main.css` and made smaller.

use std::{fs, path::Path};

use crate::Outcome;

mod smaller;

const MAIN: &str = "main.css";

/// `main.css` lists the sheets as `@import "./tokens.css";`, so that it also works unbundled; here they become one file.
pub fn bundle(folder: &Path) -> Outcome<String> {
    let mut sheets = String::new();
    let mut rest = String::new();
    for (number, line) in load(&folder.join(MAIN))?.lines().enumerate() {
        if line.trim_start().starts_with("@import") {
            let name = imported(line).ok_or_else(|| {
                format!("{MAIN}, line {}: expected `@import \"./name.css\";`, found `{}`", number + 1, line.trim())
            })?;
            sheets.push_str(&sheet(folder, name)?);
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    sheets.push_str(&smaller::minify(&rest).map_err(|words| format!("{MAIN}: {words}"))?);
    Ok(sheets)
}

fn sheet(folder: &Path, name: &str) -> Outcome<String> {
    let source = load(&folder.join(name))?;
    if source.contains("@import") {
        return Err(format!("{name}: only {MAIN} may import, or the order of the sheets is hard to tell"));
    }
    smaller::minify(&source).map_err(|words| format!("{name}: {words}"))
}

fn load(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The file an import line names. Layers and media lists are refused: the joined file would lose them.
fn imported(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("@import")?.trim().strip_suffix(';')?.trim();
    let quoted = rest.strip_prefix('"')?.strip_suffix('"')?;
    let name = quoted.strip_prefix("./").unwrap_or(quoted);
    (!name.contains('"') && !name.contains("..") && !name.starts_with('/')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_names_a_file_of_the_folder_and_nothing_else() {
        assert_eq!(imported(r#"@import "./tokens.css";"#), Some("tokens.css"));
        assert_eq!(imported(r#"  @import "page/form.css";"#), Some("page/form.css"));
        assert_eq!(imported(r#"@import "./tokens.css" layer(base);"#), None);
        assert_eq!(imported(r#"@import "../secret.css";"#), None);
    }
}
