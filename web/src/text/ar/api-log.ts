import type { apiLogText } from "../api-log.ts";
import type { TranslationOf } from "../translations.ts";

export const apiLog: TranslationOf<typeof apiLogText, "ar"> = {
  title: "سجل API",
  lead: "ما استدعته البرامج بمفاتيح API، وباسم من وبأي نتيجة. لا يُحفظ شيء من محتوى الاستدعاءات.",
  calls: "الاستدعاءات",
  key: "المفتاح",
  anyKey: "كل المفاتيح",
  unknownKey: "مفتاح ملغى",
  person: "باسم من",
  anybody: "أي شخص",
  method: "الطريقة",
  anyMethod: "كل الطرق",
  since: "متى",
  "since.hour": "في آخر ساعة",
  "since.day": "في آخر يوم",
  "since.week": "في آخر أسبوع",
  "since.all": "كل المحفوظ",
  onlyFailures: "ما رُفض أو فشل فقط",
  none: "لا استدعاءات",
  noneHint: "ما تستدعيه البرامج بمفاتيح API يُعرض هنا بعد ثانية أو ثانيتين.",
  noneSuch: "لا استدعاءات كهذه",
  noneSuchHint: "لا شيء من المحفوظ يطابق. اختر شروطًا أقل.",
  request: "الطلب {id}",
  took: "استغرق {time}",
  from: "من {address}",
};
