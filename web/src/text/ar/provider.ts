import type { providerText } from "../provider.ts";
import type { TranslationOf } from "../translations.ts";

export const provider: TranslationOf<typeof providerText, "ar"> = {
  signIn: "تسجيل الدخول بواسطة {name}",

  title: "مزوّد الهوية",
  description: "تسجيل الدخول لدى {name} يفتح حسابك إن كان مربوطًا.",
  linkedSince: "رُبط {when}",
  notLinkedHint: "اربط حسابك، ويمكنك تسجيل الدخول لدى {name}.",
  link: "ربط الحساب",
  remove: "إزالة الربط",
  removeTitle: "إزالة الربط مع {name}؟",
  removeHint: "لن يفتح تسجيل الدخول هناك حسابك بعد ذلك.",
  removed: "أُزيل الربط",
};
