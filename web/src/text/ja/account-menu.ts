import type { accountMenuText } from "../account-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const accountMenu: TranslationOf<typeof accountMenuText, "ja"> = {
  setStatus: "ステータスを設定",
  profile: "プロフィール",
  preferences: "環境設定",
  people: "メンバー",
  invite: "メンバーを招待",
  shortcuts: "キーボードショートカット",
  signOut: "サインアウト",
  turnOff: "「おやすみモード」をオフにする",
  "quiet.30m": "30分間",
  "quiet.1h": "1時間",
  "quiet.tomorrow": "明日まで",
  "quiet.always": "自分でオフにするまで",
};
