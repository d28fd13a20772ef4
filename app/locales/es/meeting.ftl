# Sesiones, y quién asistió.
meeting-title = Sesiones y asistencia
meeting-saved = Guardado.
meeting-removed = La sesión quedó eliminada.
meeting-new = Una sesión nueva
meeting-empty-title = Todavía no hay sesiones
meeting-empty = Agregue la primera aquí abajo. Las personas participantes la verán en su curso, en su página de inicio y en su calendario.
meeting-caption = { $count ->
    [one] 1 sesión
   *[other] { $count } sesiones
}, { $zone }
meeting-session = Sesión
meeting-when = Cuándo
meeting-where = Dónde
meeting-online = en línea
meeting-nowhere = por definir
meeting-came = Asistieron
meeting-marked = Anotadas
meeting-of = { $part } de { $whole }
meeting-add = Agregar la sesión
meeting-save = Guardar la sesión
meeting-zone-hint = En { $zone }.
meeting-link-hint = Por donde se entra en línea. Solo lo ven quienes participan en esta edición.
meeting-join = Entrar en línea
meeting-print = Hoja para imprimir y firmar
meeting-change = Cambiar esta sesión
meeting-remove = Eliminar esta sesión
meeting-remove-why = { $count ->
    [0] Todavía no se anotó la asistencia de nadie. Desaparece del curso y del calendario de todas las personas.
    [one] Se anotó la asistencia de 1 persona y se pierde con ella. Quien completó la edición lo conserva.
   *[other] Se anotó la asistencia de { $count } personas y se pierde con ella. Quien completó la edición lo conserva.
}
meeting-remove-yes = Sí, eliminarla
meeting-early = Esta sesión no ha empezado. Hasta una hora antes solo se pueden anotar justificaciones.
meeting-search = Buscar por nombre
meeting-sheet-caption = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}, por apellido
meeting-mark = Asistencia
meeting-so-far = Sesiones asistidas
meeting-rest-leave = siguen sin marca
meeting-save-marks = Guardar
meeting-previous = Guardar y volver una página
meeting-next = Guardar y seguir
meeting-sheet-hint = Buscar y pasar de página guardan lo que marcó. La asistencia cuenta en el acto para quien la necesita para completar la edición.
meeting-number = N.º
meeting-sign = Firma
meeting-print-back = Volver a la sesión
meeting-print-how = Imprima esta página desde su navegador.
meeting-mine = Sesiones
attendance-none = sin marca
attendance-present = Presente
attendance-late = Con retraso
attendance-absent = Ausente
attendance-excused = Con justificación
attendance-unknown = Aún sin anotar
