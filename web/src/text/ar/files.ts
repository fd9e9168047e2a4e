import type { fileText } from "../files.ts";
import type { TranslationOf } from "../translations.ts";

export const files: TranslationOf<typeof fileText, "ar"> = {
  tray: "ملفات للإرسال",
  progress: "{percent} من {size}",
  waiting: "في الانتظار",
  paused: "متوقف عند {percent}",
  failed: "لم يُرفع: {reason}",
  pause: "إيقاف {name} مؤقتًا",
  resume: "متابعة {name}",
  retry: "إعادة محاولة {name}",
  remove: "إزالة {name}",
  drop: "أفلت الملفات هنا لإرسالها",
  tooMany: "لا تحمل الرسالة أكثر من {count} ملفات.",
  noRoom: "المساحة المتبقية {size}.",
  tooLarge: "أقصى حجم للملف {size}.",
  noAnswer: "انقطع الاتصال",
  show: "عرض {name}",
  download: "تنزيل {name}",
  gone: "هذا الملف لم يعد موجودًا.",
  previous: "الصورة السابقة",
  next: "الصورة التالية",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  position: "{index} من {count}",
};
