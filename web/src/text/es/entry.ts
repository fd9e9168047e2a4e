import type { entryText } from "../entry.ts";
import type { TranslationOf } from "../translations.ts";

export const entry: TranslationOf<typeof entryText, "es"> = {
  "setup.title": "Configurar Chatter",
  "setup.lead": "Aún no hay nadie. Ponle nombre a tu organización y serás su propietario.",
  "setup.orgName": "Organización",
  "setup.orgExample": "Viento Norte",
  "setup.submit": "Crear organización",

  "login.title": "Iniciar sesión en {org}",
  "login.titlePlain": "Iniciar sesión",
  "login.submit": "Iniciar sesión",
  "login.forgotten": "¿Olvidaste tu contraseña?",
  "login.newHere": "¿Es tu primera vez?",
  "login.register": "Crear una cuenta",
  "login.invitationOnly": "Para unirte, pide un enlace de invitación a alguien que ya esté dentro.",

  "withdrawn.title": "No se pudo terminar tu registro",
  "withdrawn.again":
    "No queda nada de tu registro. Regístrate de nuevo; una invitación que hayas usado vuelve a servir.",

  "register.title": "Únete a {org}",
  "register.lead": "Crea una cuenta para hablar con los demás.",
  "register.submit": "Crear cuenta",
  "register.haveAccount": "¿Ya tienes una cuenta?",
  "register.closed": "Nadie puede registrarse aquí sin invitación",
  "register.closedHint": "Pide un enlace de invitación a alguien que ya esté dentro.",
  "register.sent": "Revisa tu correo",
  "register.sentHint": "Hemos enviado un enlace a {email}. Ábrelo antes de un día y tu cuenta estará lista.",

  "join.title": "Únete a {org}",
  "join.lead": "Te han invitado. Crea tu cuenta y ya estarás dentro.",
  "join.leadGuest": "Te han invitado como invitado. Verás los canales a los que te añadan.",
  "join.submit": "Unirse a {org}",
  "join.invalid": "Esta invitación no se puede usar",
  "join.invalidHint": "Ha caducado, se revocó o se agotó. Pide un enlace nuevo.",
  "join.alreadyIn": "Ya estás dentro",
  "join.alreadyInHint":
    "Has iniciado sesión en {org} como {email}. Para que se una otra persona, cierra sesión primero.",
  "join.signedInAs": "Has iniciado sesión como {email}.",
  "join.signOut": "Cerrar sesión",
  "join.continue": "Seguir a Chatter",

  "reset.title": "Contraseña olvidada",
  "reset.lead": "Escribe tu correo electrónico y te enviaremos un enlace para elegir una contraseña nueva.",
  "reset.submit": "Enviar enlace",
  "reset.leadNoMail":
    "Este servidor no envía correo. Guarda el enlace para una contraseña nueva en su carpeta de correo, para que quien lo administra te lo pase.",
  "reset.submitNoMail": "Crear un enlace",
  "reset.written": "Pide tu enlace",
  "reset.writtenHint":
    "Si existe una cuenta para {email}, el enlace está en la carpeta de correo del servidor. Pregunta a quien lo administra. Sirve durante una hora.",
  "reset.back": "Volver a iniciar sesión",
  "reset.sent": "Revisa tu correo",
  "reset.sentHint": "Si existe una cuenta para {email}, hay un enlace en camino. Sirve durante una hora.",
  "reset.choose": "Elige una contraseña nueva",
  "reset.chooseLead": "Después se cerrará tu sesión en todos los demás sitios.",
  "reset.save": "Guardar contraseña",
  "reset.saved": "Contraseña cambiada",
  "reset.savedHint": "Ya puedes iniciar sesión con ella.",
  "reset.invalid": "Este enlace no se puede usar",
  "reset.invalidHint": "Sirve una vez y durante una hora. Pide uno nuevo.",
  "reset.again": "Pedir un enlace nuevo",

  "verify.done": "Correo electrónico confirmado",
  "verify.doneHint": "Gracias. Eso es todo.",
  "verify.doneHintSignIn": "Gracias. Ya puedes iniciar sesión.",
  "verify.invalid": "Este enlace no se puede usar",
  "verify.invalidHint": "Sirve una vez y durante un día. Puedes pedir uno nuevo en tus ajustes.",
  "verify.invalidHintSignIn":
    "Sirve una vez y durante un día. Si ya lo usaste, inicia sesión. Si no, crea tu cuenta de nuevo.",

  "entry.name": "Tu nombre",
  "entry.email": "Correo electrónico",
  "entry.emailFixed": "La invitación es para esta dirección.",
  "entry.password": "Contraseña",
  "entry.newPassword": "Contraseña nueva",
  "entry.nameMissing": "Escribe tu nombre.",
  "entry.emailMissing": "Escribe tu correo electrónico.",
  "entry.passwordMissing": "Escribe tu contraseña.",
  "entry.toLogin": "Iniciar sesión",
  "entry.continue": "Continuar",
  "entry.failed": "No ha funcionado",
};
