import type { channelMenuText } from "../channel-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const channelMenu: TranslationOf<typeof channelMenuText, "ar"> = {
  markRead: "تعليم كمقروء",
  moveUp: "نقل إلى أعلى",
  moveDown: "نقل إلى أسفل",
  copyLink: "نسخ الرابط",
  leave: "مغادرة القناة…",
  leaveTitle: "مغادرة {place}؟",
  leaveText: "يمكنك الانضمام ثانية متى شئت.",
  leaveTextPrivate: "يجب أن يضيفك أحد أعضائها ثانية لتتمكن من رؤيتها.",
  leaveConfirm: "مغادرة",
  "level.default": "كما في تفضيلاتك",
  "level.everything": "كل رسالة",
  "level.mentions": "الإشارات فقط",
  "level.nothing": "لا شيء",
};
