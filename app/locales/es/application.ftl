# Solicitudes, códigos, invitaciones.
apply-title = Participar en { $edition }
apply-to-course = Sobre el curso
apply-lede = Su solicitud llega al equipo de la edición. Recibirá un correo cuando haya decidido.
apply-full = Todos los cupos están ocupados. Puede enviar su solicitud igualmente: espera por si se libera uno.
apply-again = Retiró su solicitud. Puede enviarla de nuevo.
apply-choose = Elija una respuesta
apply-button = Enviar la solicitud
apply-sent = Su solicitud se envió.
apply-applied = Recibimos su solicitud. El equipo todavía no decide.
apply-waiting = Su solicitud está en la lista de espera. Si se libera un lugar para usted, recibirá un correo.
apply-accepted = Ya tiene un lugar.
apply-declined = Esta vez el equipo no pudo darle un lugar.
apply-withdrawn = Retiró su solicitud.
apply-on = Enviada el
apply-answers = Lo que respondió
apply-withdraw = Retirar la solicitud
apply-withdraw-hint = Mientras no haya una decisión puede retirarla y enviarla otra vez más adelante.
apply-code-lede = Esta edición es para quienes tienen su código. Se lo da su equipo.
apply-code-hint = No importan las mayúsculas ni los acentos.
application-applied = sin decidir
application-waiting = espera un lugar
application-accepted = aceptada
application-declined = no aceptada
application-withdrawn = retirada
home-applications = Mis solicitudes
course-apply = Enviar una solicitud
course-with-code = Entrar con un código
course-by-invitation = Se participa por invitación. Si tiene una, abra el enlace de su correo.
invitation-title = Tiene una invitación
invitation-lede = El equipo de «{ $edition }» le invita a participar.
invitation-accept = Tomar mi lugar
invitation-expired = Esta invitación ya se usó o una más nueva tomó su lugar. Si ya tiene un lugar, la edición está en Mi campus.

applications-title = { $edition }: solicitudes
applications-filters = Qué solicitudes
applications-applied = Sin decidir
applications-waiting = En espera
applications-accepted = Aceptadas
applications-declined = No aceptadas
applications-withdrawn = Retiradas
applications-all = Todas
applications-search = Buscar por nombre o correo
applications-caption = { $count ->
    [one] 1 solicitud, por orden de llegada
   *[other] { $count } solicitudes, por orden de llegada
}
applications-choose = Elegir
applications-choose-one = Elegir a { $name }
applications-name = Nombre
applications-applied-at = Enviada el
applications-state = Estado
applications-answers = Respuestas
applications-no-answers = ninguna
applications-read = Leer las respuestas
applications-decide = Decidir sobre las elegidas
applications-reason-hint = Quien no recibe un lugar lo lee en el correo.
decision-accept = Aceptar
decision-wait = Poner en lista de espera
decision-decline = No aceptar
decision-undo = Deshacer la decisión
applications-done = { $count ->
    [0] Nada cambió.
    [one] Hecho, con 1 solicitud.
   *[other] Hecho, con { $count } solicitudes.
}
applications-no-seat = { $count ->
    [one] Para 1 ya no había lugar: está en la lista de espera.
   *[other] Para { $count } ya no había lugar: están en la lista de espera.
}
applications-passed = { $count ->
    [one] 1 quedó como estaba: lo decidido se deshace primero, y un lugar en el que alguien ya comenzó no se quita.
   *[other] { $count } quedaron como estaban: lo decidido se deshace primero, y un lugar en el que alguien ya comenzó no se quita.
}
applications-empty-title = Aquí no hay solicitudes
applications-empty = Todavía nadie envió una solicitud. Puede escribir preguntas propias que cada solicitud responde.
applications-none = Ninguna está así o ninguna coincide.
applications-not-so = A esta edición no se entra por solicitud. Sus ajustes dicen cómo.
applications-show-all = Ver todas las solicitudes
applications-to-questions = Escribir preguntas
applications-to-settings = Abrir los ajustes

entry-title = { $edition }: cómo se entra
entry-change = Cambiarlo en los ajustes
entry-questions = Preguntas para la solicitud
entry-no-questions = No hay. Quien envía una solicitud solo la confirma.
entry-new-question = Agregar una pregunta
entry-options-hint = Para una lista de respuestas: una por línea, en español y después de una barra en inglés. Por ejemplo: Ministerio | Ministry
entry-add = Agregar la pregunta
entry-remove = Quitar
entry-remove-one = Quitar «{ $question }»
entry-required = hay que responderla
entry-waiting = Lista de espera y código
entry-shares-hint = Solo para cupos reservados: un país por línea con sus cupos, por ejemplo PY 2. Los demás cupos son para quien llegó primero.
entry-code-hint = Para ediciones con código: al menos seis caracteres.
entry-invite = Invitar a personas
entry-emails-hint = Correos, uno por línea o separados por comas. Cada persona recibe un enlace que da un lugar una vez.
entry-invite-button = Enviar las invitaciones
entry-invited = { $count ->
    [0] Todas ya habían aceptado. No se escribió a nadie.
    [one] 1 invitación va en camino.
   *[other] { $count } invitaciones van en camino.
}
entry-invitations = { $count ->
    [one] 1 invitación
   *[other] { $count } invitaciones
}
entry-used = aceptada
entry-not-used = todavía sin aceptar
question-line = Una línea
question-text = Varias líneas
question-choice = Una lista de respuestas
waiting-team = El equipo decide quién toma un lugar que se libera
waiting-first-come = Lo toma quien llegó primero
waiting-shares = Hay cupos reservados por país
overview-applications = { $count ->
    [one] 1 solicitud espera una decisión
   *[other] { $count } solicitudes esperan una decisión
}
teach-tab-applications = Solicitudes
teach-tab-entry = Entrada
