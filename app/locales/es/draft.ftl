# Escribir cursos
draft-courses = Cursos en redacción
draft-courses-lede = Todos los cursos, con la versión que pueden usar las ediciones y el borrador en el que se trabaja.
draft-new = Curso nuevo
draft-new-lede = Un curso empieza con un título en cada idioma. Lo demás se escribe después, en cualquier orden, y nadie lo ve antes de publicarlo.
draft-search = Buscar por título o dirección
draft-empty-title = Todavía no hay cursos
draft-empty = Empiece uno o traiga la carpeta de uno.
draft-none-title = No se encontró ningún curso
draft-none = Ningún curso tiene «{ $search }» en su título o su dirección.
draft-show-all = Mostrar todos los cursos
draft-caption = { $count ->
    [one] 1 curso
   *[other] { $count } cursos
}
draft-course = Curso
draft-address = Dirección
draft-languages = Idiomas
draft-version = Versión
draft-draft = Borrador
draft-no-version = ninguna aún
draft-changed-on = cambiado el
draft-unchanged = como está publicado
draft-discarded = Se descartó lo que se había cambiado en «{ $value }».
draft-begin = Empezar el curso
draft-hours-hint = Horas de aprendizaje, con todas las actividades.
draft-slug-hint = Letras minúsculas, cifras y guiones. Si queda vacía, se forma con el título. Es para siempre.
draft-completion-hint = full, lessons, final-test, survey, recorded; o una regla como { "{" } all: [lessons, checks, final-test] { "}" }.
field-taught-in = Idiomas del curso
field-slug = Dirección
field-learning-hours = Horas
draft-bring-title = O traiga un curso en archivos
draft-bring-file = Zip de la carpeta del curso
draft-bring-hint = Un zip con course.yaml y las carpetas de sus idiomas, de hasta 64 MiB.
draft-bring = Traer los archivos
draft-bring-over = Sustituir el borrador por archivos…
draft-bring-over-hint = Todo lo que hay en este borrador se sustituye por lo que trae el zip. Las versiones publicadas quedan.

draft-breadcrumb = Dónde está usted
draft-tabs = Páginas del borrador
draft-tab-outline = Esquema
draft-tab-media = Medios
draft-tab-files = Archivos
draft-tab-publish = Revisar y publicar
draft-draft-of = Borrador de un curso
draft-title = Borrador: { $course }
draft-made = Ya existe. Ahora escriba lo que dice.
draft-saved = Guardado.
draft-published = Publicado como versión { $value }. Las ediciones conservan la versión que tienen; las nuevas empiezan con esta.
draft-state-first = De este curso todavía no hay nada publicado.
draft-state-clean = Esta es la versión { $version }, tal como está publicada. El primer cambio empieza un borrador.
draft-state-changed = Está publicada la versión { $version }. Lo que hay aquí es distinto y solo lo ve el personal.
draft-overtaken = Desde que se empezó este borrador se importó una versión más nueva. Publicar el borrador sustituiría lo que esa versión dice.
draft-to-publish = Revisar y publicar
draft-no-modules-title = Todavía no hay módulos
draft-no-modules = Un curso se divide en módulos, cada uno con sus lecciones y, si se quiere, una comprobación. Agregue el primero aquí abajo.
draft-module-empty = En este módulo todavía no hay nada.
draft-add = Agregar
draft-add-module = Agregar un módulo
draft-add-activity = Agregar una lección, una hoja de trabajo o una tarea
draft-add-check = Agregar una comprobación
draft-add-once = Agregar { $what }
draft-once-about = la descripción del curso
draft-once-glossary = un glosario
draft-once-pre-test = una prueba previa
draft-once-final-test = una prueba final
draft-once-post-test = una prueba posterior
draft-once-survey = una encuesta de cierre
draft-kind = Qué es
draft-title-in = Título · { $language }
draft-kind-about = La descripción del curso
draft-kind-lesson = Lección
draft-kind-worksheet = Hoja de trabajo
draft-kind-assignment = Tarea
draft-kind-quiz = Preguntas
draft-kind-edge-test = Prueba de antes o después
draft-kind-survey = Encuesta
draft-kind-glossary = Glosario
draft-kind-question = Pregunta
draft-kind-survey-question = Pregunta de la encuesta
draft-kind-term = Término
draft-questions = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
draft-terms = { $count ->
    [one] 1 término
   *[other] { $count } términos
}
draft-missing = Falta en { $languages }
draft-stale = Puede estar atrasado en { $languages }
draft-up = Subir «{ $title }»
draft-down = Bajar «{ $title }»
draft-remove = Quitar…
draft-remove-module = Quitar el módulo…
draft-remove-sure = Se va con lo que dice en todos los idiomas.
draft-remove-yes = Quitarlo
draft-frame = Horas y finalización
draft-save = Guardar
draft-away = En archivos
draft-away-hint = Un curso es una carpeta de textos que se puede conservar, comparar y llevar a otro campus.
draft-export = Descargar la carpeta (zip)
draft-discard-title = Descartar el borrador…
draft-discard-hint = Se pierde todo lo que se cambió desde la versión publicada.
draft-discard-all = De este curso no se publicó nada. Descartarlo lo quita del todo.
draft-discard = Descartar el borrador

