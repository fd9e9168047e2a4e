import type { Notice } from "./notice.ts";
import { wordsIn } from "./words.ts";

/** What happened, before it is worded; the service worker has it from a push, a page from the person's stream. */
export interface Told {
  readonly id: string;
  readonly tag: string;
  readonly cause: string;
  readonly author: string;
  /** Empty in a direct conversation. */
  readonly channel: string;
  readonly isReply: boolean;
  /** Empty where there is nothing to be read. */
  readonly text: string;
  readonly link: string;
  readonly at: number;
  readonly language: string;
}

/** Words it as it is shown. */
export function noticeOf(told: Told): Notice {
  const { id, tag, link, at, language } = told;
  return { id, tag, link, at, language, title: titleOf(told), line: lineOf(told) };
}

function titleOf({ cause, channel, author, isReply, language }: Told): string {
  const words = wordsIn(language);
  if (cause === "reminder") return words("reminder");
  if (cause === "announcement") return words("announcement");
  if (channel === "") return isReply ? words("threadWith", { author }) : author;
  return isReply ? words("thread", { channel }) : `#${channel}`;
}

function lineOf({ cause, channel, author, isReply, text, language }: Told): string {
  const words = wordsIn(language);
  if (cause === "invitation") return words("invited", { author });
  const said = text === "" ? words("something") : text;
  const isNamed = cause === "reminder" || cause === "announcement" || (channel === "" && !isReply);
  return isNamed ? said : words("said", { author, text: said });
}
