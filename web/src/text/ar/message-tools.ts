import type { toolText } from "../message-tools.ts";
import type { TranslationOf } from "../translations.ts";

export const messageTools: TranslationOf<typeof toolText, "ar"> = {
  versions: "سجل التعديلات",
  reactWith: "التفاعل بـ {emoji}",
  reply: "الرد في السلسلة",
  more: "إجراءات أخرى",
  actions: "ما يُفعل بهذه الرسالة",
  edit: "تعديل الرسالة",
  remove: "حذف الرسالة…",
  forward: "إعادة توجيه…",
  move: "النقل إلى سلسلة…",
  pin: "تثبيت في القناة",
  unpin: "إلغاء التثبيت",
  copyLink: "نسخ الرابط",
  copyText: "نسخ النص",
  markUnread: "تعليم كغير مقروء من هنا",
  removeTitle: "حذف هذه الرسالة؟",
  removeText: "تختفي للجميع فورًا، ولا يستطيع أحد استعادتها.",
  removeConfirm: "حذف",
  saveEdit: "حفظ",
  editing: "تعديل الرسالة",
};
