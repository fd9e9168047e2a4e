import type { installedText } from "../installed.ts";
import type { TranslationOf } from "../translations.ts";

export const installed: TranslationOf<typeof installedText, "fr"> = {
  "version.isNew": "Il y a une nouvelle version de Chatter.",
  "version.reload": "Recharger",

  "install.title": "Sur cet appareil",
  "install.description": "Chatter dans sa propre fenêtre, avec une icône. Il s’ouvre aussi sans réseau.",
  "install.install": "Installer Chatter",
};
