import type { installedText } from "../installed.ts";
import type { TranslationOf } from "../translations.ts";

export const installed: TranslationOf<typeof installedText, "es"> = {
  "version.isNew": "Hay una versión nueva de Chatter.",
  "version.reload": "Recargar",

  "install.title": "En este dispositivo",
  "install.description": "Chatter en una ventana propia, con un icono. También se abre sin red.",
  "install.install": "Instalar Chatter",
};
