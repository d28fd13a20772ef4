//! The words of mails, in each language: short, warm, and clear about what to do when a mail was not expected.

use domain::language::Language;

use super::Mail;

/// Subject and text of `mail`, with links to the campus at `url`.
pub fn of(mail: &Mail, language: Language, url: &str) -> (String, String) {
    let (subject, text) = match language {
        Language::Es => es(mail, url),
        Language::En => en(mail, url),
    };
    let signature = match language {
        Language::Es => "El campus de la CIM",
        Language::En => "The CIM campus",
    };
    (subject, format!("{text}\n\n{signature}\n{url}/{language}\n"))
}

fn es(mail: &Mail, url: &str) -> (String, String) {
    match mail {
        Mail::VerifyEmail { given_name, secret } => (
            "Confirme su correo".to_owned(),
            format!(
                "Hola, {given_name}:\n\nLe damos la bienvenida al campus. Confirme que este correo es suyo con este enlace, \
                 que funciona una vez y durante siete días:\n\n{url}/es/verify-email/{secret}\n\n\
                 Si no creó una cuenta, ignore este mensaje: no pasará nada."
            ),
        ),
        Mail::AlreadyRegistered { given_name } => (
            "Ya tiene una cuenta".to_owned(),
            format!(
                "Hola, {given_name}:\n\nAlguien quiso crear una cuenta con este correo, y usted ya tiene una. Puede entrar aquí:\n\n\
                 {url}/es/sign-in\n\nSi olvidó su contraseña, elija una nueva:\n\n{url}/es/forgot\n\n\
                 Si no fue usted, no hace falta que haga nada: su cuenta sigue igual."
            ),
        ),
        Mail::ResetPassword { given_name, secret } => (
            "Elija una contraseña nueva".to_owned(),
            format!(
                "Hola, {given_name}:\n\nCon este enlace puede elegir una contraseña nueva. Funciona una vez y durante una hora:\n\n\
                 {url}/es/reset/{secret}\n\nSi no lo pidió, ignore este mensaje: su contraseña sigue siendo la misma."
            ),
        ),
        Mail::Claim { given_name, secret } => (
            "Encuentre su registro".to_owned(),
            format!(
                "Hola:\n\n{given_name} tiene una cuenta en el campus y pidió unir a ella lo que está registrado con este correo: \
                 participaciones y certificados. Si fue usted, abra este enlace con su cuenta abierta y confírmelo. Funciona una vez y \
                 durante un día:\n\n{url}/es/claim/{secret}\n\nSi no fue usted, ignore este mensaje: no pasará nada."
            ),
        ),
        Mail::Welcome { edition } => (
            format!("Su lugar en «{edition}»"),
            format!(
                "Hola:\n\nYa tiene su lugar en «{edition}». Su próximo paso le espera aquí:\n\n{url}/es/home\n\n¡Que lo disfrute!"
            ),
        ),
        Mail::ApplicationWaits { edition } => (
            format!("Su solicitud para «{edition}» está en lista de espera"),
            format!(
                "Hola:\n\nPor ahora no hay un lugar libre en «{edition}». Su solicitud está en la lista de espera: si se libera \
                 un lugar para usted, recibirá un correo. Aquí ve cómo está:\n\n{url}/es/home"
            ),
        ),
        Mail::ApplicationDeclined { edition, reason } => (
            format!("Su solicitud para «{edition}»"),
            format!(
                "Hola:\n\nEsta vez el equipo de «{edition}» no puede darle un lugar. Esto es lo que escribe:\n\n{reason}\n\n\
                 Otras ediciones, por si le interesan:\n\n{url}/es/courses"
            ),
        ),
        Mail::Invitation { edition, secret } => (
            format!("Una invitación a «{edition}»"),
            format!(
                "Hola:\n\nEl equipo de «{edition}» le invita a participar. Con este enlace toma su lugar; si todavía no tiene una \
                 cuenta, allí mismo puede crearla:\n\n{url}/es/invitation/{secret}\n\nSi no le interesa, ignore este mensaje."
            ),
        ),
        Mail::Message { edition, subject, text, path } => {
            (subject.clone(), format!("{text}\n\n—\nDel equipo de «{edition}». La edición: {url}/es/{path}"))
        }
        Mail::Certificate { edition, code } => (
            format!("Su certificado de «{edition}»"),
            format!(
                "¡Felicitaciones!\n\nCompletó «{edition}». Aquí está su certificado, para verlo e imprimirlo:\n\n\
                 {url}/es/certificates/{code}\n\nQuien quiera comprobarlo puede hacerlo aquí:\n\n{url}/es/verify/{code}"
            ),
        ),
        Mail::TookPart { edition, code } => (
            format!("Su constancia de participación en «{edition}»"),
            format!(
                "Hola:\n\nGracias por haber participado en «{edition}». Aquí está su constancia, para verla e imprimirla:\n\n\
                 {url}/es/certificates/{code}\n\nQuien quiera comprobarla puede hacerlo aquí:\n\n{url}/es/verify/{code}"
            ),
        ),
        Mail::Graded { edition, title, path } => (
            format!("Ya tiene calificación: «{title}»"),
            format!(
                "Hola:\n\nSu trabajo «{title}», de «{edition}», ya tiene calificación. Aquí están los puntos, los comentarios y lo \
                 que puede hacer ahora:\n\n{url}/es/{path}"
            ),
        ),
        Mail::SessionSoon(soon) => soon.words(Language::Es, url),
        Mail::ForumDigest(digest) => digest.words(Language::Es, url),
    }
}

