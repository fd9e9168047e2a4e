import type { pinsText } from "../pins.ts";
import type { TranslationOf } from "../translations.ts";

export const pins: TranslationOf<typeof pinsText, "ar"> = {
  title: "الرسائل المثبتة",
  none: "لا شيء مثبت بعد",
  noneText: "ثبّت ما ينبغي أن يجده الجميع ثانية: «إجراءات أخرى» على رسالة، ثم «تثبيت في القناة».",
  open: "عرض في القناة",
};
