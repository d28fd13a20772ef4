# Ediciones: el registro del equipo, y los nombres de las zonas horarias.
editions-title = Ediciones
editions-made = La edición { $code } quedó creada.
editions-new = Nueva edición
editions-search = Buscar por título, código o curso
editions-empty-title = Todavía no hay ediciones
editions-empty = Cree la primera: elija un curso, sus fechas y sus idiomas.
editions-none-title = Ninguna edición coincide
editions-none = No hay ediciones con «{ $search }». Pruebe con menos letras.
editions-show-all = Ver todas las ediciones
editions-caption = { $count ->
    [one] 1 edición
   *[other] { $count } ediciones
}
editions-edition = Edición
editions-phase = Estado
editions-dates = Fechas
editions-code = Código y modalidad
editions-seats = Cupos
editions-enrolled = Inscripciones
editions-completed = Completaron
editions-no-limit = sin límite

new-edition-title = Nueva edición
new-edition-breadcrumb = Dónde está
new-edition-lede = Una edición es una realización de un curso, con sus fechas y sus participantes. Conserva la versión del curso que está publicada hoy.
new-edition-choose = Elija un curso
new-edition-code-hint = Minúsculas sin tilde, números y guiones, por ejemplo sisdehm-2026-1. Será parte de su dirección y no cambia.
new-edition-title-hint = Si lo deja vacío, lleva el título del curso.
new-edition-ends-hint = Este día está incluido hasta su medianoche.
new-edition-zone-hint = En qué hora local empiezan y terminan sus días.
new-edition-modality-hint = Las cuatro modalidades cuentan en los indicadores.
new-edition-seats-hint = Sin límite si lo deja vacío.
new-edition-course-rule = La regla propia del curso
new-edition-completion-hint = Queda fijada: no cambia para quienes ya empezaron.
new-edition-no-country = Ninguno en particular
new-edition-country-hint = Para talleres y transferencias que se hacen en un país.
new-edition-any-kind = Todo tipo de personal
new-edition-kind-hint = Cuando la edición se hace para un grupo, por ejemplo personal de medios.
new-edition-instructors-hint = Correos de sus cuentas, uno por línea o separados por comas.
new-edition-button = Crear la edición
enrolment-open = Abierta: cada persona se inscribe
enrolment-closed = Cerrada: inscribe el equipo

zone-time = hora de { $place }
zone-America-New_York = Washington
zone-America-Los_Angeles = Los Ángeles
zone-America-Denver = Denver
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico_City = Ciudad de México
zone-America-Havana = La Habana
zone-America-Nassau = Nasáu
zone-America-Santo_Domingo = Santo Domingo
zone-America-Port-au-Prince = Puerto Príncipe
zone-America-Jamaica = Kingston
zone-America-Guatemala = Ciudad de Guatemala
zone-America-Belize = Belmopán
zone-America-El_Salvador = San Salvador
zone-America-Tegucigalpa = Tegucigalpa
zone-America-Managua = Managua
zone-America-Costa_Rica = San José
zone-America-Panama = Ciudad de Panamá
zone-America-Barbados = Bridgetown
zone-America-Port_of_Spain = Puerto España
zone-America-Caracas = Caracas
zone-America-Bogota = Bogotá
zone-America-Guyana = Georgetown
zone-America-Paramaribo = Paramaribo
zone-America-Guayaquil = Quito
zone-America-Lima = Lima
zone-America-La_Paz = La Paz
zone-America-Sao_Paulo = Brasilia
zone-America-Asuncion = Asunción
zone-America-Santiago = Santiago
zone-America-Montevideo = Montevideo
zone-America-Argentina-Buenos_Aires = Buenos Aires
zone-UTC = Greenwich (UTC)

