//! The mail about conversations that its reader follows or is mentioned in: all that is new, in one.

use domain::language::Language;
use serde::{Deserialize, Serialize};

/// What is new for one reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Ends the reader's forum mail.
    pub secret: String,
    pub threads: Vec<DigestThread>,
}

/// The new posts of one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestThread {
    pub title: String,
    /// The edition's title, or the course's.
    pub place: String,
    /// Where its first new post is, after the language.
    pub path: String,
    pub posts: Vec<DigestPost>,
}

/// A new post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestPost {
    /// As its author wants to be shown.
    pub author: String,
    /// Its first words.
    pub text: String,
    /// It mentions the reader.
    pub mention: bool,
}

impl Digest {
    /// Subject and text, with links to the campus at `url`.
    pub(super) fn words(&self, language: Language, url: &str) -> (String, String) {
        let (hello, end) = match language {
            Language::Es => (
                "Hola:\n\nEsto es nuevo en las conversaciones que sigue.",
                "Para recibir este correo una vez al día, o solo cuando alguien le mencione, abra su perfil:",
            ),
            Language::En => (
                "Hello,\n\nThis is new in the conversations that you follow.",
                "To get this mail once a day, or only when somebody mentions you, open your profile:",
            ),
        };
        let stop = match language {
            Language::Es => "Para no recibir más correo de los foros, sin iniciar sesión:",
            Language::En => "To get no more mail of the forums, without signing in:",
        };
        let threads: Vec<String> = self.threads.iter().map(|thread| thread.words(language, url)).collect();
        let text = format!(
            "{hello}\n\n{}\n\n{end}\n{url}/{language}/profile#forum\n\n{stop}\n{url}/{language}/forum-mail/{}",
            threads.join("\n\n"),
            self.secret
        );
        (self.subject(language), text)
    }

    fn subject(&self, language: Language) -> String {
        let posts = || self.threads.iter().flat_map(|thread| &thread.posts);
        let count = posts().count();
        match (self.threads.as_slice(), posts().find(|post| post.mention), language) {
            ([thread], Some(post), Language::Es) => format!("{} le menciona en «{}»", post.author, thread.title),
            ([thread], Some(post), Language::En) => format!("{} mentions you in “{}”", post.author, thread.title),
            ([thread], None, Language::Es) => format!("Nuevo en «{}»", thread.title),
            ([thread], None, Language::En) => format!("New in “{}”", thread.title),
            (threads, _, Language::Es) => format!("{count} mensajes nuevos en {} conversaciones", threads.len()),
            (threads, _, Language::En) => format!("{count} new posts in {} conversations", threads.len()),
        }
    }
}

impl DigestThread {
    fn words(&self, language: Language, url: &str) -> String {
        let posts: Vec<String> = self.posts.iter().map(|post| post.words(language)).collect();
        format!("— {} · {}\n{url}/{language}/{}\n\n{}", self.title, self.place, self.path, posts.join("\n\n"))
    }
}

impl DigestPost {
    fn words(&self, language: Language) -> String {
        let who = match (self.mention, language) {
            (false, _) => format!("{}:", self.author),
            (true, Language::Es) => format!("{}, que le menciona:", self.author),
            (true, Language::En) => format!("{}, who mentions you:", self.author),
        };
        let quoted: Vec<String> = self.text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
        format!("{who}\n{}", quoted.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest() -> Digest {
        let post =
            |author: &str, mention| DigestPost { author: author.into(), text: "Hola\n\na todas".into(), mention };
        Digest {
            secret: "abc".into(),
            threads: vec![DigestThread {
                title: "Una duda".into(),
                place: "SISDEHM".into(),
                path: "learn/e/forum/1".into(),
                posts: vec![post("Ana", false), post("Eva", true)],
            }],
        }
    }

    #[test]
    fn a_mail_quotes_what_is_new_and_says_how_to_end_it() {
        let (subject, text) = digest().words(Language::Es, "https://campus.test");
        assert_eq!(subject, "Eva le menciona en «Una duda»");
        assert!(text.contains("\nAna:\n> Hola\n>\n> a todas\n"), "{text}");
        assert!(text.contains("https://campus.test/es/learn/e/forum/1\n"), "{text}");
        assert!(text.ends_with("https://campus.test/es/forum-mail/abc"), "{text}");
    }

    #[test]
    fn several_conversations_are_counted() {
        let mut two = digest();
        two.threads.push(two.threads[0].clone());
        assert_eq!(two.words(Language::En, "").0, "4 new posts in 2 conversations");
    }
}
