import type { passkeyText } from "../passkeys.ts";
import type { TranslationOf } from "../translations.ts";

export const passkeys: TranslationOf<typeof passkeyText, "ar"> = {
  signIn: "تسجيل الدخول بمفتاح مرور",
  signUp: "إنشاء حساب بمفتاح مرور",
  signUpHint: "بلا كلمة مرور: يفتحه جهازك أو هاتفك أو مفتاح أمان.",
  or: "أو",

  "refused.cancelled": "أُلغي ذلك أو استغرق طويلًا. حاول ثانية.",
  "refused.known": "على هذا الجهاز مفتاح مرور لحسابك بالفعل.",
  "refused.unable": "متصفحك أو جهازك لا يستطيع ذلك.",

  title: "مفاتيح المرور",
  description: "تفتح حسابك ببصمة أو وجه أو رقم سري، ولا يمكن تخمينها ولا تصيّدها.",
  add: "إضافة مفتاح مرور",
  none: "لا مفاتيح مرور بعد",
  noneHint: "أضف مفتاحًا لهذا الجهاز أو لهاتفك أو لمفتاح أمان.",
  elsewhere: "لا تُستخدم مفاتيح مرور هذا الخادم إلا في {origin}.",
  unavailable: "تحتاج مفاتيح المرور إلى عنوان https باسم. اسأل من يدير هذا الخادم.",
  unable: "لا يستطيع هذا المتصفح استخدام مفاتيح المرور.",
  added: "أُضيف مفتاح المرور",
  unused: "لم يُستخدم قط",
  used: "آخر استخدام {when}",
  backedUp: "متزامن",
  suspected: "ربما نُسخ",
  suspectedHint: "لم يعد يفتح شيئًا. أزله.",
  name: "الاسم",
  nameHint: "كي تتعرف عليه.",
  continue: "متابعة",
  rename: "إعادة تسمية",
  renameThis: "إعادة تسمية {name}",
  renameTitle: "إعادة تسمية مفتاح المرور",
  remove: "إزالة",
  removeThis: "إزالة {name}",
  removeTitle: "إزالة «{name}»؟",
  removeHint: "لم يعد يفتح حسابك. أزله من جهازك أيضًا، في إعداداته.",
  save: "حفظ",

  "confirm.title": "أثبت أنك أنت",
  "confirm.lead": "قبل أن يتغير شيء في طريقة تسجيل دخولك.",
  "confirm.passkey": "استخدام مفتاح مرور",
  "confirm.password": "كلمة المرور",
  "confirm.submit": "متابعة",
  "confirm.nothing": "سجّل الخروج ثم الدخول للمتابعة.",

  "recovery.make": "رابط لاستعادة الحساب",
  "recovery.title": "استعادة حساب {name}",
  "recovery.hint":
    "لمن فقد كل ما يفتح حسابه. يختار بالرابط كلمة مرور جديدة، ويُسجَّل خروجه من كل مكان، ويُخبَر بالبريد.",
  "recovery.create": "إنشاء رابط",
  "recovery.link": "الرابط",
  "recovery.linkHint": "سلّمه بطريقة لا يصل بها إلى غير صاحبه. يصلح مرة واحدة لمدة يوم، ولا يُعرض ثانية.",
};
