import type { flagsText } from "../flags.ts";
import type { TranslationOf } from "../translations.ts";

export const flags: TranslationOf<typeof flagsText, "ar"> = {
  title: "مفاتيح الميزات",
  lead: "ما يفعله Chatter بطريقة لبعض الأشخاص وبطريقة أخرى لغيرهم، ليُجرَّب أولًا مع قلة منهم أو يُوقَف.",
  share: "لكم من الأشخاص",
  nobody: "ليس لأحد",
  everybody: "للجميع",
  some: "لنسبة {share} من الأشخاص",
  on: "دائمًا لـ",
  off: "أبدًا لـ",
  remove: "إزالة {name}",
  saved: "تم الحفظ. ستعمل به كل الخوادم بعد لحظات.",
  history: "آخر القرارات",
  historyHint: "تظهر هنا آخر عشرة قرارات لكل مفتاح، وتُحفظ جميعها.",
  none: "لم يقرر أحد بعد: هو كما تأتي به هذه النسخة.",
  named: {
    zero: "لا أحد بالاسم",
    one: "شخص واحد بالاسم",
    two: "شخصان بالاسم",
    few: "{count} أشخاص بالاسم",
    many: "{count} شخصًا بالاسم",
    other: "{count} شخص بالاسم",
  },
  insideWords: "البحث داخل الكلمات",
  insideWordsHint: "البحث الذي يجد رسائل قليلة يبحث داخل الكلمات أيضًا. يجد أكثر، ويكلف قاعدة البيانات أكثر.",
};
