# Hojas de trabajo.
worksheet-done = Hecha
worksheet-saved = Guardado:
worksheet-save = Guardar
worksheet-finish = Guardar, marcar como hecha y seguir
worksheet-save-on = Guardar y seguir
worksheet-private = Solo usted ve lo que escribe aquí. Después de que termine la edición podrá seguir leyéndolo, imprimiéndolo y descargándolo.
worksheet-blank = Sin completar
worksheet-nothing = Todavía no hay nada escrito en esta hoja.
worksheet-print = Ver para leer e imprimir
worksheet-text = Descargar como texto
worksheet-html = Descargar como página web
