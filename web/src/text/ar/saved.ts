import type { savedText } from "../saved.ts";
import type { TranslationOf } from "../translations.ts";

export const saved: TranslationOf<typeof savedText, "ar"> = {
  title: "المحفوظات",
  save: "حفظ لوقت لاحق",
  unsave: "إزالة من المحفوظات",
  saved: "حُفظت لوقت لاحق",
  lists: "أي الرسائل المحفوظة",
  "in.saved": "قيد العمل",
  "in.done": "منجزة",
  done: "تعليم كمنجزة",
  again: "إعادة إلى قيد العمل",
  remove: "إزالة من المحفوظات",
  savedAt: "حُفظت {when}",
  loading: "جارٍ تحميل ما حفظته",
  failed: "تعذر تحميل ما حفظته",
  retry: "إعادة المحاولة",
  more: "عرض المزيد",
  "none.saved": "لا شيء ينتظر",
  "none.done": "لا شيء منجز بعد",
  "noneText.saved": "أشر إلى رسالة واختر «حفظ لوقت لاحق»، أو اضغط S عليها. أنت وحدك ترى ما تحفظه.",
  "noneText.done": "ما تعلّمه كمنجز يأتي إلى هنا.",
  deleted: "حُذفت هذه الرسالة.",
};
