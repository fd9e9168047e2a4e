import type { installedText } from "../installed.ts";
import type { TranslationOf } from "../translations.ts";

export const installed: TranslationOf<typeof installedText, "de"> = {
  "version.isNew": "Es gibt eine neue Version von Chatter.",
  "version.reload": "Neu laden",

  "install.title": "Auf diesem Gerät",
  "install.description": "Chatter in einem eigenen Fenster, mit einem Symbol. Es öffnet sich auch ohne Netz.",
  "install.install": "Chatter installieren",
};
