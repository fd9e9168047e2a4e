import type { emojiText } from "../emoji.ts";
import type { TranslationOf } from "../translations.ts";

export const emoji: TranslationOf<typeof emojiText, "es"> = {
  search: "Buscar emojis",
  grid: "Emojis",
  nothingFound: "Ningún emoji para «{query}»",
  failed: "No se pudieron cargar los emojis.",
  skinTone: "Tono de piel",
  noTone: "Ninguno",
  recent: "Usados recientemente",
  found: "Encontrados",
  group0: "Caras y emociones",
  group1: "Personas y cuerpo",
  group3: "Animales y naturaleza",
  group4: "Comida y bebida",
  group5: "Viajes y lugares",
  group6: "Actividades",
  group7: "Objetos",
  group8: "Símbolos",
  group9: "Banderas",
};
