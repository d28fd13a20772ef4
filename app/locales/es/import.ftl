# Listas de personas: cargarlas, revisarlas, deshacerlas.
imports-title = Cargar una lista
imports-page-title = Cargar una lista: { $edition }
imports-lede = Traiga la lista de su taller o curso. Verá qué pasará con cada fila antes de que se haga nada, y podrá deshacer la carga completa.
imports-file-hint = Un archivo CSV o XLSX. Se reconocen las columnas por su nombre en español, inglés, portugués o francés, en cualquier orden. Plantilla:
imports-template-xlsx = XLSX
imports-template-csv = CSV
imports-presence-hint = Vale para las filas que no traen una fecha ni un «no» propios.
imports-day-hint = El día en que asistieron o aprobaron.
presence-enrolled = Solo se inscribieron
presence-attended = Asistieron
presence-completed = Asistieron y aprobaron
imports-read = Revisar la lista
imports-read-hint = Todavía no se guarda a nadie.
imports-one-by-one = ¿Son pocas personas?
imports-past = Cargas anteriores
imports-none = Todavía no se ha cargado ninguna lista.
imports-undone = La carga se deshizo: todo quedó como estaba antes.
imports-caption = { $count ->
    [one] 1 carga
   *[other] { $count } cargas
}
imports-list = Lista
imports-when = Cuándo
imports-state = Estado
imports-what = Qué hizo
imports-act = Acciones
imports-undo = Deshacer
imports-typed = { $name } (una persona)
imports-unnamed = Archivo sin nombre
imports-sums = { $rows } filas: { $added } agregadas, { $filled } completadas, { $unchanged } ya estaban, { $flawed } con errores.
imports-kept = { $count ->
    [one] 1 fila quedó, porque ya se usaba.
   *[other] { $count } filas quedaron, porque ya se usaban.
}
import-state-prepared = Por confirmar
import-state-done = Cargada
import-state-undone = Deshecha
import-title-prepared = Revise la lista: { $name }
import-title-done = Lista cargada: { $name }
import-title-undone = Carga deshecha: { $name }
import-unread = No se pudo leer el archivo, y no se guardó nada.
import-again = Cargar otro archivo
import-nothing-yet = Todavía no se ha hecho nada.
import-presence-enrolled = Quien no tiene fecha en su fila quedará solo con inscripción.
import-presence-attended = Quien no tiene fecha en su fila asistió el { $day }.
import-presence-completed = Quien no tiene fecha en su fila asistió y aprobó el { $day }.
import-chosen = Sus elecciones quedaron guardadas.
import-left-out = { $count ->
    [one] Esta columna no se usa: { $names }.
   *[other] Estas columnas no se usan: { $names }.
}
import-filters = Qué filas se muestran
import-all = Todas
import-caption = { $count ->
    [one] 1 fila
   *[other] { $count } filas
}, en el orden del archivo
import-row = Fila
import-fate = Qué pasará
import-no-name = sin nombre
import-no-rows = No hay filas así.
import-fills = Completa: { $what }
fate-flawed = Con error
fate-duplicate = Posible duplicado
fate-new = Persona nueva
fate-match = Se reconoce por su correo
fate-fill = Se completa
fate-there = Ya está
import-who = ¿{ $name } es alguien que ya está en el campus?
import-apart = No, es otra persona
import-same = Sí, es { $name }, { $email }, { $place }
import-no-email = sin correo
import-here = en esta edición
import-elsewhere = en otra edición
import-keep-choices = Guardar las elecciones
import-duplicates = { $count ->
    [one] 1 posible duplicado se agregará como otra persona, salvo que usted elija.
   *[other] { $count } posibles duplicados se agregarán como otras personas, salvo que usted elija.
}
import-flawed = { $count ->
    [one] 1 fila con error no se cargará. Puede corregirla en su archivo y traerlo otra vez: lo que ya está no se repite.
   *[other] { $count } filas con errores no se cargarán. Puede corregirlas en su archivo y traerlo otra vez: lo que ya está no se repite.
}
import-confirm = { $count ->
    [one] Cargar 1 fila
   *[other] Cargar { $count } filas
}
import-nothing-to-do = No hay nada que cargar.
import-discard = Descartar
import-to-people = Ver a las personas de la edición
import-to-undo = Deshacer esta carga
column-given_name = nombre
column-family_name = apellidos
column-full_name = nombre completo
column-email = correo
column-sex = sexo
column-country = país
column-personnel_kind = tipo de personal
column-institution = institución
column-language = idioma
column-enrolled_at = inscripción
column-first_activity_at = asistencia
column-completed_at = finalización
undo-title = Deshacer: { $name }
undo-lede = Se quitará solo lo que esta carga hizo:
undo-nothing = No queda nada que deshacer.
undo-people = { $count ->
    [one] 1 persona que el campus no conocía
   *[other] { $count } personas que el campus no conocía
}
undo-participations = { $count ->
    [one] 1 participación
   *[other] { $count } participaciones
}
undo-filled = { $count ->
    [one] lo que completó en 1 participación
   *[other] lo que completó en { $count } participaciones
}
undo-certificates = { $count ->
    [one] 1 certificado
   *[other] { $count } certificados
}
undo-kept = { $count ->
    [one] Esta fila se queda, porque alguien ya la usa:
   *[other] Estas { $count } filas se quedan, porque alguien ya las usa:
}
undo-row = Fila { $line }, { $name }:
kept-claimed = la persona tiene una cuenta y lo hizo suyo.
kept-elsewhere = la persona participa también en otra edición o lista.
kept-active = la persona hizo algo en la edición desde entonces.
kept-changed = se cambió algo desde entonces.
undo-button = Deshacer la carga completa
undo-button-others = Deshacer las demás filas
undo-back = Volver sin deshacer
new-person-title = Agregar una persona
new-person-lede = Para listas cortas o en papel. La persona no necesita una cuenta.
new-person-email-hint = Con él, la persona podrá encontrar después su registro y su certificado.
new-person-counted = Escriba solo lo que la persona declaró de sí misma. No se deduce nada de un nombre, y nada de esto aparece en listas ni certificados.
new-person-sex = Solo si la persona lo declaró: mujer, hombre, otra identidad, o que prefiere no decirlo.
new-person-consent = La persona lo declaró por escrito y está de acuerdo. Solo hace falta si llenó algo de lo anterior.
new-person-button = Agregar
new-person-new = La persona quedó agregada. Puede agregar a la siguiente.
new-person-filled = La persona ya estaba, y se completó lo que faltaba.
new-person-there = La persona ya estaba en la edición. No se cambió nada.