# Editar un texto
draft-looks = Cómo se verá
draft-minor = Solo se corrigió un desliz: el otro idioma sigue bien
draft-stale-here = Esto puede estar atrasado en: { $languages }. Desde entonces se cambió otro idioma.
draft-fresh = Ya dice lo mismo
draft-changed-meanwhile = Otra persona guardó esto mientras tanto. Lo que usted escribió sigue aquí; si guarda otra vez, sustituye lo suyo.
draft-something = Algo que guardar
draft-spare = Al guardar aparecen más filas vacías. Una fila que se vacía desaparece.
draft-to-list = Volver a la lista
draft-new-question = Pregunta nueva
draft-new-survey-question = Pregunta nueva de la encuesta
draft-new-term = Término nuevo
draft-one-question = Pregunta { $key }
draft-one-survey-question = Pregunta { $key }
draft-one-term = Término { $key }
draft-add-question = Agregar una pregunta
draft-add-survey-question = Agregar una pregunta
draft-add-term = Agregar un término
draft-all-question = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
draft-all-survey-question = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
draft-all-term = { $count ->
    [one] 1 término
   *[other] { $count } términos
}
draft-no-question = Todavía no hay preguntas. Escriba la primera o importe un archivo.
draft-no-survey-question = Todavía no hay preguntas. Escriba la primera.
draft-no-term = Todavía no hay términos. Escriba el primero; las lecciones muestran su definición con un toque.
draft-part-module-title = Módulo { $number }
draft-part-blank = Campo { $number }
draft-part-criterion = Criterio { $number }
draft-part-level = Nivel { $number }
draft-part-option = Respuesta { $number }
draft-part-survey-option = Respuesta { $number }
draft-no-objective = de ninguno en particular
draft-field-title = Título
draft-field-short-title = Título corto
draft-field-summary = Resumen en una frase
draft-field-audience = Para quién es
draft-field-objectives = Lo que se sabrá hacer al terminar
draft-field-body = Texto
draft-field-definition = Definición
draft-field-term = Término
draft-field-minutes = Minutos
draft-field-limit = Tiempo límite en minutos
draft-field-week = Vence en la semana
draft-field-pass = Porcentaje que aprueba
draft-field-weight = Peso en la calificación final
draft-field-files-most = Archivos como máximo
draft-field-files-megabytes = Archivo más grande, en megabytes
draft-field-files-kinds = Tipos de archivos
draft-field-draw = Preguntas de un intento
draft-field-attempts = Intentos
draft-field-wait = Minutos entre intentos
draft-field-shuffle = Respuestas en otro orden en cada intento
draft-field-grade = Qué intento cuenta
draft-field-feedback = Cuándo se muestra la retroalimentación
draft-field-kind = Tipo
draft-field-objective = Objetivo
draft-field-asked = Lo que se pregunta
draft-field-text = Texto
draft-field-with = Va con
draft-field-said = Lo que se responde
draft-field-other = Lo que se responde a cualquier otra respuesta
draft-field-right = Correcta
draft-field-label = Lo que se llena
draft-field-hint = Indicación
draft-field-rows = Líneas a la vista
draft-field-points = Puntos
draft-hint-objectives = Uno en cada línea, en el mismo orden en cada idioma.
draft-hint-kinds = Extensiones separadas por espacios: pdf docx odt xlsx ods png jpg. Si queda vacío, solo se entrega un texto.
draft-hint-files = Si queda vacío, solo se entrega un texto.
draft-hint-body = Markdown: ## para un título, **fuerte**, - para una lista, [un enlace](otra-leccion.md). Los medios tienen su página, que dice qué escribir.
draft-hint-week = Contada desde 1; vacía, el último día de la edición.
draft-hint-draw = Vacío, todas.
draft-hint-wait = Vacío, ninguno.
draft-hint-other = Para respuestas cortas y números. Un número puede tener tolerancia: 12.5 +- 0.5
draft-choice-kind-single = Una respuesta correcta
draft-choice-kind-multiple = Varias respuestas correctas
draft-choice-kind-truefalse = Verdadero o falso
draft-choice-kind-matching = Emparejar
draft-choice-kind-ordering = Poner en orden
draft-choice-kind-short = Respuesta corta
draft-choice-kind-numeric = Número
draft-choice-kind-scale = Escala de 1 a 5
draft-choice-kind-choice = Una de varias respuestas
draft-choice-kind-text = Texto
draft-choice-grade-best = El mejor
draft-choice-grade-last = El último
draft-choice-grade-average = El promedio
draft-choice-feedback-at-once = Al momento
draft-choice-feedback-after-due = Después de la fecha límite

