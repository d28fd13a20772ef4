# A lesson's pages: language, glossary, module to print.
lesson-untranslated = This text is not translated yet. It is shown in { $language }, the language in which it was written.
lesson-in-es = Spanish
lesson-in-en = English

glossary-link = Glossary of the course
glossary-title = Glossary
glossary-search = Find a term
glossary-count = { $count ->
    [one] 1 term of { $all }
   *[other] { $count } terms of { $all }
}
glossary-none-title = No term matches
glossary-none = Try another word, or fewer words.
glossary-none-action = See all terms
glossary-empty-title = This course has no glossary
glossary-empty = Its lessons explain their terms where they use them.

pack-link = Print the module “{ $title }”
pack-link-short = Version to print
pack-lede = All lessons and worksheets of the module on one page. Use your browser’s print option to take it on paper or to keep it as a PDF.
pack-empty = This module has no texts to print.
pack-nav = Other modules
pack-worksheet = Worksheet
pack-assignment = Assignment
pack-points = { $count ->
    [one] 1 point.
   *[other] { $count } points.
}
