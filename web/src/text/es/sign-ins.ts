import type { signInText } from "../sign-ins.ts";
import type { TranslationOf } from "../translations.ts";

export const signIns: TranslationOf<typeof signInText, "es"> = {
  title: "Inicios de sesión recientes",
  description:
    "También los fallidos. Lo que no reconozcas puede ser otra persona: entonces cambia tu contraseña.",
  "all.title": "Inicios de sesión",
  "all.lead": "Quién entró o lo intentó, con qué y desde dónde. Se conserva medio año.",
  none: "Aún nada",
  noneHint: "Los inicios de sesión aparecen aquí.",
  new: "Dispositivo nuevo",
  unknownDevice: "Dispositivo desconocido",

  "result.in": "Sesión iniciada",
  "result.wrongPassword": "Contraseña incorrecta",
  "result.wrongCode": "Código incorrecto",
  "result.copiedPasskey": "Llave de acceso copiada",
  "result.deactivated": "La cuenta está desactivada",
  "result.unknown": "No funcionó",

  "method.password": "contraseña",
  "method.passkey": "llave de acceso",
  "method.totp": "contraseña y código",
  "method.recoveryCode": "contraseña y código de recuperación",
  "method.provider": "proveedor de identidad",
  "method.providerAndFactor": "proveedor de identidad y segundo paso",
  "method.unknown": "de otra manera",

  endOthers: "Cerrar todas las demás sesiones",
  endedOthers: "Tu sesión está cerrada en todos los demás sitios",
};
