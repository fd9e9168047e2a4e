/** The languages of the client, each by the name that it has for itself. */
export const languages = {
  en: "English",
  de: "Deutsch",
} as const;

export type Language = keyof typeof languages;
