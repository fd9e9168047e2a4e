import { adminText as t } from "../../../text/administration.ts";

/** What can be asked about, as it is asked most; the names are those of schema.zed. */
export const questions = [
  "channel.send_message",
  "channel.read",
  "channel.view",
  "channel.join",
  "channel.add_member",
  "channel.delete_message",
  "channel.manage_channel",
  "org.access",
  "org.browse",
  "org.create_channel",
  "org.invite",
  "org.export",
  "org.manage",
] as const;

export type Question = (typeof questions)[number];

/** What one chooses, such as "In a channel: write". */
export function questionText(question: Question): string {
  const place = isAboutChannel(question) ? t("rights.inChannel") : t("rights.inOrg");
  return `${place}: ${t(`ask.${question}`)}`;
}

/** What somebody may do or not, such as "write in #general". */
export function deedText(question: Question, where: string): string {
  return t(`deed.${question}`, { where });
}

export function isAboutChannel(question: Question): boolean {
  return question.startsWith("channel.");
}

export function permissionOf(question: Question): string {
  return question.slice(question.indexOf(".") + 1);
}
