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
enrolment-application = Por solicitud: las personas solicitan y el equipo acepta
enrolment-code = Con código: se inscribe quien tiene el código
enrolment-invitation = Por invitación: se inscribe quien recibió una
enrolment-closed = Cerrada: inscribe el equipo
new-edition-what = Qué se enseña
new-edition-when = Cuándo y dónde
new-edition-people = Quiénes participan
new-edition-completing = Cómo se completa
new-edition-begin = Cómo comienza
new-edition-as-draft = Como borrador: solo la ve su equipo hasta que usted la abra
new-edition-as-open = Abierta desde ahora: aparece en el catálogo
new-edition-place-hint = Una ciudad, un edificio, una sala: para las que se reúnen.
new-edition-link-hint = La dirección de la sala en línea, que empieza con https://. Solo la ven quienes participan.

state-draft = Borrador
state-open = Abierta
state-running = En marcha
state-grading = En calificación
state-closed = Cerrada
state-draft-means = Solo la ven su equipo y el personal del campus.
state-open-means = Está en el catálogo y las personas entran según su forma de inscripción.
state-running-means = La convocatoria terminó. Quienes están dentro aprenden; el equipo todavía puede agregar personas.
state-grading-means = El aprendizaje terminó. Se califican los trabajos y se registran la asistencia y quiénes completaron.
state-closed-means = Ya nada de ella cambia. Cada persona conserva lo que alcanzó.
state-draft-done = La edición vuelve a ser un borrador. Ya no está en el catálogo.
state-open-done = La convocatoria está abierta. La edición aparece en el catálogo.
state-running-done = La convocatoria terminó y el aprendizaje sigue.
state-grading-done = El aprendizaje terminó. Lo entregado espera su calificación.
state-closed-done = La edición está cerrada.
step-draft-open = Abrir la convocatoria
step-draft-open-means = La edición aparece en el catálogo y en la página de su curso, y las personas pueden entrar. Se aprende desde su primer día.
step-open-running = Terminar la convocatoria
step-open-running-means = Ya nadie entra por su cuenta. Quienes están dentro siguen aprendiendo.
step-open-grading = Terminar el aprendizaje
step-open-grading-means = Las lecciones y las pruebas dejan de contar desde ahora, también antes del último día. Lo entregado espera su calificación.
step-open-draft = Volver a borrador
step-open-draft-means = La edición sale del catálogo. Solo es posible mientras no haya nadie en ella.
step-running-grading = Terminar el aprendizaje
step-running-grading-means = Las lecciones y las pruebas dejan de contar desde ahora, también antes del último día. Lo entregado espera su calificación.
step-running-open = Retomar la convocatoria
step-running-open-means = Las personas pueden entrar otra vez según la forma de inscripción de la edición.
step-grading-closed = Cerrar la edición
step-grading-closed-means = Calificaciones, asistencia, personas y quiénes completaron quedan como están ahora. Solo el personal del campus puede reabrirla, con un motivo.
step-grading-running = Seguir con el aprendizaje
step-grading-running-means = Las lecciones y las pruebas vuelven a contar, dentro de los días de la edición.
step-closed-grading = Reabrir la edición
step-closed-grading-means = Calificaciones, asistencia y personas se pueden cambiar otra vez. El motivo queda en el registro de auditoría.
overview-waits = Lo que le espera
overview-nothing-waits = Nada le espera.
overview-to-grade = { $count ->
    [one] 1 trabajo espera calificación
   *[other] { $count } trabajos esperan calificación
}
overview-not-started = { $count ->
    [one] 1 persona no ha comenzado
   *[other] { $count } personas no han comenzado
}
overview-state = En qué está
overview-closed = El personal del campus puede reabrirla.
overview-reason-hint = Por qué se reabre. Queda en el registro de auditoría.
overview-to-clone = Clonar esta edición
overview-to-rule = Cambiar la regla
overview-made = La edición está hecha. Revísela y abra la convocatoria cuando esté lista.

settings-title = { $edition }: ajustes
settings-saved = Los ajustes se guardaron.
settings-save = Guardar los ajustes
settings-rule = La forma de completarla tiene su propia página, que muestra lo que un cambio significa para cada persona.
settings-to-rule = Cambiar la regla
settings-by-staff = El curso, el código, la modalidad, la regla y quiénes enseñan están en manos del personal del campus.
settings-closed-title = Esta edición está cerrada

clone-title = Clonar esta edición
clone-lede = La misma edición unas semanas después, en los mismos días de la semana. Primero verá cómo sería; nada se hace hasta que lo confirme.
clone-weeks-hint = 52 semanas son un año. Cada fecha se mueve tantas semanas y las horas quedan como las muestra el reloj.
clone-newest-hint = Esta edición tiene la versión { $was } del curso; la más nueva es la { $number }.
clone-newest-misfits = La regla de esta edición pide algo que la versión más nueva no tiene. Déjelo sin marcar o cambie la regla después.
clone-show = Mostrar cómo sería
clone-preview = Cómo sería { $code }
clone-caption = Sus fechas
clone-what = Qué
clone-was = Aquí
clone-will-be = En la copia
clone-days = Primer y último día
clone-copied = Lo que se copia
clone-copied-settings = Títulos, idiomas, modalidad, lugar, enlace, cupos y forma de inscripción
clone-copied-rule = La versión del curso y la regla para completarlo
clone-copied-team = Quiénes enseñan: { $names }
clone-copied-sessions = { $count ->
    [0] Sesiones: no hay
    [one] 1 sesión, sin la asistencia
   *[other] { $count } sesiones, sin la asistencia
}
clone-left = Lo que no se copia
clone-left-people = Personas, solicitudes y certificados
clone-left-work = Trabajos, calificaciones, asistencia y respuestas de la encuesta
clone-left-talk = El foro y los mensajes
clone-draft = La copia es un borrador: solo la ve su equipo hasta que usted abra la convocatoria.
clone-button = Hacer la copia

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

version-title = Versión del contenido de { $edition }
version-newest = Esta edición tiene la versión { $number } de su curso, que es la más nueva.
version-older = Esta edición tiene la versión { $number } de su curso. La más nueva es la { $newest }. Aquí no cambia nada hasta que alguien lo diga.
version-changes = Lo que cambiaría
version-words-only = Ninguna actividad; solo lo que se dice del curso.
version-effects = Lo que pasaría con las personas
version-back = Lo que cada quien hizo queda registrado. Una actividad nueva o cambiada es una más por hacer.
version-hint = Las finalizaciones quedan, pida lo que pida la versión nueva. No se puede volver a la anterior.
version-upgrade = Pasar a la versión { $number }
version-obstacles = Ahora no se puede:
version-done = { $count ->
    [0] La edición tiene ya la versión más nueva. Nadie finalizó por eso.
    [one] La edición tiene ya la versión más nueva. 1 persona finalizó por eso.
   *[other] La edición tiene ya la versión más nueva. { $count } personas finalizaron por eso.
}
effect-keeps = Finalizaron, y lo conservan
effect-completes = Finalizarían enseguida
effect-further = Estarían más adelante
effect-same = Estarían donde están
effect-back = Tendrían más por hacer
obstacle-rule-unfit = La regla de la edición pide algo que la versión nueva no tiene. Cambie antes la regla.
obstacle-language-missing = La edición se dicta en un idioma que la versión nueva no tiene.
obstacle-open-attempts = Alguien está en una prueba que cambiaría. Inténtelo cuando la haya entregado.
teach-tab-version = Contenido
