# El perfil, y por qué se pregunta cada cosa.
person-title = Mi perfil
person-lede = Solo el nombre y los apellidos son necesarios. Lo demás es voluntario y puede cambiarlo cuando quiera.
person-saved = Guardamos sus cambios.
person-link-sent = Le enviamos otro enlace. Si no llega en unos minutos, busque en el correo no deseado.
person-about = Sobre usted
person-name-why = Es el nombre que figura en sus certificados.
person-language-why = Para escribirle en su idioma.

person-counted = Lo que ayuda a rendir cuentas
person-counted-why = La CIM informa a los Estados cuántas personas se forman, quiénes son y dónde trabajan. Sus respuestas se suman a las de las demás personas y nunca aparecen en listas de participantes ni en certificados.
person-sex-why = El plan de la CIM pide saber cuántas mujeres y cuántos hombres se forman. Usted lo declara; no se deduce de su nombre. «Prefiero no decirlo» también es una respuesta.
person-sex-woman = Mujer
person-sex-man = Hombre
person-sex-another = Otra identidad
person-sex-declined = Prefiero no decirlo
person-country-why = Para saber a qué países llega la formación. Elija aquel en el que trabaja. Los Estados Miembros de la OEA están primero.
person-kind-why = Para saber a qué sectores llega: salud, justicia, educación y otros.
person-institution-why = Para que la CIM conozca con qué instituciones trabaja.
person-no-answer = Sin respuesta

person-consent-title = Qué hacemos con estas respuestas
person-consent-use = La CIM usa su sexo, su país, su tipo de personal y su institución para contar a las personas formadas y dar a conocer totales.
person-consent-never = Nadie que participe en sus cursos ve estas respuestas. Los totales públicos ocultan los grupos muy pequeños. No se venden ni se usan para decidir sobre usted.
person-consent-change = Puede cambiarlas aquí. Para retirarlas, elija «Sin respuesta», borre la institución, quite la marca y guarde. Lo ya contado en las ediciones que completó se conserva.
person-consent-more = Cómo cuidamos sus datos
person-consent-hint = Versión { $version } de este texto. Hace falta solo si responde alguna de estas preguntas.
person-save = Guardar

person-email-title = Correo electrónico
person-email-verified = Confirmado
person-email-unverified = Todavía no está confirmado. Abra el enlace que le enviamos; si no lo encuentra, pida otro.
person-resend = Enviarme otro enlace

person-password-title = Cambiar la contraseña
person-password-lede = Al cambiarla se cierran todas sus sesiones y vuelve a ingresar con la nueva.
person-password-new = La nueva: diez caracteres o más. Puede ser una frase.
person-password-button = Cambiar la contraseña
