# La portada, el catálogo y la página de cada curso.
landing-page-title = Cursos de la Comisión Interamericana de Mujeres
landing-eyebrow = Formación gratuita para las Américas
landing-title = Los derechos de las mujeres también se aprenden
landing-lede = Cursos para el personal público y las organizaciones que hacen realidad los derechos de las mujeres en su trabajo diario.
landing-action = Ver los cursos
landing-open = Abiertos ahora
landing-all = Los cursos
landing-fact-forum = primer foro hemisférico sobre los derechos de las mujeres: la CIM se creó en La Habana
landing-figure-forum = 1928
landing-fact-states = Delegadas en la Asamblea de la CIM, una por cada Estado Miembro de la OEA
landing-figure-states = 34
landing-fact-trained = profesionales que formó entre 2013 y 2016 el curso de igualdad de género
landing-figure-trained = más de 600
landing-proof-title = Un certificado que se puede comprobar
landing-proof = Cada certificado lleva un código. Quien lo recibe ve enseguida qué se aprendió, en qué edición, en qué fechas y cuántas horas. Nada más sobre usted.

catalogue-title = Cursos
catalogue-lede = Todos son gratuitos. Elija por tema, por idioma o por fecha.
catalogue-search = Buscar un curso
catalogue-search-button = Buscar
catalogue-filters = Filtros
catalogue-all = Todos
catalogue-open = Inscripción abierta
catalogue-in-es = En español
catalogue-in-en = En inglés
catalogue-none-title = Ningún curso coincide
catalogue-none = Pruebe con otra palabra o con menos filtros.
catalogue-none-action = Ver todos los cursos

course-hours = { $hours ->
    [one] 1 hora
   *[other] { $hours } horas
}
course-minutes = { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
course-seats-left = { $count ->
    [one] queda 1 cupo
   *[other] quedan { $count } cupos
}
course-free = gratuito
course-open = Inscripción abierta
course-full = Sin cupos
course-starts = Empieza el { $date }
course-no-edition = Próxima edición por anunciar
course-no-edition-hint = Este curso no tiene ahora una edición abierta. Vuelva a visitar esta página o elija otro curso del catálogo.
course-outline-short = lecciones en preparación
course-outline = Las lecciones en línea de este curso están en preparación. Sus ediciones se imparten fuera del campus y se registran aquí.
course-breadcrumb = Ruta
course-objectives = Lo que podrá hacer
course-about = Sobre el curso
course-modules = Módulos
course-editions = Ediciones
course-to-editions = Ver las ediciones y sus cupos
course-dates = Fechas
course-unlimited = sin límite
course-no-seats = no hay disponibles
course-you-are-in = Usted participa en esta edición
course-go-learn = Ir al curso
course-enrol = Inscribirme
course-register-to-enrol = Crear una cuenta e inscribirme
course-sign-in-to-enrol = Ingrese para inscribirse
course-past = { $count ->
    [one] Una edición anterior
   *[other] { $count } ediciones anteriores
}
course-rule = Cómo se completa
