# Registro en el lugar: la pantalla y el teléfono.
checkin-title = Registro en el lugar
checkin-page-title = Registro en el lugar: { $edition }
checkin-lede = Abra el registro y proyecte esta página: las personas en la sala se registran con su propio teléfono, sin crear una cuenta.
checkin-hours = { $count ->
    [one] 1 hora
   *[other] { $count } horas
}
checkin-hours-hint = Por cuánto tiempo sirve el código. Puede cerrarlo antes.
checkin-session-hint = Quien se registre constará como presente en ella.
checkin-no-session = Ninguna en particular
checkin-open = Abrir el registro
checkin-before = { $count ->
    [one] 1 persona se ha registrado así en esta edición.
   *[other] { $count } personas se han registrado así en esta edición.
}
checkin-how = Escanee el código con su teléfono, o escriba esta dirección
checkin-qr = Código QR de { $address }
checkin-code = Código:
checkin-signed = { $count ->
    [0] Todavía nadie se ha registrado
    [one] 1 persona registrada
   *[other] { $count } personas registradas
}
checkin-until = Sirve hasta
checkin-refresh = Actualizar el número
checkin-end = Cerrar el registro
here-title = Registre su asistencia
here-lede = Solo hace falta su nombre. No necesita una cuenta.
here-email-why = Para que después encuentre su certificado. Nadie más lo usa.
here-consent = Solo hace falta si respondió alguna de estas preguntas.
here-on-the-list = En la lista de esta edición hay una persona con su nombre.
here-it-is-me = Sí, es mi nombre en la lista
here-another = No, es otra persona
here-sign = Registrarme
here-thanks-title = Gracias
here-thanks = Su asistencia quedó registrada.
here-later = Cuando quiera encontrar su certificado, cree una cuenta con el mismo correo.
here-ended-title = Este registro ya cerró
here-unknown-title = No conocemos este código
here-find-title = Escriba el código de la pantalla
here-find-lede = Son seis letras y números. Da igual si usa mayúsculas o minúsculas.
here-find = Continuar
