import type { switcherText } from "../switcher.ts";
import type { TranslationOf } from "../translations.ts";

export const switcher: TranslationOf<typeof switcherText, "ar"> = {
  title: "الانتقال إلى…",
  placeholder: "قنوات وأشخاص وإجراءات…",
  found: "النتائج",
  searchFor: "البحث في الرسائل عن «{query}»",
  toMove: "للتنقل",
  toOpen: "للفتح",
  toClose: "للإغلاق",
  action: "إجراء",
  person: "شخص",
  archived: "مؤرشفة",
  results: {
    zero: "لا نتائج",
    one: "نتيجة واحدة",
    two: "نتيجتان",
    few: "{count} نتائج",
    many: "{count} نتيجة",
    other: "{count} نتيجة",
  },
  light: "التبديل إلى السمة الفاتحة",
  dark: "التبديل إلى السمة الداكنة",
};
