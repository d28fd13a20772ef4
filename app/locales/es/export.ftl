staff-tab-exports = Archivos
exports-title = Archivos
exports-lede = Los archivos largos se hacen aparte mientras usted sigue con otra cosa. Cada uno se guarda siete días, solo para quien lo pidió, y queda en la auditoría.
exports-removed = El archivo se quitó.
exports-empty-title = Aún no pidió ningún archivo
exports-empty = Pida uno aquí abajo, o desde la lista que hay detrás de una cifra.
exports-elsewhere = La lista que hay detrás de una cifra se pide en su propia página; las cifras de los indicadores, ya hechas, se descargan en
exports-participations = Todas las participaciones, sin nombres
exports-new = Pedir todas las participaciones
exports-participations-hint = Una fila por participación: seudónimo, edición, curso, modalidad, idioma, sexo, país, tipo de personal y las dos fechas que cuentan.
exports-members = La lista tras { $code }, { $window }: { $cell }
exports-trail = La auditoría
exports-ask = Pedir como CSV
exports-again = Ver cómo va
exports-asked = pedido el
exports-kept = se guarda hasta el
exports-stop = Dejar de hacerlo
exports-remove = Quitar
exports-take = Descargar
exports-progress = { $done } de { $total } filas
exports-size = { $count ->
    [one] 1 fila, { $size }
   *[other] { $rows } filas, { $size }
}
export-waiting = en espera
export-running = haciéndose
export-ready = listo
export-failed = no se pudo hacer
