staff-tab-roles = Roles
roles-title = Roles
roles-lede = Quién puede leer las cifras, ver nombres y administrar el campus. El personal docente se nombra en cada edición.
roles-search = Buscar por nombre o correo
roles-count = { $count ->
    [one] 1 persona con algún rol
   *[other] { $count } personas con algún rol
}
roles-empty-title = Nadie con ese nombre tiene un rol
roles-empty = Busque otra cosa, o dé un rol aquí abajo.
roles-grant = Dar un rol
roles-granted = El rol vale desde ahora.
roles-revoke = Quitar
roles-revoked = El rol ya no vale.
roles-email-hint = El de una cuenta que ya existe.
roles-countries = Solo para algunos países
roles-countries-hint = Vale para «Datos personales»: verá los nombres de quienes declararon uno de estos países, y podrá corregir lo declarado. Sin marcar ninguno, los de todos.
roles-only = solo { $countries }
roles-since = desde el
role-staff = Equipo: cifras, periodos y cursos
role-personal-data = Datos personales: los nombres detrás de las cifras
role-administrator = Administración del campus
field-role = Rol
