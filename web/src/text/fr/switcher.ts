import type { switcherText } from "../switcher.ts";
import type { TranslationOf } from "../translations.ts";

export const switcher: TranslationOf<typeof switcherText, "fr"> = {
  title: "Aller à…",
  placeholder: "Canaux, personnes, actions…",
  found: "Trouvé",
  searchFor: "Chercher « {query} » dans les messages",
  toMove: "pour se déplacer",
  toOpen: "pour ouvrir",
  toClose: "pour fermer",
  action: "Action",
  person: "Personne",
  archived: "archivé",
  results: { one: "{count} résultat", many: "{count} résultats", other: "{count} résultats" },
  light: "Passer au thème clair",
  dark: "Passer au thème sombre",
};
