# Una edición de un vistazo: la cuadrícula y el libro de calificaciones.
teach-tab-activities = Actividades
teach-tab-gradebook = Notas
grid-title = { $edition }: actividades
grid-search = Buscar por nombre
grid-module = Módulo
grid-all-modules = Todos los módulos
grid-order = En orden de
grid-name = Nombre
grid-caption = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
grid-keys = Qué dicen los signos
grid-key-done = ✓ hecha, o la calificación en porcentaje
grid-key-waiting = ● entregada, espera calificación
grid-key-below = ↓ calificada por debajo de lo pedido
grid-key-late = ! vencida y sin hacer
grid-key-open = · todavía nada
grid-done = hecha
grid-waiting = espera calificación
grid-below = por debajo de lo pedido
grid-late = atrasada
grid-open = todavía nada
gradebook-title = { $edition }: notas
gradebook-lede = Las calificaciones que valen, como cada persona ve las suyas. La final es el promedio según los pesos; lo que no se intentó cuenta como nada.
gradebook-download = Descargar en XLSX
gradebook-final = Calificación final
gradebook-mean = Promedio de quienes tienen nota
gradebook-weight = peso { $weight }
gradebook-none = sin calificación
gradebook-count = de { $count }
gradebook-nothing-title = Aquí no se califica nada
gradebook-nothing = Este curso no tiene pruebas ni tareas.
