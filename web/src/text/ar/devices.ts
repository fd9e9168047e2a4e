import type { devicesText } from "../devices.ts";
import type { TranslationOf } from "../translations.ts";

export const devices: TranslationOf<typeof devicesText, "ar"> = {
  title: "على أجهزتك",
  description:
    "تخبرك هذه المتصفحات بالجديد حين يكون Chatter مغلقًا فيها. ولا يستطيع غيرها قراءة ما يُرسل إليها.",
  none: "لا يخبرك أي جهاز بالجديد بعد.",
  add: "أخبرني على هذا الجهاز",
  denied: "طُلب من هذا المتصفح ألا يعرض إشعارات Chatter. يمكنك السماح بها في إعداداته لهذه الصفحة.",
  impossible: "لا يستطيع هذا المتصفح عرض الإشعارات حين يكون Chatter مغلقًا: يلزم عنوان https ونافذة غير خاصة.",
  unknown: "جهاز غير معروف",
  test: "اختبار",
  testThis: "اختبار {device}",
  tested: "أُرسل. يفترض أن يظهر على ذلك الجهاز الآن.",
  remove: "إزالة",
  removeThis: "لا تخبرني بشيء على {device}",
  added: "أُضيف {when}",
  told: "آخر إشعار {when}",
};
