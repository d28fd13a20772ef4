# Los mensajes del equipo de una edición.
teach-tab-messages = Mensajes
messages-title = { $edition }: mensajes
messages-written = Lo que se escribió
messages-empty = Todavía no se escribió nada. Un mensaje corto y amable en los primeros días suele ayudar mucho.
messages-caption = { $count ->
    [one] 1 mensaje, primero el más nuevo
   *[other] { $count } mensajes, primero el más nuevo
}
message-new = Escribir un mensaje
message-body-hint = Como en el foro: **negrita**, listas, enlaces. Quien lo recibe por correo lee el texto como se escribió.
message-when-hint = En { $zone }. Vacío: ahora.
message-look = Ver quién lo recibe
message-send = Enviar
message-preview = { $count ->
    [0] No lo recibiría nadie
    [one] Lo recibe 1 persona
   *[other] Lo reciben { $shown } personas
}
message-names = Quiénes
message-more = y { $count } más
message-without = { $count ->
    [one] 1 de ellas no tiene cuenta y no recibe correo.
   *[other] { $count } de ellas no tienen cuenta y no reciben correo.
}
message-when = Cuándo
message-state = Estado
message-sent = enviado
message-scheduled = espera su hora
message-cancelled = anulado
message-cancel = Anularlo
message-cancelled-done = El mensaje se anuló. Nadie lo recibe.
message-on-its-way = El mensaje va en camino.
message-kept = El mensaje espera su hora. Hasta entonces se puede anular.
message-back = Todos los mensajes
message-people = Quiénes lo recibieron
segment-all = todas las personas, y en la página de la edición
segment-not-started = quienes no han comenzado
segment-under-way = quienes están en camino
segment-completed = quienes completaron
segment-missing = quienes no han entregado «{ $title }»
delivery-delivered = Entregado
delivery-waiting = En camino
delivery-failed = No entregado
delivery-no-address = Sin cuenta
announcements = Anuncios

segment-chosen = { $count ->
    [one] La persona elegida en la lista
   *[other] Las { $count } personas elegidas en la lista
}
