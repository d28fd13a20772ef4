# Aprender dentro de una edición; lo que muestran las listas.
learning-my-campus = Mi campus
learning-breadcrumb = Dónde está
learning-done-mark = Hecho:
learning-minutes-short = { $count } min
learning-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}
learning-progress = { $percent } % hecho, { $done } de { $all } actividades
learning-progress-label = Su avance
learning-upcoming = Esta edición empieza el { $date }. Puede leer desde ahora; su avance se registra a partir de ese día.
learning-ended = Esta edición terminó el { $date }. Puede seguir leyendo; su avance quedó como estaba ese día.
learning-completed = Usted completó esta edición.
learning-see-certificate = Ver su certificado
learning-start = Comenzar: { $title }
learning-resume = Seguir: { $title }
learning-no-lessons-title = Las lecciones aún no están en línea
learning-no-lessons = El equipo de la edición le dirá cuándo y dónde se imparte, y registrará quién la completa.
learning-dates = Fechas
learning-contents = { $edition }: contenido
learning-to-outline = Volver al contenido
learning-place = Módulo { $number } · { $title }
learning-read = Leída
learning-nav = Lecciones
learning-finish = Marcar como leída y seguir
learning-next = Siguiente: { $title }

remains-title = Lo que falta
remains-title-done = Completada
remains-nothing = No falta nada.
remains-lesson = Terminar la lección «{ $title }»
remains-lessons = { $count ->
    [one] Terminar 1 lección
   *[other] Terminar { $count } lecciones
}
remains-quiz = Módulo { $module }, «{ $title }»: hace falta { $pass } %
remains-quiz-tried = Módulo { $module }, «{ $title }»: tiene { $best } %, hace falta { $pass } %
remains-recorded = Que el equipo de la edición registre la participación como completada
remains-with = { $what }, { $attempts }
remains-attempts = { $count ->
    [0] no le quedan intentos: escriba a quien imparte la edición
    [one] le queda 1 intento
   *[other] le quedan { $count } intentos
}
remains-assignment = Entregar la tarea «{ $title }»: hace falta { $pass } %
remains-assignment-waiting = La tarea «{ $title }» está entregada y espera su nota: hace falta { $pass } %
remains-assignment-under = Tarea «{ $title }»: tiene { $grade } %, hace falta { $pass } %. Puede entregarla de nuevo
remains-assignment-again = Tarea «{ $title }»: tiene { $grade } %, hace falta { $pass } %. Lo que entregó de nuevo espera su nota
remains-survey = Dar su opinión en «{ $title }»
remains-attendance = Asistir a sesiones: { $attended } de { $least } hasta ahora
remains-final-grade = Nota final: tiene { $grade } %, hace falta { $pass } %
remains-choice = { $count ->
    [one] Falta 1 de estas:
   *[other] Faltan { $count } de estas:
}
remains-all-of = Todo esto:

quiz-about-check = Unas preguntas para comprobar lo leído. Después de cada respuesta verá por qué es o no es la correcta.
quiz-about-final-test = La prueba final reúne preguntas de todo el curso. Al entregarla verá su resultado y una explicación de cada respuesta.
quiz-questions = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
quiz-pass-mark = Se aprueba con { $pass } % o más
quiz-start = Comenzar
quiz-submit = Entregar mis respuestas
quiz-again = Intentar de nuevo
quiz-question = Pregunta { $number } de { $asked }
quiz-choose-all = Elija todas las que correspondan.
quiz-score = { $percent } de 100
quiz-score-label = Resultado
quiz-passed = Aprobó: { $right } de { $asked } respuestas correctas. Lea las explicaciones antes de seguir; también enseñan las que acertó.
quiz-failed = Esta vez acertó { $right } de { $asked }, y se aprueba con { $pass } %. Lea las explicaciones con calma y vuelva a intentarlo cuando quiera.
quiz-failed-passed-before = Esta vez acertó { $right } de { $asked }. Ya había aprobado antes, y eso se conserva.
quiz-answer-right = Respondió bien.
quiz-answer-wrong = Todavía no. Lea la explicación.
quiz-your-answer = su respuesta
quiz-mark-right = Correcta:
quiz-mark-wrong = No es correcta:
quiz-check-answer = Comprobar esta respuesta
quiz-check-right = Correcto.
quiz-check-wrong = Todavía no. Puede cambiar su respuesta.
quiz-check-choose = Elija primero una respuesta.
quiz-check-failed = No pudimos comprobarla ahora. Su elección sigue aquí: inténtelo otra vez, o entregue todas sus respuestas abajo.

