import type { cardText } from "../cards.ts";
import type { TranslationOf } from "../translations.ts";

export const cards: TranslationOf<typeof cardText, "ja"> = {
  "preview.list": "リンクのプレビュー",
  "preview.remove": "{title} のプレビューを削除",
  "poll.options": "選択肢",
  "poll.withdraw": "投票を取り消す",
  "poll.showVoters": "投票者を表示",
  "poll.hideVoters": "投票者を隠す",
  "poll.close": "投票を締め切る",
  "poll.closed": "締め切りました",
  "poll.closes": "{when}に締め切り",
  "poll.multiple": "複数選択可",
  "poll.anonymous": "匿名",
  "poll.newOption": "選択肢を追加",
  "poll.add": "追加",
  "poll.start": "投票を始める",
  "poll.question": "質問",
  "poll.option": "選択肢 {number}",
  "poll.closesAt": "締め切り（任意）",
  "poll.post": "投票を投稿",
  "poll.allowMultiple": "複数の選択肢を選べる",
  "poll.allowAnonymous": "匿名",
  "poll.anonymousHint": "誰が何に投票したかは、あなたを含め誰にも分かりません。",
  "poll.allowOpen": "他の人も選択肢を追加できる",
  "poll.votes": { other: "{count} 票" },
  "poll.voters": { other: "{count} 人が投票" },
};
