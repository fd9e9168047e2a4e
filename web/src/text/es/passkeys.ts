import type { passkeyText } from "../passkeys.ts";
import type { TranslationOf } from "../translations.ts";

export const passkeys: TranslationOf<typeof passkeyText, "es"> = {
  signIn: "Iniciar sesión con una llave de acceso",
  signUp: "Crear cuenta con una llave de acceso",
  signUpHint: "Sin contraseña: la abre tu dispositivo, tu teléfono o una llave de seguridad.",
  or: "o",

  "refused.cancelled": "Se canceló o tardó demasiado. Inténtalo de nuevo.",
  "refused.known": "Este dispositivo ya tiene una llave de acceso para tu cuenta.",
  "refused.unable": "Tu navegador o dispositivo no puede hacer esto.",

  title: "Llaves de acceso",
  description:
    "Abren tu cuenta con una huella, una cara o un PIN, y no se pueden adivinar ni robar con engaños.",
  add: "Añadir una llave de acceso",
  none: "Aún no hay llaves de acceso",
  noneHint: "Añade una para este dispositivo, tu teléfono o una llave de seguridad.",
  elsewhere: "Las llaves de acceso de este servidor solo se pueden usar en {origin}.",
  unavailable:
    "Las llaves de acceso necesitan una dirección https con nombre. Pregunta a quien administra este servidor.",
  unable: "Este navegador no puede usar llaves de acceso.",
  added: "Llave de acceso añadida",
  unused: "Nunca usada",
  used: "Usada por última vez {when}",
  backedUp: "Sincronizada",
  suspected: "Quizá copiada",
  suspectedHint: "Ya no abre nada. Quítala.",
  name: "Nombre",
  nameHint: "Para que la reconozcas.",
  continue: "Continuar",
  rename: "Cambiar nombre",
  renameThis: "Cambiar el nombre de {name}",
  renameTitle: "Cambiar el nombre de la llave",
  remove: "Quitar",
  removeThis: "Quitar {name}",
  removeTitle: "¿Quitar «{name}»?",
  removeHint: "Ya no abre tu cuenta. Quítala también de tu dispositivo, en sus ajustes.",
  save: "Guardar",

  "confirm.title": "Demuestra que eres tú",
  "confirm.lead": "Antes de que cambie nada en tu forma de iniciar sesión.",
  "confirm.passkey": "Usar una llave de acceso",
  "confirm.password": "Contraseña",
  "confirm.submit": "Continuar",
  "confirm.nothing": "Cierra sesión y vuelve a entrar para seguir.",

  "recovery.make": "Enlace para recuperar la cuenta",
  "recovery.title": "Recuperar la cuenta de {name}",
  "recovery.hint":
    "Para quien ha perdido todo lo que abre su cuenta. Con el enlace elige una contraseña nueva y se cierran todas sus sesiones. Se le avisa por correo.",
  "recovery.create": "Crear enlace",
  "recovery.link": "Enlace",
  "recovery.linkHint":
    "Entrégalo de forma que no llegue a nadie más. Sirve una vez, durante un día, y no se vuelve a mostrar.",
};
