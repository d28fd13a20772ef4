# El calendario propio como enlace, y lo que cuenta.
calendar-title = Mi calendario
calendar-why = Tenga sus sesiones y fechas de entrega en el calendario que usa a diario; se pone al día por sí solo.
calendar-make = Crear un enlace para mi calendario
calendar-have = Agregue esta dirección a su calendario como suscripción («desde URL»). Lleva solo fechas, ni su nombre ni su avance.
calendar-link = Dirección de su calendario
calendar-secret = Quien tenga esta dirección puede ver estas fechas. No la comparta.
calendar-open = Abrir en mi programa de calendario
calendar-change = Cambiar o terminar este enlace
calendar-change-why = Un enlace nuevo termina el anterior: los calendarios que usan el anterior dejan de recibir fechas.
calendar-make-new = Crear un enlace nuevo
calendar-end = Terminar el enlace
calendar-name = Campus CIM
calendar-begins = Empieza: { $edition }
calendar-ends = Último día: { $edition }
calendar-due = Entrega: { $title }
calendar-until = Hasta el { $at } ({ $zone })
