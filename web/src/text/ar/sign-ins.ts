import type { signInText } from "../sign-ins.ts";
import type { TranslationOf } from "../translations.ts";

export const signIns: TranslationOf<typeof signInText, "ar"> = {
  title: "عمليات الدخول الأخيرة",
  description: "ومنها ما فشل. ما لا تعرفه قد يكون شخصًا آخر: غيّر عندها كلمة مرورك.",
  "all.title": "عمليات الدخول",
  "all.lead": "من دخل أو حاول، وبماذا ومن أين. تُحفظ نصف سنة.",
  none: "لا شيء بعد",
  noneHint: "تظهر عمليات الدخول هنا.",
  new: "جهاز جديد",
  unknownDevice: "جهاز غير معروف",

  "result.in": "تم الدخول",
  "result.wrongPassword": "كلمة مرور خاطئة",
  "result.wrongCode": "رمز خاطئ",
  "result.copiedPasskey": "مفتاح مرور منسوخ",
  "result.deactivated": "الحساب معطّل",
  "result.unknown": "لم ينجح",

  "method.password": "كلمة مرور",
  "method.passkey": "مفتاح مرور",
  "method.totp": "كلمة مرور ورمز",
  "method.recoveryCode": "كلمة مرور ورمز استعادة",
  "method.provider": "مزوّد الهوية",
  "method.providerAndFactor": "مزوّد الهوية وخطوة ثانية",
  "method.unknown": "طريقة أخرى",

  endOthers: "تسجيل خروج كل الأجهزة الأخرى",
  endedOthers: "سُجّل خروجك من كل مكان آخر",
};
