import type { accountMenuText } from "../account-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const accountMenu: TranslationOf<typeof accountMenuText, "ar"> = {
  setStatus: "تعيين حالة",
  profile: "الملف الشخصي",
  preferences: "التفضيلات",
  people: "الأشخاص",
  invite: "دعوة أشخاص",
  shortcuts: "اختصارات لوحة المفاتيح",
  signOut: "تسجيل الخروج",
  turnOff: "إيقاف «عدم الإزعاج»",
  "quiet.30m": "لمدة 30 دقيقة",
  "quiet.1h": "لمدة ساعة",
  "quiet.tomorrow": "حتى الغد",
  "quiet.always": "حتى أوقفه",
};
