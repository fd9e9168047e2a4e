import { describe, expect, it } from "vitest";
import { channelId, userId } from "../testing/ids.ts";
import { quietServers } from "../testing/quiet-server.ts";

const [ada, channel] = [userId(1), channelId(1)];

describe("a change of role", () => {
  it("ends the reading of channels that the person may not look at any more", async () => {
    const { timers, bus, server } = quietServers();
    let mayRead = true;
    const here = server("here", { access: { mayRead: async () => mayRead } });
    const { connection, link } = await here.connect(ada);
    here.gateway.watch(connection, [{ stream: channel, cursor: 0 }]);
    await timers.pass(10);
    expect(link.frames).toContainEqual(
      expect.objectContaining({ case: "caughtUp", value: expect.objectContaining({ stream: channel }) }),
    );
    mayRead = false;
    bus.publish({ kind: "rights_changed", userId: ada });
    await timers.pass(10);
    expect(link.frames.at(-1)).toMatchObject({ case: "reset", value: { stream: channel, head: 0n } });
    expect(connection.readers.has(channel)).toBe(false);
  });
});