# Medios
draft-media-title = Medios de { $course }
draft-no-media-title = Todavía no hay medios
draft-no-media = Aquí se guardan las imágenes, los videos, los sonidos y los documentos que muestran las lecciones.
draft-medium-added = Agregado: { $value }. Un texto tiene que mostrarlo antes de que el curso se pueda publicar.
draft-medium-removed = Se quitó.
draft-not-shown = Ningún texto lo muestra
draft-shown-by = Lo muestra
draft-write = Para mostrarlo, escriba
draft-medium-add = Agregar un archivo
draft-medium-file = Archivo
draft-medium-hint = Imágenes (svg, png, jpg, webp) y documentos (pdf, docx, xlsx, odt, ods, csv, txt) de hasta 2 MiB; videos y sonidos (webm, mp4, mp3, ogg) de hasta 20 MiB.
draft-medium-language = Para
draft-medium-all = todos los idiomas: no tiene palabras
draft-medium-only = solo { $language }
draft-medium-film = Solo para videos y sonidos
draft-medium-captions = Subtítulos (WebVTT)
draft-medium-transcript = Transcripción

# Archivos
draft-files-title = Archivos de { $course }
draft-files-lede = Los textos del curso tal como se guardan. Lo que los campos no pueden decir se puede escribir aquí.
draft-raw = El texto del archivo

# Publicar
draft-publish-title = Revisar y publicar { $course }
draft-publish-stale = Estos textos pueden estar atrasados en un idioma. Se pueden publicar así.
draft-flaws = { $count ->
    [one] 1 cosa por corregir antes
   *[other] { $count } cosas por corregir antes
}
draft-flaws-hint = Cada línea nombra el archivo y la línea.
draft-mend = Abrir sus campos
draft-no-flaws = La revisión no encontró nada que corregir.
draft-changes = Lo que cambia
draft-no-changes = No cambia ninguna actividad.
draft-nothing-to-publish = El borrador dice lo que dice la versión publicada. No hay nada que publicar.
draft-publish-hint = Las ediciones que existen conservan su versión. Las ediciones nuevas, y la página del curso, muestran esta.
draft-publish = Publicar como versión { $number }
change-new = Nueva
change-changed = Cambia
change-moved = Se mueve
change-removed = Se va

# Preguntas de archivos
draft-import-title = Importar preguntas a { $quiz }
draft-import-questions = Importar preguntas de un archivo
draft-import-lede = Moodle XML, GIFT o Aiken. Primero se ve qué se leyó y qué no; antes de eso no se agrega nada.
draft-import-file = Archivo de preguntas
draft-import-hint = Hasta 8 MiB, como texto en UTF-8.
draft-import-language = El idioma de sus textos
draft-import-look = Ver lo que trae
draft-import-add = { $count ->
    [one] Agregar la pregunta
   *[other] Agregar las { $count } preguntas
}
draft-import-report = { $count } leídas, { $lost } no
draft-import-caption = Las preguntas del archivo
draft-import-line = Línea
draft-import-fate = Lo que pasa con ella
draft-import-read = Leída
draft-import-lossy = Leída, algo se pierde
draft-import-unread = No leída
draft-imported = Se agregaron { $value } preguntas al final. Lo que falte, como la retroalimentación, lo nombra la revisión.
question-note-essay = Se responde con palabras que alguien juzga. Use para eso una tarea.
question-note-description = Es un texto que no pregunta nada. Póngalo en una lección.
question-note-cloze = Tiene varias preguntas dentro de un texto, y este campus no las tiene.
question-note-kind-unknown = Es de un tipo que este campus no tiene.
question-note-no-right-answer = Ninguna de sus respuestas es correcta.
question-note-answers-few = Tiene menos de dos respuestas.
question-note-broken = Su notación no se puede leer.
question-note-partial-credit = Las respuestas que valían una parte de los puntos cuentan como erradas, o no se aceptan.
question-note-general-feedback = Se deja lo que se decía después de cualquier respuesta. Aquí cada respuesta tiene su retroalimentación.
question-note-pictures = Se dejan sus imágenes y archivos. Agréguelos en Medios.
question-note-case-ignored = Aquí las mayúsculas no cambian una respuesta corta.
question-note-several-numbers = Solo se acepta su primer número correcto.
question-note-distractors = Se dejan las respuestas que no iban con nada.
question-note-wrong-answers = Se deja lo que se decía a una respuesta errada en particular.
