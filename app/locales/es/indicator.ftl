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
indicator-no-value-recorded-by-staff-later = aún no se registra en el campus
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
indicator-modality = Modalidad
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
indicator-begins = Primer día
indicator-editions = De qué ediciones viene
indicator-editions-caption = Ediciones contadas, { $window }
indicator-editions-hint = Quien participó en varias ediciones aparece en cada una; por eso sus personas pueden sumar más que el valor.
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