edition-rule = Cómo se completa
edition-rule-pinned = Esta regla es propia de la edición. Es la misma para todas las personas y solo cambia aquí.
edition-rule-changed = { $count ->
    [0] La regla cambió. En este momento nadie quedó con la edición completada por ella.
    [one] La regla cambió, y 1 persona que ya la cumplía completó la edición.
   *[other] La regla cambió, y { $count } personas que ya la cumplían completaron la edición.
}
edition-nobody = nadie todavía
edition-version = { $title }, versión { $number }
edition-to-people = Personas de esta edición
edition-to-attendance = Sesiones y asistencia
edition-to-course = La página del curso
edition-change = Otra regla
edition-change-lede = Elija lo que debe pedirse para completar esta edición. Primero verá qué significa el cambio para cada persona; nada se guarda hasta que lo confirme allí.
edition-change-text = La regla como texto
new-edition-rule-hint = Para una regla que no es ninguna de estas, escrita como en el archivo de un curso, por ejemplo: all: [lessons, some: …]. Una vez creada la edición, su página ofrece un formulario para elegir.

rule-to-complete = Para completarla: { $what }
rule-all = todo esto
rule-some = { $count ->
    [one] al menos 1 de estas cosas
   *[other] al menos { $count } de estas cosas
}
rule-lessons = { $count ->
    [one] la lección, leída hasta el final
   *[other] las { $count } lecciones y hojas de trabajo
}
rule-checks = { $count ->
    [one] la comprobación, aprobada
   *[other] las { $count } comprobaciones, aprobadas
}
rule-final-test = la prueba final, con { $pass } % o más
rule-survey = la encuesta de cierre
rule-recorded = el equipo de la edición registra quién la completa
rule-quiz = «{ $title }», con { $pass } % o más
rule-assignment = la tarea «{ $title }», con nota de { $pass } % o más
rule-attendance = { $count ->
    [one] asistencia a 1 sesión o más
   *[other] asistencia a { $count } sesiones o más
}
rule-final-grade = una nota final de { $pass } % o más
rule-part-lessons = Todas las lecciones y hojas de trabajo
rule-part-checks = Todas las comprobaciones, aprobadas
rule-part-final-test = La prueba final, aprobada
rule-part-survey = La encuesta de cierre
rule-part-attendance = Asistencia
rule-part-final-grade = La nota final
rule-part-sessions = Sesiones, al menos
rule-part-percent = Por ciento, al menos
rule-part-grade = Por ciento, al menos ({ $pass } si queda vacío)
rule-how = Cuántas de las elegidas
rule-how-all = Todas las elegidas
rule-how-some = Al menos tantas de las elegidas:
rule-nested-now = La regla actual tiene partes dentro de partes y está escrita en el texto de abajo; estas filas empiezan vacías.
rule-text-hint = Para reglas con partes dentro de partes. Una palabra (full, final-test, recorded) o un árbol como: some: {"{"} least: 1, of: [final-test, attendance: 3] {"}"}
rule-preview-button = Ver qué significa
rule-preview-title = Qué significa el cambio
rule-preview-lede = Todavía no se guardó nada. Esto pasaría si la regla cambiara ahora.
rule-preview-old = La regla de ahora
rule-preview-new = La regla nueva
rule-preview-means = Para las personas de esta edición
rule-preview-completes = Quedarían con la edición completada en el acto, con fecha de hoy y certificado
rule-preview-more = Están en camino y les faltaría más
rule-preview-same = Están en camino y les faltaría lo mismo o menos
rule-preview-keeps = Ya la completaron, y lo conservan
rule-preview-people = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
rule-preview-same-rule = Esta es la regla que la edición ya tiene.
rule-preview-confirm = Cambiar la regla
rule-preview-back = Volver sin cambiar
rule-preview-hint = El cambio queda en el registro del campus, con la regla anterior y la nueva. No quita ninguna edición completada.
rule-preview-who = Quiénes son
rule-preview-nobody = Nadie.
rule-preview-before = Pasos que faltan ahora
rule-preview-after = Pasos que faltarían
rule-tab-completes = La completarían ya
rule-tab-more = Les falta más
rule-tab-same = Lo mismo o menos
rule-tab-keeps = La completaron
