import type { formText } from "../form.ts";
import type { TranslationOf } from "../translations.ts";

export const form: TranslationOf<typeof formText, "ar"> = {
  "combo.clear": "مسح {field}",
  "password.show": "إظهار كلمة المرور",
  "password.hide": "إخفاء كلمة المرور",
  "password.missing": {
    zero: "10 أحرف على الأقل",
    one: "10 أحرف على الأقل، بقي حرف",
    two: "10 أحرف على الأقل، بقي حرفان",
    few: "10 أحرف على الأقل، بقيت {count} أحرف",
    many: "10 أحرف على الأقل، بقي {count} حرفًا",
    other: "10 أحرف على الأقل، بقي {count} حرف",
  },
  "password.hint": "10 أحرف على الأقل؛ الأفضل بضع كلمات.",
  "password.personal": "ليس اسمك ولا بريدك الإلكتروني",
  "password.guessable": "سهلة التخمين",
  "password.fair": "متوسطة",
  "password.good": "جيدة",
  "password.strong": "قوية",
};
