import type { quoteText } from "../quote.ts";
import type { TranslationOf } from "../translations.ts";

export const quote: TranslationOf<typeof quoteText, "ar"> = {
  forwarded: "رسالة معاد توجيهها",
  deleted: "حُذفت الرسالة الأصلية.",
  show: "عرض الرسالة",
  direct: "محادثة مباشرة",
  elsewhere: "مكان لا يمكنك فتحه",
  title: "إعادة توجيه الرسالة",
  to: "إعادة التوجيه إلى",
  toHint: "قناة أو شخص",
  places: "القنوات والأشخاص",
  otherTarget: "اختيار مكان آخر",
  comment: "تعليق",
  asLink: "رابط فقط",
  asLinkOn: "لا يرى محتواها إلا من يحق له قراءة الأصل.",
  asLinkOff: "يرى الجميع هناك نسخة منها مع كاتبها ومصدرها.",
  send: "إعادة توجيه",
  sent: "أُعيد توجيهها إلى {place}",
  open: "فتح",
};
