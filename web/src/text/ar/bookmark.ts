import type { bookmarkText } from "../bookmark.ts";
import type { TranslationOf } from "../translations.ts";

export const bookmark: TranslationOf<typeof bookmarkText, "ar"> = {
  title: "إشارة مرجعية",
  in: "إشارة مرجعية في {place}",
  bar: "الإشارات المرجعية",
  add: "إضافة إشارة مرجعية",
  edit: "تحرير الإشارة المرجعية",
  earlier: "نقل إلى الأمام",
  later: "نقل إلى الخلف",
  remove: "إزالة الإشارة المرجعية",
  more: "ما يمكن فعله مع {title}",
  save: "حفظ",
  url: "العنوان",
  urlHint: "صفحة، أو رسالة برابطها.",
  urlWrong: "أدخل عنوانًا يبدأ بـ http:// أو https://.",
  name: "الاسم",
  titleMissing: "أدخل اسمًا.",
  emoji: "رمز تعبيري",
  "groups.title": "مفتوحة لمجموعات",
  "groups.hint": "أفراد هذه المجموعات يجدون القناة ويقرؤونها وينضمون إليها بأنفسهم.",
  "groups.loses": "من انضم بحق مجموعة تزيلها فقط يصبح خارج القناة.",
};
