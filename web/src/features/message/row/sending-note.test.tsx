// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { fetchReasons, refusal } from "../../../api/failure.ts";
import { perform, render } from "../../../testing/render.ts";
import { MessageScope } from "../message-scope.ts";
import { messageAt } from "../testing/message.ts";
import { SendingNote } from "./sending-note.tsx";

const never = () => undefined;
const actions = {
  toggleReaction: never,
  edit: never,
  remove: never,
  remind: () => undefined,
  showVersions: never,
  forward: () => undefined,
  togglePin: never,
  copyLink: never,
  copyText: never,
  retry: never,
  discard: never,
};
const scope = { rights: { me: "usr_amara", canPost: true, canModerate: false }, actions };

describe("a message that was refused", () => {
  it("tells why in this client's words, though it was refused before they were here", async () => {
    const failure = refusal("NOT_PERMITTED", "the server's own sentence");
    const { container } = await render(
      <MessageScope value={scope}>
        <SendingNote message={messageAt(1)} sending={{ state: "failed", failure }} />
      </MessageScope>,
    );
    await perform(fetchReasons);
    expect(container.textContent).toContain("You may not write in this channel.");
  });

  it("tells why in the server's words where there are no others", async () => {
    const failure = refusal("NEVER_HEARD_OF", "The moon is in the wrong place.");
    const { container } = await render(
      <MessageScope value={scope}>
        <SendingNote message={messageAt(1)} sending={{ state: "failed", failure }} />
      </MessageScope>,
    );
    await perform(fetchReasons);
    expect(container.textContent).toContain("The moon is in the wrong place.");
  });
});