list-search = Buscar
list-pages = Páginas
list-page-of = Página { $number } de { $pages }
list-previous = Anterior
list-next = Siguiente
learning-to-grades = Mis notas y mi asistencia

when-moment = { $date }, { $time } ({ $zone })

quiz-about-pre-test = ¿Qué sabe ya? Estas preguntas muestran desde dónde parte; al terminar el curso responderá otras parecidas y verá lo que ha ganado. No llevan nota, y nadie aprueba ni reprueba.
quiz-about-post-test = Preguntas parecidas a las del comienzo, para ver lo que le ha dado el curso. No llevan nota, y nadie aprueba ni reprueba.
quiz-once = Puede responderlas una vez.
quiz-attempts-any = Puede intentarlo las veces que quiera; { $method }.
quiz-attempts-one = Hay un solo intento.
quiz-attempts-left = { $count ->
    [one] Le queda 1 intento; { $method }.
   *[other] Le quedan { $count } intentos; { $method }.
}
quiz-attempts-none = Ya usó todos sus intentos. Si algo salió mal, escriba a quienes enseñan en esta edición.
quiz-method-best = cuenta su mejor resultado
quiz-method-last = cuenta su último resultado
quiz-method-average = cuenta el promedio de sus resultados
quiz-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}
quiz-hours = { $count } horas
quiz-limit = Desde que comience tendrá { $span }. Las respuestas se guardan a medida que las da.
quiz-wait = Entre dos intentos: { $span }.
quiz-due = Fecha límite: { $at }.
quiz-feedback-later = Verá qué respuestas eran correctas desde el { $at }.
quiz-granted = Quienes enseñan en la edición le han concedido:
quiz-granted-minutes = { $count ->
    [one] 1 minuto más
   *[other] { $count } minutos más
}
quiz-granted-attempts = { $count ->
    [one] 1 intento más
   *[other] { $count } intentos más
}
quiz-granted-due = hasta el { $at }
quiz-next-at = Podrá comenzar el próximo intento el { $at }.
quiz-over = El tiempo de este intento terminó. Cuentan las respuestas que se guardaron a tiempo.
quiz-see-result = Ver el resultado
quiz-timed-out = El tiempo terminó antes de que se entregara este intento. Cuentan las respuestas que ya estaban guardadas.
quiz-save = Guardar y seguir después
quiz-saving = Guardando…
quiz-saved = Guardado:
quiz-saved-later = Sus respuestas están guardadas. Vuelva y siga cuando quiera.
quiz-saved-at = Guardado a las { $time }.
quiz-kept = Aún sin guardar: no hay conexión con el campus. Sus respuestas quedan en este dispositivo y se enviarán de nuevo.
quiz-kept-wrong = Una respuesta no se puede leer, por ejemplo un número con letras. Las demás están guardadas.
quiz-ended = Este intento terminó: fue entregado, o se acabó el tiempo. Vuelva a cargar la página para verlo.
quiz-closes = Este intento termina el { $at }. Cuenta lo que esté guardado hasta entonces.
quiz-left = Tiempo restante: { $time }
quiz-left-few = Minutos restantes: { $count }
quiz-left-none = El tiempo terminó. Cuenta lo que se guardó: vuelva a cargar la página para ver el resultado.
quiz-match-each = Elija para cada línea lo que le corresponde.
quiz-order-each = Elija para cada línea su lugar en el orden, desde el 1.
quiz-type-words = Responda con pocas palabras. Las mayúsculas y las tildes no cuentan.
quiz-type-number = Responda con un número, por ejemplo 12,5.
quiz-number-invalid = Esto no es un número. Escriba uno, por ejemplo 12 o 12,5.
quiz-choose = Elija
quiz-typed = Su respuesta
quiz-not-answered = No respondió esta pregunta.
quiz-position = lugar { $place }
quiz-nowhere = nada
quiz-put = Su respuesta: { $place }
quiz-belongs = Correcto: { $place }
quiz-wrote = Su respuesta: { $text }
quiz-solution = Correcto: { $text }
quiz-grade-best = Su nota, por su mejor intento: { $percent } % (se aprueba con { $pass } %)
quiz-grade-last = Su nota, por su último intento: { $percent } % (se aprueba con { $pass } %)
quiz-grade-average = Su nota, el promedio de sus intentos: { $percent } % (se aprueba con { $pass } %)
quiz-pre-result = { $right } de { $asked } respuestas fueron correctas. Este es su punto de partida; no cuenta para nada más.
quiz-post-result = { $right } de { $asked } respuestas fueron correctas.
quiz-gain-more = { $count ->
    [one] Antes del curso fue { $pre } %, ahora es { $post } %: 1 punto más.
   *[other] Antes del curso fue { $pre } %, ahora es { $post } %: { $count } puntos más. Es lo que ha sumado a lo que ya sabía.
}
quiz-gain-same = Antes del curso también fue { $pre } %. Unas pocas preguntas no lo muestran todo: lo que ha leído y practicado sigue siendo suyo.
quiz-gain-less = { $count ->
    [one] Antes del curso fue { $pre } %, ahora es { $post } %: 1 punto menos.
   *[other] Antes del curso fue { $pre } %, ahora es { $post } %: { $count } puntos menos.
} Puede pasar: las preguntas son otras, y quien sabe más duda más. Las explicaciones muestran qué merece una segunda lectura.
quiz-go-on = Seguir con el intento abierto
quiz-past = Sus intentos ({ $count })
quiz-past-caption = Intentos entregados, el más reciente primero
quiz-past-attempt = Intento
quiz-past-number = Intento { $number }
quiz-past-at = Entregado
quiz-past-timed-out = se acabó el tiempo

