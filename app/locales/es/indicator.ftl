# Los indicadores del plan, para el equipo.
indicators-title = Indicadores
indicators-lede = Cada indicador del plan frente a su meta, según los registros del propio campus.
indicators-window = Se cuenta: { $window }
indicators-csv = Descargar como CSV
indicators-how = Cómo se cuenta
indicators-how-persons = Una persona se cuenta una sola vez por indicador y período, aunque participe en varias ediciones o idiomas. Las participaciones cuentan cada una de sus ediciones; por eso pueden ser más que las personas.
indicators-how-years = Las personas de cada año no tienen por qué sumar las del plan: quien se formó en dos años cuenta en cada uno, y una sola vez en el plan. Los años siguen la hora de Washington.
indicators-how-sex = El sexo lo declara cada persona, si quiere. «Prefirió no decirlo» y «sin registro» son cosas distintas y siempre se muestran; el total suma las cinco casillas. El porcentaje de mujeres se calcula sobre quienes lo declararon, y la cobertura dice cuántas personas son.
indicators-empty-title = Todavía no hay indicadores
indicators-empty = Se cargan al preparar el campus. Pida a quien lo administra que ejecute la migración.

indicator-breadcrumb = Dónde está
indicator-plan = todo el plan
indicator-window = Período
indicator-counted-participants = Participantes
indicator-counted-completers = Personas formadas
indicator-unit-persons = Personas
indicator-unit-activities = Actividades
indicator-unit-workshops = Talleres
indicator-unit-countries = Países
indicator-unit-language-versions = Versiones en un idioma
indicator-unit-percentage-points = Puntos porcentuales
indicator-target = Meta
indicator-baseline = Línea de base
indicator-to-be-determined = por determinarse
indicator-not-stated = no indicada
indicator-no-target = sin meta
indicator-at-least = al menos { $target }
indicator-at-least-a-year = al menos { $target } al año
indicator-no-value-nobody-tested = nadie ha entregado todavía las dos pruebas
indicator-progress = { $value } de { $target } ({ $share }), { $window }
indicator-progress-unknown = El avance hacia { $target } no puede calcularse mientras la línea de base esté por determinarse.
indicator-unsettled = El plan no dice si la meta incluye la línea de base; se muestran ambas lecturas hasta que se decida.
indicator-reading-new = sin la línea de base
indicator-reading-including-baseline = con la línea de base
indicator-target-met = Meta alcanzada
indicator-share = Mujeres: { $share } de las { $declared } personas que declararon su sexo; cobertura { $coverage }
indicator-share-none = Nadie declaró su sexo, así que no hay porcentaje de mujeres.
indicator-women-share = % de mujeres
indicator-coverage = Cobertura
indicator-persons = Personas
indicator-participations = Participaciones
indicator-sex = Sexo
indicator-nobody = Nadie se cuenta todavía ({ $window }).
indicator-total = Total
indicator-value = Valor
indicator-cell-woman = Mujeres
indicator-cell-man = Hombres
indicator-cell-another = Otra identidad
indicator-cell-declined = Prefirió no decirlo
indicator-cell-not-recorded = Sin registro
indicator-cells-caption = { $indicator }, por sexo, { $window }
indicator-definition = Qué cuenta
indicator-version = Versión { $number } de esta definición.
indicator-by-sex = Por sexo
indicator-by-year = Por año
indicator-by-year-caption = Los años no tienen por qué sumar el valor del plan.
indicator-moved = { $count ->
    [one] 1 persona declaró cosas distintas en sus participaciones; cuenta en la casilla de la última.
   *[other] { $count } personas declararon cosas distintas en sus participaciones; cada una cuenta en la casilla de la última.
}
indicator-open-list = Abrir la lista de este número
indicator-table = Las mismas cifras en una tabla
indicator-table-caption = { $indicator }, por año y en todo el plan
indicator-table-hint = Cada número abre su lista. La cobertura es la parte de las personas que declaró su sexo.
indicator-year = Período
indicator-edition = Edición
indicator-editions = De qué ediciones viene
indicator-editions-caption = Ediciones contadas, { $window }
indicator-editions-hint = Quien participó en varias ediciones aparece en cada una; por eso sus personas pueden sumar más que el valor.
indicator-editions-search = Buscar entre las ediciones
indicator-editions-none = Ninguna edición con ese nombre aporta a esta cifra. Busque otra cosa.
indicator-no-editions = Ninguna edición aporta todavía a esta cifra ({ $window }).

