# Tareas y calificación.
field-text = Su trabajo
field-files = Archivos

submission-due = Se entrega hasta el
submission-pass-mark = Se aprueba con { $pass } % o más
submission-is-late = La fecha de entrega ya pasó. Todavía puede entregar su trabajo mientras dure la edición; quedará señalado como tardío.
submission-rubric = Cómo se califica
submission-rubric-hint = En cada parte se obtienen los puntos de un nivel, { $most } en total como máximo. Es la misma tabla que usará quien califique.
submission-points = Puntos
submission-level = Qué se necesita
submission-up-to = hasta { $count }
submission-reached = Alcanzado
submission-comment = Comentario
submission-grade = { $part } de { $whole } puntos, { $percent } %
submission-passed = Aprobó.
submission-waits = Su trabajo espera calificación.
submission-waits-hint = Le escribiremos en cuanto la tenga.
submission-below = Se necesita { $pass } % y todavía no se alcanza.
submission-below-hint = Lea los comentarios y entregue de nuevo su trabajo más abajo.
submission-yours = Entregue su trabajo
submission-draft = Su borrador
submission-again = Entregar de nuevo
submission-past = Sus calificaciones
submission-number = Entrega { $number }
submission-handed-in-at = Entregado:
submission-graded-at = Calificado:
submission-late = Tardío
submission-files = Archivos
submission-comment-whole = Comentario general
submission-by-criterion = Parte por parte
submission-what = Lo que entregó
submission-text-hint = Puede escribir aquí, adjuntar archivos o ambas cosas. Guarde el borrador cuando quiera.
submission-files-hint = Hasta { $most } archivos de { $megabytes } MB cada uno. Se aceptan: { $kinds }.
submission-files-again = El navegador no conserva los archivos que no se aceptaron: por favor, elíjalos de nuevo.
submission-files-full = No hay lugar para más archivos. Quite alguno si quiere agregar otro.
submission-remove = Quitar
submission-saved = Borrador guardado:
submission-save = Guardar el borrador
submission-hand-in = Entregar
submission-hand-in-hint = Al entregar, su trabajo llega a quienes imparten esta edición. Puede recuperarlo mientras no lo califiquen, y recibirá un correo cuando tenga calificación.
submission-stored = Lo que se guardó desde la otra ventana
submission-typed = Esto es lo que había escrito; cópielo si todavía lo necesita.
submission-take-back = Recuperarlo para cambiarlo
submission-take-back-hint = Vuelve a ser un borrador y nadie lo califica hasta que lo entregue otra vez, con la nueva fecha.
submission-closed = Ahora no se puede entregar nada.
submission-closed-graded = Ya no se puede entregar nada más. Sus calificaciones quedan aquí.
submission-closed-draft = El tiempo de entrega terminó. Su borrador queda aquí para leerlo.
submission-n-points = { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}

grading-title = Calificar: { $edition }
grading-filters = Qué trabajos se muestran
grading-filter-waiting = En espera
grading-filter-graded = Calificados
grading-filter-all = Todos
grading-activity = Tarea
grading-every-activity = Todas las tareas
grading-handed-in = Entregado
grading-waits = Espera calificación
grading-graded = Calificado
grading-caption = { $count ->
    [one] 1 trabajo
   *[other] { $count } trabajos
}; primero el que lleva más tiempo en espera
grading-none-title = Todavía no hay entregas
grading-none = Cuando alguien entregue su trabajo aparecerá aquí, primero el más antiguo.
grading-no-assignments = Este curso no tiene tareas que calificar.
grading-done-title = Aquí no espera nada
grading-done = Todo está calificado. Lo que llegue aparecerá aquí.
grading-no-match-title = Nada coincide
grading-saved-all = La calificación quedó guardada y se avisará a quien hizo el trabajo. No espera ningún otro.
grading-saved = La calificación quedó guardada y se avisará a quien hizo el trabajo.
grading-of = { $name }: { $title }
grading-work = El trabajo
grading-asked = Lo que se pidió
grading-others = Otras entregas de la misma persona
grading-open = Abrir esta entrega
grading-by = Lo calificó { $name },
grading-passed = Aprueba.
grading-not-passed = Se necesita { $pass } % para aprobar.
grading-meanwhile = Esto cambió mientras usted calificaba
grading-meanwhile-hint = Esto es lo que está guardado ahora. Su propia calificación sigue en el formulario: compare ambas y guarde de nuevo si debe valer la suya.
grading-hint = Elija un nivel en cada parte. Se aprueba con { $pass } % de { $most } puntos.
grading-save = Guardar la calificación
grading-save-next = { $count ->
    [one] Guardar y abrir el último en espera
   *[other] Guardar y abrir el siguiente de { $count }
}
grading-save-hint = La persona recibe un correo con un enlace a los puntos y comentarios. Más tarde se puede corregir una calificación.
grading-participant = Participante { $number }
grading-next = Calificar el que lleva más tiempo en espera
grading-hide-names = Ocultar los nombres al calificar
grading-show-names = Mostrar los nombres
grading-hide-hint = Hasta que un trabajo esté calificado, usted ve un número en lugar del nombre de quien lo hizo.
grading-hidden = Los nombres están ocultos hasta que el trabajo esté calificado. El propio texto puede revelarlos.
grading-bank = Usar de nuevo un comentario
grading-bank-of = Comentarios ya usados: { $title }
grading-bank-hint = Lo que marque se añade a su comentario al guardar.
grading-feedback = Devolver un archivo
grading-feedback-hint = Un archivo de hasta { $megabytes } MB que solo pueden abrir quien hizo el trabajo y quienes califican; uno nuevo sustituye al anterior. Se aceptan: { $kinds }.
grading-feedback-remove = Retirar este archivo
grading-reason-hint = Hace falta cuando cambian los puntos. Queda en el historial, que ven quienes califican.
grading-history = { $count ->
    [one] 1 calificación hasta ahora
   *[other] { $count } calificaciones hasta ahora
}
grading-history-caption = Todas las calificaciones de este trabajo, primero la más reciente
grading-history-when = Cuándo
grading-history-who = Quién
grading-history-from = De
grading-history-to = A
grading-history-first = Primera calificación
submission-feedback = Archivo de quien le calificó
