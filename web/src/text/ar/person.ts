import type { personText } from "../person.ts";
import type { TranslationOf } from "../translations.ts";

export const person: TranslationOf<typeof personText, "ar"> = {
  title: "المسمى الوظيفي",
  status: "الحالة",
  time: "التوقيت المحلي",
  timeThere: "‏{time} بالتوقيت المحلي",
  write: "كتابة رسالة",
  edit: "تعديل الملف الشخصي",
};
