import type { personText } from "../person.ts";
import type { TranslationOf } from "../translations.ts";

export const person: TranslationOf<typeof personText, "ja"> = {
  title: "役職",
  status: "ステータス",
  time: "現地時間",
  timeThere: "現地時間 {time}",
  write: "メッセージを書く",
  edit: "プロフィールを編集",
};
