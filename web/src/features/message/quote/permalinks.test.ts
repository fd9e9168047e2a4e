import { describe, expect, it } from "vitest";
import { parse } from "../../../markdown/parse.ts";
import { permalinksIn } from "./permalinks.ts";

const origin = "https://chat.example";
const channel = `chn_${"c".repeat(27)}`;
const message = (letter: string) => `msg_${letter.repeat(27)}`;
const found = (text: string) => permalinksIn(parse(text), origin).map(({ messageId }) => messageId);

describe("links to messages", () => {
  it("are found within a text, each message once and three at most", () => {
    const link = (letter: string) => `${origin}/c/${channel}/${message(letter)}`;
    expect(found(`see ${link("a")} and **[that](${link("b")})**\n\n> - ${link("a")}`)).toEqual([
      message("a"),
      message("b"),
    ]);
    expect(found(["a", "b", "c", "d"].map(link).join(" "))).toHaveLength(3);
  });

  it("name a reply beside its thread, and else the root", () => {
    const thread = `${origin}/c/${channel}?thread=${message("r")}`;
    expect(found(thread)).toEqual([message("r")]);
    expect(permalinksIn(parse(`${thread}&reply=${message("a")}`), origin)).toEqual([
      {
        channelId: channel,
        messageId: message("a"),
        path: `/c/${channel}?thread=${message("r")}&reply=${message("a")}`,
      },
    ]);
  });

  it("are not what leads elsewhere, is code or is hidden", () => {
    const path = `/c/${channel}/${message("a")}`;
    expect(found(`https://other.example${path}`)).toEqual([]);
    expect(found(`\`${origin}${path}\``)).toEqual([]);
    expect(found(`||${origin}${path}||`)).toEqual([]);
    expect(found(`${origin}/c/${channel} ${origin}/c/${channel}/msg_1`)).toEqual([]);
  });
});
