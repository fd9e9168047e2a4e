import type { passkeyText } from "../passkeys.ts";
import type { TranslationOf } from "../translations.ts";

export const passkeys: TranslationOf<typeof passkeyText, "ja"> = {
  signIn: "パスキーでサインイン",
  signUp: "パスキーでアカウントを作成",
  signUpHint: "パスワードは不要です。デバイス、スマートフォン、セキュリティキーで開けます。",
  or: "または",

  "refused.cancelled": "キャンセルされたか、時間がかかりすぎました。もう一度お試しください。",
  "refused.known": "このデバイスには、すでにあなたのアカウントのパスキーがあります。",
  "refused.unable": "お使いのブラウザーまたはデバイスではできません。",

  title: "パスキー",
  description: "指紋、顔、PIN でアカウントを開きます。推測されたり、だまし取られたりしません。",
  add: "パスキーを追加",
  none: "パスキーはまだありません",
  noneHint: "このデバイス、スマートフォン、またはセキュリティキー用に追加してください。",
  elsewhere: "このサーバーのパスキーは{origin}でのみ使えます。",
  unavailable: "パスキーには名前のある https のアドレスが必要です。サーバーの運用者に尋ねてください。",
  unable: "このブラウザーではパスキーを使えません。",
  added: "パスキーを追加しました",
  unused: "未使用",
  used: "最終使用: {when}",
  backedUp: "同期済み",
  suspected: "コピーされた可能性があります",
  suspectedHint: "もう何も開けません。削除してください。",
  name: "名前",
  nameHint: "見分けられるように。",
  continue: "続ける",
  rename: "名前を変更",
  renameThis: "{name}の名前を変更",
  renameTitle: "パスキーの名前を変更",
  remove: "削除",
  removeThis: "{name}を削除",
  removeTitle: "「{name}」を削除しますか？",
  removeHint: "アカウントを開けなくなります。デバイスの設定からも削除してください。",
  save: "保存",

  "confirm.title": "本人確認",
  "confirm.lead": "サインイン方法を変更する前に確認します。",
  "confirm.passkey": "パスキーを使う",
  "confirm.password": "パスワード",
  "confirm.submit": "続ける",
  "confirm.nothing": "続けるには、いったんサインアウトして、もう一度サインインしてください。",

  "recovery.make": "アカウント復旧用のリンク",
  "recovery.title": "{name}のアカウントを復旧",
  "recovery.hint":
    "アカウントを開く手段をすべて失った人のためのものです。リンクから新しいパスワードを選ぶと、すべての場所でサインアウトされます。本人にはメールで知らせます。",
  "recovery.create": "リンクを作成",
  "recovery.link": "リンク",
  "recovery.linkHint": "他の誰にも届かない方法で渡してください。1回だけ、1日有効で、再表示されません。",
};
