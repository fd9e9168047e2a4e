import type { moveText } from "../move.ts";
import type { TranslationOf } from "../translations.ts";

export const move: TranslationOf<typeof moveText, "ar"> = {
  title: "النقل إلى سلسلة",
  to: "سلسلة الرسالة",
  along: "نقل هذه أيضًا",
  none: "لا توجد رسالة سابقة يمكن نقلها إلى سلسلتها.",
  move: {
    zero: "نقل",
    one: "نقل",
    two: "نقل رسالتين",
    few: "نقل {count} رسائل",
    many: "نقل {count} رسالة",
    other: "نقل {count} رسالة",
  },
};
