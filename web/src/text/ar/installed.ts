import type { installedText } from "../installed.ts";
import type { TranslationOf } from "../translations.ts";

export const installed: TranslationOf<typeof installedText, "ar"> = {
  "version.isNew": "هناك نسخة جديدة من Chatter.",
  "version.reload": "إعادة التحميل",

  "install.title": "على هذا الجهاز",
  "install.description": "‏Chatter في نافذة خاصة به، مع أيقونة. يُفتح بلا شبكة أيضًا.",
  "install.install": "تثبيت Chatter",
};
