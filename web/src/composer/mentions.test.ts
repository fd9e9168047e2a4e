import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMentions, encodeMentions, type MentionDirectory } from "./mentions.ts";

const mei = "usr_2abcdefghijklmnopqrstuvwxyz";
const launch = "chn_2abcdefghijklmnopqrstuvwxyz";
const directory: MentionDirectory = {
  userIdOf: (handle) => (handle === "mei" ? mei : undefined),
  handleOf: (userId) => (userId === mei ? "mei" : undefined),
  channelIdOf: (name) => (name === "launch" ? launch : undefined),
  channelNameOf: (channelId) => (channelId === launch ? "launch" : undefined),
};

describe("mentions", () => {
  it.each([
    ["Thanks @mei.", `Thanks <@${mei}>.`],
    ["(@mei) **@mei** @mei's", `(<@${mei}>) **<@${mei}>** <@${mei}>'s`],
    ["see #launch, @channel and @here", `see <#${launch}>, <!channel> and <!here>`],
  ])("in %j are sent by id", (typed, sent) => {
    expect(encodeMentions(typed, directory)).toBe(sent);
    expect(decodeMentions(sent, directory)).toBe(typed);
  });

  it.each([
    "@nobody #nowhere",
    "mail mei@mei.example",
    "https://example.org/@mei/#launch",
    "`@mei` and\n```\n@mei #launch\n```",
    "page#launch",
  ])("%j holds none", (typed) => {
    expect(encodeMentions(typed, directory)).toBe(typed);
  });

  it("of people one does not know stay as they were sent", () => {
    const sent = "<@usr_9abcdefghijklmnopqrstuvwxyz>";
    expect(decodeMentions(sent, directory)).toBe(sent);
  });

  it("survive being edited any number of times", () => {
    const parts = fc.constantFrom("@mei", "#launch", " ", "\n", "`", "text", "@here", ".", "(", "```");
    fc.assert(
      fc.property(fc.array(parts), (words) => {
        const sent = encodeMentions(words.join(""), directory);
        expect(encodeMentions(decodeMentions(sent, directory), directory)).toBe(sent);
      }),
    );
  });
});
