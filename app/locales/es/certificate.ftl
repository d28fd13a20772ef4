# Certificados y su verificación.
certificate-title = Certificado: { $course }
certificate-print-hint = Para imprimirlo o guardarlo como PDF, use la opción Imprimir de su navegador.
certificate-see-verification = Ver la página de verificación
certificate-issuer = Comisión Interamericana de Mujeres
certificate-issuer-of = Organización de los Estados Americanos
certificate-certifies = Certifica que
certificate-completed-course = completó el curso
certificate-edition = Edición
certificate-dates = Fechas
certificate-hours = Horas
certificate-language = Idioma
certificate-completed = Completado
certificate-code = Código
certificate-verify-at = Compruébelo en

verify-title = Verificación de certificado
verify-lede = Escriba el código que figura al pie del certificado para saber si es válido.
verify-code = Código del certificado
verify-code-hint = Doce letras y números en tres grupos. Da igual si escribe mayúsculas o guiones.
verify-button = Verificar
verify-valid = Este certificado es válido
verify-invalid = No encontramos un certificado con este código
verify-invalid-help = Buscamos «{ $code }». Revise que el código esté completo y escríbalo de nuevo. Si el certificado lo muestra así, pregunte a quien se lo presentó.
verify-another = Verificar otro certificado
verify-name = Persona
verify-course = Curso
verify-objectives = Lo que aprendió
