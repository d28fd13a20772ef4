# Cuentas: crear, ingresar, recuperar.
account-already-title = Ya ingresó, { $name }
account-already = Su cuenta está abierta en este navegador.
account-to-home = Ir a mi campus
account-to-profile = Ir a mi perfil
account-expired-title = Este enlace ya no funciona

account-register-title = Crear una cuenta
account-register-lede = Es gratuita. Con ella puede inscribirse, guardar su avance y recibir su certificado.
account-register-button = Crear mi cuenta
account-register-link = Crear una cuenta
account-register-privacy = Usamos su nombre y su correo para que pueda estudiar y recibir su certificado, y para nada más.
account-register-privacy-link = Cómo cuidamos sus datos
account-name-hint = Como debe figurar en su certificado.
account-email-hint = Uno al que pueda entrar: le enviaremos un enlace para confirmarlo.
account-password-hint = Diez caracteres o más. Puede ser una frase, y puede pegarla desde un gestor de contraseñas.
account-language-hint = El idioma de los mensajes que le enviamos. Puede leer el campus en cualquiera de los dos.
account-have-one = ¿Ya tiene cuenta?
account-have-none = ¿Todavía no tiene cuenta?
account-registered = Le enviamos un mensaje con los pasos que siguen. Si creó una cuenta nueva, ya puede ingresar aquí; abra el enlace del mensaje para confirmar su correo.

account-sign-in-title = Ingresar
account-sign-in-button = Ingresar
account-sign-in-link = Ingresar
account-password-changed = Su contraseña cambió. Ingrese con la nueva.

account-forgot-link = Olvidé mi contraseña
account-forgot-title = Recuperar el acceso
account-forgot-lede = Escriba el correo de su cuenta y le enviaremos un enlace para elegir otra contraseña.
account-forgot-button = Pedir un enlace
account-back-to-sign-in = Volver a ingresar
account-reset-sent = Si ese correo tiene una cuenta en el campus, le enviamos un enlace. Funciona durante una hora.
account-reset-sent-hint = Si no llega en unos minutos, busque en el correo no deseado y revise que haya escrito bien la dirección.
account-reset-again = Pedirlo otra vez
account-reset-title = Elegir una contraseña nueva
account-reset-lede = Al guardarla se cerrarán las sesiones abiertas en otros equipos.
account-reset-button = Guardar la contraseña
account-reset-expired = Los enlaces para cambiar la contraseña funcionan una vez y durante una hora. Pida otro y úselo cuanto antes.

account-verify-title = Confirmar su correo
account-verify-lede = Un paso más: pulse el botón y su correo queda confirmado.
account-verify-button = Confirmar mi correo
account-verify-expired = Los enlaces para confirmar el correo funcionan una vez y durante siete días. Si su correo sigue sin confirmar, pida otro enlace desde su perfil.
