# La encuesta de cierre.
survey-question = Pregunta { $number }
survey-private-title = Sus respuestas no llevan a nadie.
survey-private = Anotamos que respondió la encuesta, para que se responda una sola vez. Sus respuestas se guardan sin su nombre, sin su cuenta y sin la hora, y solo se muestran en grupos de { $together }. Puede dejar cualquier pregunta sin responder.
survey-give = Enviar mis respuestas
survey-give-hint = Después no se pueden cambiar, porque nadie podría saber cuáles son las suyas.
survey-thanks = Gracias por sus respuestas.
survey-thanks-hint = Se guardan sin su nombre y ayudarán a mejorar el curso.
survey-closed = La encuesta se puede responder mientras dura la edición.
survey-scale-least = nada
survey-scale-most = por completo

survey-results-title = Encuesta: { $edition }
survey-none-title = Este curso no tiene encuesta
survey-none = Cuando un curso tenga una, verá aquí lo que dijeron sus participantes.
survey-too-few-title = { $count ->
    [0] Todavía no hay respuestas
    [one] 1 respuesta hasta ahora
   *[other] { $count } respuestas hasta ahora
}
survey-too-few = Los resultados se muestran cuando se reúnen { $together }, para que no lleven a nadie. { $missing ->
    [one] Falta 1.
   *[other] Faltan { $missing }.
}
survey-shown = Se muestran { $count } respuestas.
survey-waiting = { $count ->
    [one] 1 más espera hasta que se reúnan { $together }.
   *[other] { $count } más esperan hasta que se reúnan { $together }.
}
survey-no-names = Las respuestas se guardan sin persona y sin hora. El orden de los textos no dice nada.
survey-answered = { $count ->
    [0] Nadie respondió
    [one] Respondió 1 persona
   *[other] Respondieron { $count } personas
}
survey-mean = Promedio:
survey-distribution = Cuántas veces se eligió cada respuesta
survey-answer = Respuesta
survey-bar = Barra
survey-count = Veces
survey-share = Proporción
