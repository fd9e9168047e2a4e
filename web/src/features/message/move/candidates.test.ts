import { describe, expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { followersOf, rootsFor } from "./candidates.ts";

const me = "usr_me";
const rights = { me, canPost: true, canModerate: false };
const said = (seq: number, more = {}) => messageAt(seq, { authorId: me, ...more });
const thread = { replyCount: 1, lastReplyAt: 1, recentUserIds: [] };
const seqs = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq);

describe("moving a message to a thread", () => {
  it("offers what was said before it, the nearest first, and no reply or what is deleted", () => {
    const reply = said(2, { threadRootId: "msg_1", alsoInChannel: true });
    const rows = [said(1), reply, said(3, { deletedAt: 1 }), said(4), said(5), said(6)];
    expect(seqs(rootsFor(said(5), rows))).toEqual([4, 1]);
  });

  it("offers to move along what follows, as far as the reader may", () => {
    const rows = [said(1), said(2), said(3, { authorId: "usr_other" }), said(4, { thread }), said(5)];
    expect(seqs(followersOf(said(1), rows, rights))).toEqual([2, 5]);
    expect(seqs(followersOf(said(1), rows, { ...rights, canModerate: true }))).toEqual([2, 3, 5]);
  });
});
