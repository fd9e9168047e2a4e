import type { threadText } from "../thread.ts";
import type { TranslationOf } from "../translations.ts";

export const thread: TranslationOf<typeof threadText, "ar"> = {
  close: "إغلاق السلسلة",
  messages: "الرسائل في السلسلة",
  loading: "جارٍ تحميل السلسلة",
  gone: "لم تعد هذه السلسلة هناك",
  goneText: "حُذفت رسالتها الأولى، أو لا يحق لك رؤيتها.",
  reply: "رد…",
  send: "رد",
  alsoInChannel: "الإرسال إلى {place} أيضًا",
};
