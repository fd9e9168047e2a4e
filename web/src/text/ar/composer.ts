import type { composerText } from "../composer.ts";
import type { TranslationOf } from "../translations.ts";

export const composer: TranslationOf<typeof composerText, "ar"> = {
  send: "إرسال",
  attach: "إرفاق ملفات",
  format: "التنسيق",
  emoji: "رموز تعبيرية",
  mention: "الإشارة إلى شخص",
  bold: "غامق",
  italic: "مائل",
  strike: "يتوسطه خط",
  code: "شفرة",
  codeBlock: "كتلة شفرة",
  link: "رابط",
  quote: "اقتباس",
  bulletList: "قائمة نقطية",
  numberedList: "قائمة مرقمة",
  suggestionList: "اقتراحات",
  suggestions: {
    zero: "لا اقتراحات",
    one: "اقتراح واحد",
    two: "اقتراحان",
    few: "{count} اقتراحات",
    many: "{count} اقتراحًا",
    other: "{count} اقتراح",
  },
  tooLong: {
    zero: "لا أحرف زائدة",
    one: "حرف واحد زائد",
    two: "حرفان زائدان",
    few: "{count} أحرف زائدة",
    many: "{count} حرفًا زائدًا",
    other: "{count} حرف زائد",
  },
  everyoneChannel: "كل من في هذه القناة",
  everyoneHere: "كل من في هذه القناة ومتصل الآن",
  notInChannel: "ليس في هذه القناة",
};
