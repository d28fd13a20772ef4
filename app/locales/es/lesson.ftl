# Las páginas de una lección: idioma, glosario, módulo para imprimir.
lesson-untranslated = Este texto todavía no está traducido. Se muestra en { $language }, el idioma en que se escribió.
lesson-in-es = español
lesson-in-en = inglés

glossary-link = Glosario del curso
glossary-title = Glosario
glossary-search = Buscar un término
glossary-count = { $count ->
    [one] 1 término de { $all }
   *[other] { $count } términos de { $all }
}
glossary-none-title = Ningún término coincide
glossary-none = Pruebe con otra palabra o con menos palabras.
glossary-none-action = Ver todos los términos
glossary-empty-title = Este curso no tiene glosario
glossary-empty = Las lecciones explican sus términos donde los usan.

pack-link = Imprimir el módulo «{ $title }»
pack-link-short = Versión para imprimir
pack-lede = Todas las lecciones y hojas de trabajo del módulo en una página. Use la opción de imprimir de su navegador para llevarla en papel o guardarla como PDF.
pack-empty = Este módulo no tiene textos para imprimir.
pack-nav = Otros módulos
pack-worksheet = Hoja de trabajo
pack-assignment = Tarea
pack-points = { $count ->
    [one] 1 punto.
   *[other] { $count } puntos.
}
