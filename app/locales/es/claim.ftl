# Encontrar el registro propio bajo otro correo; registros unidos.
claim-ask = ¿Participó con otro correo?
claim-title = Encontrar mi registro
claim-lede = Si en una lista de asistencia dio otro correo, escríbalo: le enviaremos allí un enlace para unir ese registro, con sus certificados, a su cuenta.
claim-email-hint = El correo que dio en la lista.
claim-button = Enviarme el enlace
claim-without = ¿No dio ningún correo? Escriba al equipo que organizó la actividad.
claim-sent = Si hay algo registrado con ese correo, le enviamos un enlace. Funciona durante un día.
claim-sent-hint = Ábralo en este mismo navegador, con su cuenta abierta. Si no llega en unos minutos, mire en el correo no deseado.
claim-confirm-title = ¿Es su registro?
claim-confirm-lede = Con { $email } están registradas estas participaciones:
claim-confirm-after = Al confirmar, aparecen en su campus con sus certificados. Cada fecha queda como está.
claim-confirm-button = Sí, es mi registro
claim-expired = Los enlaces para encontrar un registro funcionan una vez y durante un día. Pida otro.
linked-title = Registros unidos
linked-lede = Registros que resultaron ser de la misma persona. Separarlos devuelve cada cifra a como estaba.
linked-none = No hay registros unidos.
linked-caption = { $count ->
    [one] 1 registro
   *[other] { $count } registros
}
linked-record = Registro
linked-to = Es la misma persona que
linked-undo = Separar
linked-undone = Los registros están separados otra vez.
