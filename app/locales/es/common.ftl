# Palabras que usan varias páginas.
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
dates-from-to = del { $from } al { $to }

language-es = español
language-en = inglés

near-past = vencido
near-today = hoy
near-tomorrow = mañana
near-days = { $count ->
    [one] en 1 día
   *[other] en { $count } días
}

no-data = sin datos
optional = opcional

# Formularios
error-prefix = Error:
form-has-errors = { $count ->
    [one] Falta corregir una respuesta
   *[other] Falta corregir { $count } respuestas
}
field-given-name = Nombre
field-family-name = Apellidos
field-email = Correo electrónico
field-password = Contraseña
field-current = Contraseña actual
field-language = Idioma
field-sex = Sexo
field-country = País
field-personnel-kind = Tipo de personal
field-institution = Institución
field-consent = Acepto que el campus use estos datos como se explica aquí
field-course = Curso
field-code = Código
field-title-es = Título en español
field-title-en = Título en inglés
field-starts-on = Primer día
field-ends-on = Último día
field-zone = Zona horaria
field-languages = Idiomas
field-modality = Modalidad
field-seats = Cupos
field-enrolment = Inscripción
field-completion = Cómo se completa
field-rule-text = Regla como texto
field-parts = Lo que pide
field-least = Cuántas
field-number = Nota o número
field-title = Título
field-day = Día
field-from = Desde
field-to = Hasta
field-place = Lugar
field-link = Enlace para entrar
field-rest = Quienes no tienen marca en esta página
field-instructors = Personas que imparten la edición

# Listas cerradas
modality-virtual-course = Curso virtual
modality-workshop = Taller
modality-transfer = Transferencia metodológica
modality-diploma = Diplomado
phase-upcoming = Por comenzar
phase-running = En curso
phase-ended = Terminada
sex-woman = Mujer
sex-man = Hombre
sex-another = Otra identidad
sex-declined = Prefiere no decirlo
sex-not_recorded = No registrado
completion-full = Todas las lecciones, las comprobaciones y la prueba final
completion-final-test = La prueba final
completion-recorded = La registra el equipo de la edición
activity-lesson = Lección
activity-check = Comprobación
activity-final-test = Prueba final
field-activity = Actividad
field-extra-minutes = Minutos más
field-extra-attempts = Intentos más
field-due-on = Fecha límite
field-state = Comenzar
field-weeks = Semanas después
field-newest = Tomar la versión más nueva del curso
field-answer = Pregunta
field-words-es = Pregunta en español
field-words-en = Pregunta en inglés
field-kind = Tipo de respuesta
field-options = Respuestas para elegir
field-required = Hay que responderla
field-waiting = Un lugar que se libera
field-shares = Cupos reservados
field-join-code = Código para entrar
field-emails = Correos electrónicos
field-tell = Avisar por correo
field-ids = Solicitudes
field-happened = Qué se hizo
field-learned = Qué aprendimos
field-advice = Consejos para la próxima
field-segment = Para
field-subject = Asunto
field-body = Texto
field-send-at = Enviarlo el
field-reason = Motivo
activity-pre-test = Prueba inicial
activity-post-test = Prueba de cierre
activity-worksheet = Hoja de trabajo
activity-assignment = Tarea
activity-survey = Encuesta
field-file = Archivo
field-presence = Qué dice la lista
field-same-person = ¿Es alguien que ya está en el campus?
field-on-the-list = ¿Es usted?
field-hours = Tiempo
field-meeting = Sesión

field-evidence = Qué lo muestra
field-certificates = Certificados
