import type { emojiText } from "../emoji.ts";
import type { TranslationOf } from "../translations.ts";

export const emoji: TranslationOf<typeof emojiText, "ar"> = {
  search: "البحث عن رمز تعبيري",
  grid: "الرموز التعبيرية",
  nothingFound: "لا رمز تعبيري لـ «{query}»",
  failed: "تعذر تحميل الرموز التعبيرية.",
  skinTone: "لون البشرة",
  noTone: "بلا",
  recent: "المستخدمة مؤخرًا",
  found: "النتائج",
  group0: "الوجوه والمشاعر",
  group1: "الأشخاص والجسم",
  group3: "الحيوانات والطبيعة",
  group4: "الطعام والشراب",
  group5: "السفر والأماكن",
  group6: "الأنشطة",
  group7: "الأشياء",
  group8: "الرموز",
  group9: "الأعلام",
};