members-title = La lista de { $code }, { $window }
members-lede = Sin nombres: cada persona lleva siempre el mismo seudónimo. Cada apertura de esta lista queda registrada.
members-filter = Por sexo
members-everybody = Todas
members-caption = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
members-person = Persona
members-cell = Sexo
members-edition = Edición que decide
members-country = País
members-kind = Tipo de personal
members-counted-at = Contada el
members-woman = Mujer
members-man = Hombre
members-another = Otra identidad
members-declined = Prefirió no decirlo
members-moved = declaró cosas distintas
members-not-recorded = sin registro
members-empty-title = La lista está vacía
members-empty = Nadie cuenta aquí en este período. Pruebe con otro año o con todo el plan.
members-show-all = Ver a todas las personas

indicator-gain = Ganancia media
indicator-gain-points = { $points } puntos
indicator-gain-by-sex = Ganancia media por sexo
indicator-gain-caption = { $indicator }: ganancia media en puntos porcentuales, con el número de personas (n), { $window }
indicator-gain-hint = Los puntos entre la prueba inicial y la de cierre, de quienes entregaron las dos. Con pocas personas una media dice poco.
indicator-unit-participations = Participaciones
indicator-more-than = más de { $target }
indicator-more-than-a-year = más de { $target } por año
indicator-splits = La cifra por partes
indicator-split-caption = { $axis }, { $window }
indicator-split-more = { $count } filas más
indicator-saved-1 = La definición quedó guardada como una versión nueva.
indicator-saved-evidence = El hecho quedó registrado.
indicator-saved-withdrawn = El hecho ya no cuenta; sigue en el registro con su motivo.
staff-tabs = Las cifras
staff-tab-indicators = Indicadores
staff-tab-history = Antes de la plataforma
staff-tab-people = Personas
staff-tab-plan = El plan
definition-new = Nuevo indicador
definition-new-title = Nuevo indicador
definition-title = Definición de { $code }
definition-lede = Qué cuenta el indicador y contra qué se mide. Cada cambio es una versión nueva; las anteriores y los periodos cerrados quedan como estaban.
definition-what = Qué cuenta
definition-tree = Lugar en el plan
definition-scope = Alcance
definition-target = Meta
definition-baseline = Línea de base
definition-more = Para explicarlo
definition-why = Por qué cambia
definition-code-hint = Letras, números y guiones, por ejemplo PGA-FORMADAS.
definition-choose = Elija
definition-unit-hint = De qué es el número. Tiene que corresponder a lo que se cuenta.
definition-period-hint = Si la meta es para todo el plan o para cada año.
definition-section-hint = Como la numera el plan, por ejemplo 3.1.1 IO1.b.
definition-scope-hint = Lo que se deja sin marcar entra todo.
definition-languages-hint = Los idiomas en que se ofrece la edición, no el que elige cada persona.
definition-countries = Solo algunos países
definition-reading-hint = Mientras no se decida, se muestran las dos lecturas.
definition-milestones-hint = Un año por línea, por ejemplo «2024: 100».
definition-responsible-hint = Un cargo o una unidad, no una persona.
definition-reason-hint = Queda en la historia del indicador.
definition-look = Ver el efecto
definition-save = Guardar esta definición
definition-effect = Lo que cambia
definition-effect-caption = La cifra antes y después
definition-before = Antes
definition-after = Después
definition-moved = En todo el plan entran { $joined } personas y salen { $left }.
definition-closed-stay = Los periodos cerrados no cambian.
definition-history = Historia
definition-by-campus = definición inicial del campus
definition-first = Primera versión.
definition-empty = (vacío)
definition-retire = Retirar este indicador
definition-restore = Volver a informar este indicador
definition-retire-hint = Retirado, deja de aparecer en listas e informes nuevos. Se puede recuperar.
definition-is-retired = Este indicador está retirado: no aparece en listas ni en informes nuevos.
definition-change = Cambiar la definición
definition-counts-participants = Personas participantes
definition-counts-completers = Personas formadas
definition-counts-editions = Ediciones con participantes
definition-counts-published-language-versions = Idiomas publicados de un curso
definition-counts-learning-gain = Ganancia de aprendizaje
definition-counts-recorded-by-staff = Hechos que registra el equipo
definition-period-plan = Todo el plan
definition-period-calendar-year = Cada año
definition-comparator-at-least = al menos la meta
definition-comparator-more-than = más que la meta
definition-reading-new = La meta es además de la línea de base
definition-reading-including-baseline = La meta incluye la línea de base
definition-reading-unsettled = Sin decidir
definition-baseline-value = Un número
definition-baseline-to-be-determined = Por determinar
definition-baseline-not-stated = El plan no la da
evidence-title = Hechos registrados
evidence-hint = Cada hecho lleva su fecha y el documento que lo prueba.
evidence-none = Todavía no hay ningún hecho registrado.
evidence-new = Registrar un hecho
evidence-no-country = Sin país
evidence-what-hint = En una o dos oraciones.
evidence-document-hint = Título y página del documento que lo prueba.
evidence-record = Registrar
evidence-open = abrir el documento
evidence-withdrawn = Retirado
evidence-withdraw = Retirar
past-title = Antes de la plataforma
past-line = { $number } informadas antes de la plataforma + { $here } registradas aquí; se desconoce cuántas coinciden. { $title }, { $years }.
past-source = Fuente: { $source }
past-hint = Son números sin nombres: se muestran al lado y nunca se suman a la cifra.
past-short = { $count ->
    [one] Además, { $number } informadas antes de la plataforma.
   *[other] Además, { $number } y otras informadas antes de la plataforma.
}
qualifier-exactly = exactamente
qualifier-at-least = al menos
qualifier-over = más de
qualifier-about = cerca de
history-title = Antes de la plataforma
history-lede = Números que un documento da sin nombres. No se inventa a nadie a partir de ellos: se muestran al lado de las cifras del campus y nunca se suman.
history-import = Traer un archivo
history-search = Buscar por título, público o documento
history-empty-title = Todavía no hay cifras anteriores
history-empty = Agregue una con el formulario o traiga un archivo.
history-new = Agregar una cifra
history-add = Agregar
history-title-hint = Como la llama el documento.
history-no-course = Ninguno del campus
history-course-hint = Los indicadores de este curso la mostrarán.
history-split = Por sexo
history-split-hint = Deje las cinco casillas vacías si el documento no lo dice.
history-document-hint = El documento que da el número.
history-no-language = No se dice
history-any-kind = No se dice
history-years = Años
history-withdrawn = fuera de la cuenta
history-replaced-by = la reemplaza { $edition }
history-no-split = sin división por sexo
history-withdraw = Sacar de la cuenta
history-restore = Volver a mostrarla
history-replace = Edición cuya lista llegó después (código)
history-replace-button = Reemplazar
history-done-added = La cifra quedó registrada.
history-done-withdrawn = La cifra ya no se muestra; puede volver a mostrarla.
history-done-restored = La cifra se muestra de nuevo.
history-done-replaced = El cambio quedó guardado.
history-done-imported = { $count ->
    [one] Se agregó 1 cifra.
   *[other] Se agregaron { $count } cifras.
}
history-import-title = Traer un archivo de cifras anteriores
history-import-lede = Traiga el archivo o péguelo como texto separado por comas. Primero se ve fila por fila lo que se agregaría; nada se agrega mientras una fila esté mal.
history-import-upload-hint = CSV o XLSX. Se lee su primera hoja y queda abajo como texto, para corregirlo ahí mismo.
history-import-columns = También se leen course_slug, qualifier, women, men, another, declined, not_recorded, personnel_kind, document y page. Un archivo traído dos veces no agrega nada la segunda.
history-import-document-hint = De qué documento son las filas que no lo dicen.
history-import-look = Ver las filas
history-import-confirm = Agregar estas cifras
history-import-caption = Lo que se leyó
history-line = Línea
history-fate = Qué pasará
history-known = ya está registrada
history-added-alone = se agrega, sin curso del campus
history-added-course = se agrega al curso { $course }
plan-title = El plan
plan-lede = Entre qué días cuenta «todo el plan», y qué números son demasiado pequeños para mostrarlos al público.
plan-ends-hint = Déjelo vacío mientras el plan siga abierto.
plan-hide-hint = Los números desde 1 hasta uno menos que este no se publican.
plan-save = Guardar
plan-saved = El plan quedó guardado.
staff-tab-periods = Periodos
staff-tab-report = Informe anual
periods-title = Periodos
periods-lede = Cada año se cierra una vez que terminó: sus cifras, quiénes cuentan en ellas y sus definiciones quedan congeladas. Lo que llega después espera en el registro de ajustes.
periods-state = Estado
periods-version = Versión
periods-approver = Aprobó
periods-waiting = Ajustes en espera
periods-closed = Cerrado
periods-running = En curso
periods-open = Por cerrar
periods-waiting-count = { $count ->
    [one] 1 indicador
   *[other] { $count } indicadores
}
period-title = Periodo: { $period }
period-done-closed = El periodo quedó cerrado y sus informes están listos.
period-done-restated = La nueva versión quedó publicada; la anterior sigue disponible.
period-done-carried = La diferencia se informará en el próximo periodo que se cierre.
period-running-lede = Este periodo todavía no termina. Así van sus cifras.
period-open-lede = Este periodo terminó y está por cerrarse. Revise lo que queda abierto antes de congelarlo.
period-questions = Lo que queda abierto
period-no-questions = No queda nada abierto.
period-question-duplicates = { $count ->
    [one] 1 par de registros podría ser una misma persona.
   *[other] { $count } pares de registros podrían ser una misma persona.
}
period-settle-duplicates = Decidir
period-question-unknown = No se conoce el sexo de { $count } de las { $of } personas formadas.
period-question-grading = Estas ediciones terminaron en el periodo y no están cerradas:
period-question-narratives = Sin relato: { $codes }.
period-settle-narratives = Escribir
period-preview = Lo que se congelaría
period-indicator = Indicador
period-value = En el periodo
period-to-date = En el plan hasta su fin
period-close = Cerrar el periodo
period-close-what = Se congelan las cifras, quiénes cuentan en ellas y las definiciones, y se hacen los informes en español y en inglés. Nada de eso cambia después; lo que llegue más tarde se ajusta o se informa aparte.
period-approver-hint = Nombre y cargo de quien aprueba las cifras.
period-close-button = Cerrar y congelar
period-restate = Publicar una versión nueva
period-restate-what = Se vuelve a contar con las definiciones congeladas y los datos de hoy. La versión anterior sigue disponible.
period-restate-button = Publicar la versión nueva
period-versions = Versiones publicadas
period-version = Versión { $number }
period-approved-by = Aprobó: { $name }
period-digest = Huella del contenido:
period-report-es = Informe en español
period-report-en = Informe en inglés
period-pdf-es = PDF en español
period-pdf-en = PDF en inglés
ledger-title = Registro de ajustes
ledger-hint = Lo que hoy difiere de lo publicado, contado con las definiciones que se congelaron.
ledger-empty = Nada difiere de lo publicado.
ledger-published = Publicado
ledger-today = Hoy
ledger-redefined = La definición tiene una versión más nueva, que no cambia este periodo.
ledger-carried = Se informa en el próximo periodo
ledger-carry = Informar en el próximo periodo
ledger-late-data = { $count ->
    [one] 1 persona registrada después del cierre
   *[other] { $count } personas registradas después del cierre
}
ledger-linked = { $count ->
    [one] 1 registro que se unió a otro o se separó
   *[other] { $count } registros que se unieron a otros o se separaron
}
ledger-declaration = { $count ->
    [one] 1 persona en otra casilla de sexo
   *[other] { $count } personas en otra casilla de sexo
}
ledger-correction = { $count ->
    [one] 1 corrección de fechas o alcance
   *[other] { $count } correcciones de fechas o alcance
}
ledger-removed = { $count ->
    [one] 1 participación que ya no está
   *[other] { $count } participaciones que ya no están
}
reports-title = Informe anual
reports-lede = Lo que la comisión entrega cada año, hecho de un periodo cerrado, en español y en inglés.
reports-open = Este periodo no está cerrado todavía.
reports-close = Ir a cerrarlo
reports-older = { $count ->
    [one] 1 versión anterior
   *[other] { $count } versiones anteriores
}
reports-narratives = Relatos de los indicadores
narratives-title = Relatos: { $period }
narratives-lede = Qué hay detrás de cada cifra, en los dos idiomas del informe. Al cerrar el periodo se congelan con ella.
narrative-saved = El relato de { $code } quedó guardado.
narrative-none = Todavía no hay relato.
narrative-write = Escribir
narrative-save = Guardar
duplicates-title = Registros que podrían ser una persona
duplicates-lede = La búsqueda compara correos, nombres, países y fechas, y dice por qué. Quien decide es el equipo: al unirlos, los dos registros conservan sus fechas, y la unión se puede deshacer.
duplicates-looked-at = Última búsqueda:
duplicates-never = Todavía no se ha buscado.
duplicates-search = Buscar ahora
duplicates-found = { $count ->
    [0] No se encontró ningún par.
    [one] Hay 1 par por decidir.
   *[other] Hay { $count } pares por decidir.
}
duplicates-done-apart = Quedó anotado que no son la misma persona.
duplicates-done-linked = Los registros quedaron unidos; cada uno conserva sus fechas.
duplicates-empty-title = No hay pares por decidir
duplicates-empty = Busque de nuevo después de importar listas o cuando se registren personas.
duplicates-count = { $count ->
    [one] 1 par por decidir
   *[other] { $count } pares por decidir
}
duplicates-score = Parecido: { $score } de 100
duplicates-apart = No son la misma persona
duplicates-keep = Son la misma: dejar este
duplicates-no-email = sin correo
duplicates-account = tiene cuenta
duplicates-editions = Ediciones
duplicates-linked = Registros ya unidos
sign-same-mailbox = mismo correo
sign-same-name = mismo nombre
sign-near-name = nombre casi igual
sign-same-country = mismo país
sign-other-country = otro país
sign-same-day = misma fecha
sign-same-edition = misma edición
staff-tab-audit = Auditoría
staff-tab-tokens = Claves de acceso
audit-title = Registro de auditoría
audit-lede = Quién hizo qué, cuándo, y qué cambió. Solo se agrega: nadie puede cambiar ni borrar una línea.
audit-search = Buscar en los actos
audit-action = Acto
audit-every = Todos
audit-from = Desde
audit-to = Hasta
audit-empty-title = No hay nada con esa búsqueda
audit-empty = Quite un filtro o amplíe los días.
audit-count = { $count ->
    [one] 1 acto
   *[other] { $count } actos
}
audit-when = Cuándo
audit-who = Quién
audit-subject = Sobre qué
audit-details = Detalles
audit-campus = el campus
tokens-title = Claves de acceso a los datos
tokens-lede = Con una clave, otro programa puede leer las cifras. Cada una tiene sus derechos y su fecha de fin.
tokens-openapi = Descripción de la interfaz (OpenAPI)
tokens-made = Copie la clave ahora: no se volverá a mostrar.
tokens-revoked = La clave ya no funciona.
tokens-empty-title = Todavía no hay claves
tokens-empty = Haga una para la hoja de cálculo o el tablero que leerá las cifras.
tokens-new = Nueva clave
tokens-name-hint = Por ejemplo, «Tablero de la Secretaría».
tokens-days-hint = De 1 a 366.
tokens-make = Hacer la clave
tokens-used = usada por última vez el
tokens-never = nunca usada
tokens-is-revoked = Anulada
tokens-is-expired = Vencida
tokens-revoke = Anular
tokens-until = vale hasta el
right-figures = Cifras e indicadores
right-members = Listas sin nombres
right-participations = Participaciones sin nombres
public-title = Nuestras cifras
public-lede = Cuántas personas se han formado con la Comisión, y cuánto falta para las metas del plan. Son cifras de años ya cerrados y aprobados.
public-empty-title = Todavía no hay cifras publicadas
public-empty = Se publican cuando se cierra el primer año. Vuelva más adelante.
public-until = Hasta { $year }, cerrado el
public-hidden-why = ▪ Las cifras de 1 a { $most } personas no se muestran, ni otras con las que se podrían deducir.
public-hidden = no se muestra, para proteger a las personas
public-so-far = El plan hasta { $year }
public-past = Además, { $number } informadas antes de la plataforma: { $title }.
public-embed = Mostrarlo en otra página
public-caption = { $indicator }, por año y en el plan
public-countries = Personas formadas por país
public-countries-caption = En cualquier curso, en el plan hasta el último año cerrado. Los países con pocas personas van juntos.
public-other-countries = Otros países
public-source = Campus virtual de la CIM
indicators-download = Descargar
indicators-xlsx = Excel, con notas
indicators-json = JSON
indicators-sdmx = SDMX-CSV
indicators-iati = IATI 2.03 (resultados)
staff-tab-codes = Listas de códigos
codes-title = Tipos de personal
codes-lede = Lo que las personas pueden declarar sobre dónde trabajan. Un tipo en uso se retira, nunca se borra: lo declarado con él sigue legible.
codes-saved = Se guardó «{ $code }».
codes-new = Agregar un tipo
codes-change = Cambiar «{ $code }»
codes-code-hint = Letras minúsculas, números y guiones. No se puede cambiar después.
codes-save = Guardar
codes-edit = Cambiar
codes-retire = Retirar
codes-restore = Ofrecer de nuevo
codes-retired = retirado
institution-type-state = Estado
institution-type-oas = OEA
institution-type-international = Organismo internacional
institution-type-civil-society = Sociedad civil
institution-type-media = Medios de comunicación
institution-type-other = Otra
staff-tab-dashboard = Tablero
dashboard-title = El plan de un vistazo
dashboard-lede = Cuántas personas se han formado, cómo va cada meta, de dónde son y hasta dónde llegan.
dashboard-empty-title = Todavía no hay nadie a quien contar
dashboard-empty = Las cifras aparecen cuando alguien completa una edición.
dashboard-trained = Personas formadas, { $window }
dashboard-trend = Por año
dashboard-trend-caption = Personas formadas en algún curso, por año y sexo. Los años no tienen que sumar el total del plan.
dashboard-funnel = De la solicitud a la finalización
dashboard-funnel-caption = Participaciones en las ediciones que empiezan en { $window }, por sexo.
dashboard-stage = Hasta dónde
dashboard-countries = Por país
dashboard-countries-caption = Personas formadas en algún curso, por país y sexo, { $window }. Los quince países con más personas.
dashboard-progress = Avance hacia las metas
chart-table = Ver la tabla
declaration-title = Participación de { $person }
declaration-corrected = La corrección quedó guardada. Los periodos cerrados no cambian: la diferencia espera en su registro de ajustes.
declaration-moments = Por qué cuenta
declaration-first = Primer acto de aprendizaje
declaration-completed = Último requisito cumplido
declaration-recorded = registrado el
declaration-rule = Regla de la edición
declaration-no-acts = No hay actos registrados en el campus: lo que cuenta viene de una lista.
declaration-act = Acto
declaration-progress = Ver su avance en la edición
declaration-correct = Corregir lo declarado
declaration-correct-hint = Solo para errores de registro. Cambia esta participación, no el perfil de la persona, y queda en la auditoría con su motivo. Nunca se deduce el sexo de un nombre.
declaration-save = Guardar la corrección
declaration-acts = { $count ->
    [one] 1 acto registrado
   *[other] { $count } actos registrados
}
declaration-nameless = Persona sin nombre
declaration-erased = La identidad de la persona se borró. Las cifras siguen igual.
declaration-erase = Borrar a esta persona
declaration-erase-what = Se borran su nombre, su correo, sus cuentas, sus certificados y lo que entregó. Quedan las casillas que se cuentan, sin camino a nadie. No se puede deshacer.
