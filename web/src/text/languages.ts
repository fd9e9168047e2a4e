/** The languages of the client, each by the name that it has for itself. */
export const languages = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ja: "日本語",
  ar: "العربية",
} as const;

export type Language = keyof typeof languages;
