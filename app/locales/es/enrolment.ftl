# La página de inicio de cada persona; ediciones y listas de quien imparte.
home-title = Mi campus
home-hello = Hola, { $name }
home-verified = Su correo quedó confirmado. Gracias.
home-empty-title = Aquí empieza su recorrido
home-empty = Todavía no tiene ediciones. Cuando se inscriba en una, verá aquí lo que sigue y sus fechas.
home-empty-action = Ver los cursos
home-resume = Continuar donde quedó
home-resume-action = Seguir
home-start = Su primer paso
home-start-action = Comenzar
home-editions = Mis ediciones
home-more-courses = Buscar otro curso
home-certificates = Certificados
home-no-certificates = Cuando complete una edición, su certificado estará aquí.
home-next-step = Sigue:
home-percent = { $percent } % hecho
home-progress-label = Su avance
home-remaining = { $count ->
    [0] No falta nada
    [one] Falta 1 paso
   *[other] Faltan { $count } pasos
}
home-completed = Completada

teach-title = Enseñar
teach-running = En curso
teach-upcoming = Por comenzar
teach-ended = Terminadas
teach-empty-title = Todavía no imparte ninguna edición
teach-empty = Cuando el equipo del campus le asigne una, verá aquí a sus participantes y su avance.
teach-empty-action = Leer la guía para quienes imparten
teach-enrolled = { $count ->
    [one] 1 persona inscrita
   *[other] { $count } personas inscritas
}
teach-not-started = { $count } sin empezar
teach-waiting = { $count ->
    [one] 1 trabajo espera calificación
   *[other] { $count } trabajos esperan calificación
}
teach-tabs = Esta edición
teach-kind-edition = Edición
teach-kind-people = Personas
teach-kind-sessions = Sesiones
teach-kind-work = Trabajos
teach-kind-talk = Mensajes
teach-kind-results = Resultados
teach-tab-overview = Panorama
teach-tab-settings = Ajustes
teach-tab-people = Personas
teach-tab-import = Listas
teach-tab-sign-in = Registro
teach-tab-attendance = Sesiones
teach-tab-grading = Calificar
teach-tab-survey = Encuesta
teach-completed-of = { $completed } de { $enrolled } la completaron
teach-completed-label = Personas que completaron

roster-title = Personas: { $edition }
roster-breadcrumb = Dónde está
roster-filters = Qué personas se muestran
roster-filter-all = Todas
roster-filter-not-started = Sin empezar
roster-filter-under-way = En camino
roster-filter-completed = Completaron
roster-search = Buscar por nombre o correo
roster-name = Nombre
roster-progress = Avance
roster-last-activity = Última actividad
roster-email = Correo
roster-state = Estado
roster-never = ninguna todavía
roster-completed = Completó
roster-under-way = En camino
roster-not-started = Sin empezar
roster-caption = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}, en orden de: { $order }
roster-empty-title = Todavía no hay personas inscritas
roster-empty = Aparecerán aquí en cuanto se inscriban o el equipo del campus cargue su lista.
roster-none-title = Nadie coincide
roster-none = Pruebe con menos letras del nombre o con otro filtro.
roster-show-all = Ver a todas las personas

home-todo = Por hacer
home-todo-none = Por ahora no hay nada pendiente.
home-todo-later = { $count ->
    [one] 1 más, después
   *[other] { $count } más, después
}
home-no-current = No participa en ninguna edición en curso.
home-past = { $count ->
    [one] 1 edición anterior
   *[other] { $count } ediciones anteriores
}
todo-until = hasta el { $at }
todo-next = Seguir: { $title }
todo-pre-test = Antes de empezar: { $title }
todo-check = Aprobar: { $title }
todo-assignment = Entregar: { $title }
todo-final-test = Aprobar: { $title }
todo-post-test = Al final: { $title }
todo-survey = Dar su opinión: { $title }
todo-lesson = Leer: { $title }
todo-worksheet = Completar: { $title }
todo-checks = { $count ->
    [one] Falta aprobar 1 comprobación
   *[other] Falta aprobar { $count } comprobaciones
}
todo-waiting = Entrega hecha: { $title }
todo-waiting-badge = espera su nota
todo-meeting = Sesión: { $title }

grades-title = Mis notas
grades-lede = Todo lo que se califica en esta edición, lo que pide cada cosa y lo que ha alcanzado hasta ahora. Solo usted y quienes la imparten ven esta página.
grades-caption = Lo que se califica. Las fechas están en { $zone }.
grades-what = Actividad
grades-state = Estado
grades-grade = Tiene
grades-pass = Hace falta
grades-weight = Peso
grades-attempts = Intentos
grades-due = Fecha límite
grades-percent = { $percent } %
grades-no-grade = ninguna aún
grades-passed = Aprobada
grades-waiting = Espera su nota
grades-under = Aún no alcanza
grades-not-tried = Sin intentar
grades-no-attempts = se puede entregar de nuevo
grades-attempts-of = { $count ->
    [one] 1 hecho
   *[other] { $count } hechos
}, quedan { $left }
grades-attempts-any = { $count ->
    [one] 1 hecho
   *[other] { $count } hechos
}, sin límite
grades-feedback = Lo que se dijo
grades-module = Módulo { $number }
grades-final = Nota final
grades-final-asked = Esta edición pide { $pass } % o más.
grades-final-how = El promedio de todo lo que se califica, cada cosa con su peso. Lo que aún no intentó vale cero, así que crece a medida que avanza.
grades-none-title = Aquí no se califica nada
grades-none = Esta edición no tiene pruebas ni tareas.
grades-attended = Asistió a { $attended } de { $all } sesiones.
grades-attended-asked = Asistió a { $attended } de { $all } sesiones; hacen falta { $least }.

roster-filter-at-risk = En riesgo
roster-filter-failed = No aprobaron
roster-filter-left = Se fueron
roster-enrolled = Inscripción
roster-columns = Columnas
roster-column-show = Mostrar «{ $column }»
roster-column-hide = Ocultar «{ $column }»
roster-choose = Elegir
roster-choose-one = Elegir a { $name }
roster-at-risk = en riesgo
roster-acts = Con las personas elegidas
roster-act-write = Escribirles…
roster-act-withdraw = Se retiraron
roster-act-no-show = Nunca vinieron
roster-act-fail = No aprobaron
roster-act-reinstate = Retirar esto
roster-act-complete = Registrar la finalización
roster-outcomes = Cómo terminaron…
roster-outcomes-hint = Quien se retiró o nunca vino deja libre su cupo, y sube quien espera uno. Lo que hizo queda y cuenta como contaba. Las tres cosas se pueden retirar.
roster-reason-hint = Por qué. Lo ve el equipo; una finalización registrada a mano lo necesita.
roster-by-hand = Una finalización registrada a mano
roster-by-hand-hint = Para lo que el campus no vio. Emite el certificado, avisa a la persona por correo y queda.
roster-evidence-hint = Qué lo muestra: una lista, una carta, el número de un expediente.
roster-day-hint = El día en que fue. Vacío, hoy.
roster-acted = { $count ->
    [0] No se registró nada.
    [one] Registrado de 1 persona.
   *[other] Registrado de { $count } personas.
}
roster-passed = { $count ->
    [one] De 1 persona no se podía decir: finalizó, estuvo, o no hay cupo.
   *[other] De { $count } personas no se podía decir: finalizaron, estuvieron, o no hay cupo.
}
outcome-withdrawn = Se retiró
outcome-no-show = Nunca vino
outcome-failed = No aprobó
home-left = Dejó la edición. Su cupo queda libre para otra persona; lo que hizo se conserva.
