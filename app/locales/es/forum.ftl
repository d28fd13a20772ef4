# Foros de las ediciones y comunidades de práctica de los cursos.
field-thread-title = Título
field-post-text = Mensaje
field-forum-name = Cómo aparece su nombre en los foros
field-forum-chosen = El nombre que elige
field-forum-institution = Mostrar también mi institución
field-forum-mail = Correo sobre las conversaciones que sigo
field-forum-mentions = Escribirme cuando alguien me mencione
field-forum-follow = Seguir las conversaciones en las que escribo
field-report-reason = Por qué lo avisa
field-hide-reason = Motivo

forum-forum = Foro
forum-community = Comunidad de práctica
forum-lede = Pregunte, responda y comparta con quienes hacen esta edición. Nada de lo que escriba aquí se califica.
forum-community-lede = Aquí se encuentran quienes completaron el curso, en cualquiera de sus ediciones, para contarse qué les sirve en su trabajo.
forum-community-link = Comunidad de práctica del curso
forum-ended = Esta edición terminó: lo conversado se puede leer, y ya no admite mensajes.
forum-start = Iniciar una conversación
forum-empty-title = La primera voz puede ser la suya
forum-empty = Todavía no hay conversaciones. Salude, cuente desde dónde participa o deje una pregunta: basta una línea.
forum-empty-ended = En esta edición no hubo conversaciones.
forum-empty-action = Escribir la primera
forum-none-title = Nada coincide
forum-none = Pruebe con otras palabras o con otro filtro.
forum-show-all = Ver todas
forum-search = Buscar en títulos y mensajes
forum-filters = Qué conversaciones se muestran
forum-filter-all = Todas
forum-filter-unanswered = Sin respuesta
forum-filter-mine = En las que escribí
forum-filter-followed = Las que sigo
forum-count = { $count ->
    [one] 1 conversación
   *[other] { $count } conversaciones
}
forum-replies = { $count ->
    [0] Sin respuestas
    [one] 1 respuesta
   *[other] { $count } respuestas
}
forum-last = Última actividad:
forum-pinned = Fijada
forum-answered = Con respuesta
forum-closed = Cerrada
forum-hidden = Oculta
forum-followed = La sigue
forum-hidden-thread = Conversación oculta por moderación
forum-role-instructor = Docencia
forum-role-team = Equipo del campus
forum-moment = { $date }, { $time }
forum-zone = Las horas son de la zona { $zone }.

forum-new-title = Iniciar una conversación
forum-new-lede = Una pregunta por conversación ayuda a que otras personas la encuentren y la respondan.
forum-title-hint = En una línea, hasta { $most } caracteres.
forum-text-hint = Hasta { $most } caracteres. Quienes leen este foro verán su mensaje.
forum-publish = Publicar
forum-preview = Ver cómo queda
forum-preview-title = Así se verá. Todavía no se publicó.
forum-help = Cómo dar formato y mencionar a alguien
forum-markdown-help = Puede usar Markdown: **negrita**, *cursiva*, listas que empiezan con un guion, > para citar, y enlaces completos con https://. Las imágenes se muestran como enlaces, y el HTML como texto.
forum-mention-help = Escriba una arroba y el nombre de alguien de este foro para avisarle. Por ejemplo:
forum-name-why = Solo se muestra el nombre que elija aquí; nunca su correo, su sexo, su país ni su tipo de personal. Puede cambiarlo cuando quiera en su perfil.
forum-name-chosen = Otro nombre, el que escribo abajo
forum-chosen-hint = Solo si eligió otro nombre.
forum-institution-why = { $name }. Si no marca esta casilla, nadie la ve en sus cursos.

forum-reply-title = Responder
forum-reply-button = Publicar respuesta
forum-to-answer = Ir a la respuesta elegida
forum-answer = Respuesta
forum-post-by = Mensaje { $number }, de { $name }
forum-somebody = alguien
forum-edited = Editado:
forum-edit = Editar
forum-edit-until = Puede editarlo hasta:
forum-edit-button = Guardar cambios
forum-cancel = Dejarlo como está
forum-follow = Seguir por correo
forum-unfollow = Dejar de seguir
forum-report = Avisar a moderación
forum-reported = Ya avisó de este mensaje
forum-report-hint = Lo leen solo quienes moderan, hasta { $most } caracteres.
forum-report-button = Enviar aviso
forum-hidden-post = Este mensaje fue ocultado por moderación.
forum-hidden-why = Oculto para las demás personas. Motivo:

forum-act-pin = Fijar arriba
forum-act-unpin = Dejar de fijar
forum-act-close = Cerrar
forum-act-reopen = Reabrir
forum-mark = Marcar como respuesta
forum-unmark = Quitar la marca de respuesta
forum-hide = Ocultar
forum-hide-hint = Lo lee quien escribió el mensaje, hasta { $most } caracteres.
forum-hide-button = Ocultar el mensaje
forum-show = Volver a mostrar
forum-waiting = { $count ->
    [0] Ningún aviso pendiente
    [one] 1 aviso pendiente
   *[other] { $count } avisos pendientes
}
forum-queue-link = Avisos para moderación
forum-queue-title = Moderación: { $forum }
forum-queue-all = Moderación de foros y comunidades
forum-queue-lede = Lo que alguien pidió revisar. Cada decisión queda en el registro.
forum-queue-empty-title = Nada que revisar
forum-queue-empty = Cuando alguien avise de un mensaje, aparecerá aquí.
forum-outcome-open = Pendiente
forum-outcome-hidden = Oculto
forum-outcome-kept = Se mantuvo
forum-written-by = Escribió:
forum-report-says = Dice el aviso:
forum-keep = Mantener el mensaje

forum-settings-title = Foros y comunidades
forum-save-name = Guardar el nombre
forum-mail-why = Cada correo reúne todo lo nuevo y trae un enlace para no recibir más.
forum-mail-at-once = Enseguida, en más o menos un minuto
forum-mail-daily = Una vez al día, por la mañana
forum-mail-never = Nunca
forum-save-mail = Guardar las preferencias de correo
forum-unsubscribe-title = Correo de los foros
forum-unsubscribe-lede = Con este botón deja de recibir todo el correo de los foros. Puede seguir leyendo y escribiendo como siempre.
forum-unsubscribe-button = No recibir más
forum-unsubscribed = Listo: no le enviaremos más correo de los foros.
forum-to-settings = Elegir qué correo recibir, en su perfil

teach-tab-forum = Foro
