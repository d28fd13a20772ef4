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
remains-assignment = Entregar «{ $title }»: hace falta { $pass } %
remains-assignment-waiting = «{ $title }» está entregado y espera su nota: hace falta { $pass } %
remains-assignment-under = «{ $title }»: tiene { $grade } %, hace falta { $pass } %. Puede entregarlo de nuevo
remains-assignment-again = «{ $title }»: tiene { $grade } %, hace falta { $pass } %. Lo que entregó de nuevo espera su nota
remains-survey = Dar su opinión en «{ $title }»
remains-attendance = Asistir a sesiones: { $attended } de { $least } hasta ahora
remains-final-grade = Nota final: tiene { $grade } %, hace falta { $pass } %
remains-choice = { $count ->
    [one] Falta 1 de estas:
   *[other] Faltan { $count } de estas:
}
remains-all-of = Todo esto:

quiz-about-check = Unas preguntas para comprobar lo leído. Después de cada respuesta verá por qué es o no es la correcta.
quiz-about-final = La prueba final reúne preguntas de todo el curso. Al entregarla verá su resultado y una explicación de cada respuesta.
quiz-questions = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
quiz-pass-mark = Se aprueba con { $pass } % o más
quiz-retries = Puede intentarlo las veces que quiera; cuenta su mejor resultado.
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
