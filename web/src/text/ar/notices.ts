import type { noticeText } from "../notices.ts";
import type { TranslationOf } from "../translations.ts";

export const notices: TranslationOf<typeof noticeText, "ar"> = {
  thread: "سلسلة في #{channel}",
  threadWith: "سلسلة مع {author}",
  reminder: "تذكير",
  announcement: "إعلان",
  invited: "أضافك {author} إلى هذه القناة",
  said: "{author}: {text}",
  something: "رسالة جديدة",
  earlier: {
    zero: "لا رسائل سابقة",
    one: "رسالة سابقة واحدة",
    two: "رسالتان سابقتان",
    few: "{count} رسائل سابقة",
    many: "{count} رسالة سابقة",
    other: "{count} رسالة سابقة",
  },
  test: "الإشعارات تعمل",
  testText: "هكذا يخبرك Chatter بالجديد على هذا الجهاز.",
};
