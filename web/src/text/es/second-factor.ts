import type { secondFactorText } from "../second-factor.ts";
import type { TranslationOf } from "../translations.ts";

export const secondFactor: TranslationOf<typeof secondFactorText, "es"> = {
  "step.title": "Segundo paso",
  "step.lead": "Escribe el código que tu aplicación muestra ahora.",
  "step.code": "Código",
  "step.codeMissing": "Escribe las seis cifras.",
  "step.submit": "Iniciar sesión",
  "step.useRecovery": "Usar un código de recuperación",
  "step.useApp": "Usar la aplicación",
  "step.recovery": "Código de recuperación",
  "step.recoveryLead": "Escribe uno de los códigos que guardaste al configurar la aplicación. Sirve una vez.",
  "step.recoveryMissing": "Escribe un código de recuperación.",
  "step.back": "Volver a iniciar sesión",
  "step.expired": "Has tardado demasiado. Vuelve atrás e inicia sesión de nuevo.",

  "enrol.title": "Configurar un segundo paso",
  "enrol.lead":
    "Tu organización pide más que una contraseña. Lleva un minuto y necesitas una aplicación en tu teléfono.",

  "app.scan": "Escanea esto con una aplicación de códigos, como la de tu gestor de contraseñas.",
  "app.picture": "Código QR para tu aplicación",
  "app.type": "O escribe esto en la aplicación:",
  "app.code": "Código que muestra la aplicación",
  "app.submit": "Confirmar",

  "codes.title": "Tus códigos de recuperación",
  "codes.lead":
    "Cada uno te deja entrar una vez si pierdes el teléfono. Guárdalos donde guardas tus contraseñas: no se vuelven a mostrar.",
  "codes.list": "Códigos de recuperación",
  "codes.done": "Los he guardado",

  title: "Códigos de una aplicación",
  description: "Quien tenga tu contraseña seguirá necesitando tu teléfono.",
  on: "Configurado",
  off: "Sin configurar",
  left: {
    one: "Queda {count} código de recuperación",
    many: "Quedan {count} códigos de recuperación",
    other: "Quedan {count} códigos de recuperación",
  },
  noneLeft: "No quedan códigos de recuperación. Crea otros nuevos.",
  setUp: "Configurar",
  setUpTitle: "Configurar códigos de una aplicación",
  renew: "Nuevos códigos de recuperación",
  remove: "Quitar",
  removeTitle: "¿Quitar la aplicación?",
  removeHint: "Para iniciar sesión bastará entonces tu contraseña.",
  removed: "Aplicación quitada",
  due: "Tu organización pide un segundo paso desde el {day}: configura una aplicación o añade una llave de acceso.",

  "org.title": "Segundo paso para todos",
  "org.description":
    "Nadie entra entonces solo con una contraseña. Una llave de acceso cuenta como dos pasos; las claves de programas siguen como están.",
  "org.never": "No se pide",
  "org.now": "Se pide",
  "org.from": "Se pide desde el {day}",
  "org.label": "Pedirlo",
  "org.choice.never": "Nunca",
  "org.choice.now": "De inmediato",
  "org.choice.7": "En 7 días",
  "org.choice.30": "En 30 días",
  "org.save": "Guardar",
  "org.saved": "Guardado",
};
