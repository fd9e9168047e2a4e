import type { secondFactorText } from "../second-factor.ts";
import type { TranslationOf } from "../translations.ts";

export const secondFactor: TranslationOf<typeof secondFactorText, "ja"> = {
  "step.title": "2段階目",
  "step.lead": "アプリに表示されているコードを入力してください。",
  "step.code": "コード",
  "step.codeMissing": "6桁の数字を入力してください。",
  "step.submit": "サインイン",
  "step.useRecovery": "代わりに復旧コードを使う",
  "step.useApp": "代わりにアプリを使う",
  "step.recovery": "復旧コード",
  "step.recoveryLead": "アプリの設定時に保管したコードの一つを入力してください。1回だけ使えます。",
  "step.recoveryMissing": "復旧コードを入力してください。",
  "step.back": "サインインに戻る",
  "step.expired": "時間がかかりすぎました。戻ってもう一度サインインしてください。",

  "enrol.title": "2段階認証を設定",
  "enrol.lead": "組織はパスワード以上のものを求めています。1分ほどで済み、スマートフォンのアプリを使います。",

  "app.scan": "パスワードマネージャーなど、コード用のアプリでこれを読み取ってください。",
  "app.picture": "アプリ用の QR コード",
  "app.type": "またはアプリにこれを入力:",
  "app.code": "アプリに表示されるコード",
  "app.submit": "確認",

  "codes.title": "あなたの復旧コード",
  "codes.lead":
    "スマートフォンをなくしたとき、それぞれ1回だけサインインできます。パスワードと同じ場所に保管してください。再表示されません。",
  "codes.list": "復旧コード",
  "codes.done": "保管しました",

  title: "アプリのコード",
  description: "パスワードを知られても、あなたのスマートフォンが必要です。",
  on: "設定済み",
  off: "未設定",
  left: { other: "復旧コード残り{count}個" },
  noneLeft: "復旧コードが残っていません。新しく作成してください。",
  setUp: "設定",
  setUpTitle: "アプリのコードを設定",
  renew: "新しい復旧コード",
  remove: "削除",
  removeTitle: "アプリを削除しますか？",
  removeHint: "サインインはパスワードだけになります。",
  removed: "アプリを削除しました",
  due: "組織は{day}から2段階認証を求めます。アプリを設定するか、パスキーを追加してください。",

  "org.title": "全員の2段階認証",
  "org.description":
    "パスワードだけではサインインできなくなります。パスキーは2段階とみなされます。プログラムのキーはそのままです。",
  "org.never": "求めない",
  "org.now": "求める",
  "org.from": "{day}から求める",
  "org.label": "2段階認証を求める",
  "org.choice.never": "求めない",
  "org.choice.now": "すぐに",
  "org.choice.7": "7日後",
  "org.choice.30": "30日後",
  "org.save": "保存",
  "org.saved": "保存しました",
};
