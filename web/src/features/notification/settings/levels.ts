import { Level } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { inboxText } from "../../../text/inbox.ts";

export type LevelName = "org" | "everything" | "mentions" | "nothing";

const LEVELS: Readonly<Record<LevelName, Level>> = {
  org: Level.UNSPECIFIED,
  everything: Level.EVERYTHING,
  mentions: Level.MENTIONS,
  nothing: Level.NOTHING,
};

const own = ["everything", "mentions", "nothing"] as const satisfies readonly LevelName[];

export const levelOf = (name: LevelName): Level => LEVELS[name];

export function nameOf(level: Level): LevelName {
  return own.find((name) => LEVELS[name] === level) ?? "org";
}

const optionOf = (value: LevelName) => ({ value, label: inboxText(`level.${value}`) });

/** What an organisation may choose. */
export const orgLevels = () => own.map(optionOf);

/** What a person may choose: that of the organisation too. */
export const personLevels = () => [optionOf("org"), ...own.map(optionOf)];