fn en(mail: &Mail, url: &str) -> (String, String) {
    match mail {
        Mail::VerifyEmail { given_name, secret } => (
            "Confirm your e-mail address".to_owned(),
            format!(
                "Hello {given_name},\n\nWelcome to the campus. Please confirm that this address is yours with this link, \
                 which works once and for seven days:\n\n{url}/en/verify-email/{secret}\n\n\
                 If you did not open an account, ignore this message: nothing will happen."
            ),
        ),
        Mail::AlreadyRegistered { given_name } => (
            "You already have an account".to_owned(),
            format!(
                "Hello {given_name},\n\nSomebody wanted to open an account with this address, and you already have one. Sign in here:\n\n\
                 {url}/en/sign-in\n\nIf you forgot your password, choose a new one:\n\n{url}/en/forgot\n\n\
                 If it was not you, there is nothing to do: your account is as it was."
            ),
        ),
        Mail::ResetPassword { given_name, secret } => (
            "Choose a new password".to_owned(),
            format!(
                "Hello {given_name},\n\nWith this link you can choose a new password. It works once and for one hour:\n\n\
                 {url}/en/reset/{secret}\n\nIf you did not ask for it, ignore this message: your password stays the same."
            ),
        ),
        Mail::Claim { given_name, secret } => (
            "Find your record".to_owned(),
            format!(
                "Hello,\n\n{given_name} has an account on the campus and asked to join to it what is recorded under this address: \
                 participations and certificates. If it was you, open this link while you are signed in and confirm it. It works once \
                 and for one day:\n\n{url}/en/claim/{secret}\n\nIf it was not you, ignore this message: nothing will happen."
            ),
        ),
        Mail::Welcome { edition } => (
            format!("Your place in “{edition}”"),
            format!(
                "Hello,\n\nYou have a place in “{edition}”. Your next step is waiting for you here:\n\n{url}/en/home\n\nEnjoy it!"
            ),
        ),
        Mail::ApplicationWaits { edition } => (
            format!("Your application for “{edition}” is on the waiting list"),
            format!(
                "Hello,\n\nThere is no free place in “{edition}” for now. Your application is on the waiting list: if a place frees \
                 for you, you get a mail. Here you see how it stands:\n\n{url}/en/home"
            ),
        ),
        Mail::ApplicationDeclined { edition, reason } => (
            format!("Your application for “{edition}”"),
            format!(
                "Hello,\n\nThis time the team of “{edition}” cannot give you a place. This is what it writes:\n\n{reason}\n\n\
                 Other editions that may interest you:\n\n{url}/en/courses"
            ),
        ),
        Mail::Invitation { edition, secret } => (
            format!("An invitation to “{edition}”"),
            format!(
                "Hello,\n\nThe team of “{edition}” invites you to take part. With this link you take your place; if you have no \
                 account yet, you can open one there:\n\n{url}/en/invitation/{secret}\n\nIf it does not interest you, ignore this message."
            ),
        ),
        Mail::Message { edition, subject, text, path } => {
            (subject.clone(), format!("{text}\n\n—\nFrom the team of “{edition}”. The edition: {url}/en/{path}"))
        }
        Mail::Certificate { edition, code } => (
            format!("Your certificate of “{edition}”"),
            format!(
                "Congratulations!\n\nYou completed “{edition}”. Here is your certificate, to look at and to print:\n\n\
                 {url}/en/certificates/{code}\n\nWhoever wants to check it can do so here:\n\n{url}/en/verify/{code}"
            ),
        ),
        Mail::TookPart { edition, code } => (
            format!("Your certificate of participation in “{edition}”"),
            format!(
                "Hello,\n\nThank you for taking part in “{edition}”. Here is your certificate, to look at and to print:\n\n\
                 {url}/en/certificates/{code}\n\nWhoever wants to check it can do so here:\n\n{url}/en/verify/{code}"
            ),
        ),
        Mail::Graded { edition, title, path } => (
            format!("Your work was graded: “{title}”"),
            format!(
                "Hello,\n\nYour work “{title}”, for “{edition}”, has a grade. The points, the comments and what you can do now are \
                 here:\n\n{url}/en/{path}"
            ),
        ),
        Mail::SessionSoon(soon) => soon.words(Language::En, url),
        Mail::ForumDigest(digest) => digest.words(Language::En, url),
    }
}
