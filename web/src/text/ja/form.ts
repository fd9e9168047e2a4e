import type { formText } from "../form.ts";
import type { TranslationOf } from "../translations.ts";

export const form: TranslationOf<typeof formText, "ja"> = {
  "combo.clear": "{field}をクリア",
  "password.show": "パスワードを表示",
  "password.hide": "パスワードを隠す",
  "password.missing": { other: "10文字以上、あと{count}文字" },
  "password.hint": "10文字以上。いくつかの単語が最適です。",
  "password.personal": "名前やメールアドレスは使えません",
  "password.guessable": "推測されやすい",
  "password.fair": "まあまあ",
  "password.good": "良い",
  "password.strong": "強い",
};