person-granted = La prórroga está concedida. La persona la ve en la página de la actividad.
person-percent = { $percent } % hecho
person-activities = Actividad por actividad
person-activity = Actividad
person-done = Estado
person-done-yes = Hecha
person-done-no = Aún no
person-grade = Nota
person-attempts = Intentos
person-attempts-of = { $taken } de { $most }
person-extension = Prórroga
person-reason = Motivo: { $reason }
person-extend = Conceder una prórroga
person-extend-one = Prorrogar
person-extend-lede = Más tiempo, intentos o días solo para esta persona. Reemplaza lo que se le haya concedido antes en esa actividad y queda en el registro con su nombre.
person-due = Fecha límite de esta persona
person-minutes-hint = Minutos más en cada intento; uno que esté abierto también termina más tarde.
person-attempts-hint = Cuántos intentos más que las demás personas.
person-due-hint = El último día, incluido, en la zona horaria de la edición.
person-reason-hint = Para sus colegas, por ejemplo «sin electricidad esa semana». Sin datos de salud.
person-extend-button = Conceder la prórroga

learning-leave = Dejar esta edición…
learning-leave-hint = Su cupo se da a otra persona. Lo que hizo se conserva, pero aquí ya no tiene acceso.
learning-leave-yes = Dejarla
person-by-hand = La finalización se registró a mano:
person-evidence = Lo muestra: { $evidence }
