import type { TranslationOf } from "../translations.ts";
import type { welcomeText } from "../welcome.ts";

export const welcome: TranslationOf<typeof welcomeText, "ar"> = {
  title: "مرحبًا بك في {org}",
  text: "هنا يلتقي الجميع. بداية جيدة:",
  invite: "دعوة أشخاص",
  inviteText: "برابط يصلح أسبوعًا",
  picture: "تعيين صورتك",
  pictureText: "كي يرى الآخرون من يكتب",
  switcher: "جرّب {keys}",
  search: "جرّب البحث",
  switcherText: "يوصل إلى كل قناة وشخص",
  dismiss: "فهمت",
};
