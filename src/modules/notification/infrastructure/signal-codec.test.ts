import { describe, expect, it } from "vitest";
import type { Signal } from "../application/ports.ts";
import { userId } from "../testing/ids.ts";
import { signalCodec } from "./signal-codec.ts";

const signals: readonly Signal[] = [
  { kind: "typing", channelId: "chn_1" as never, threadRootId: "", userId: userId(1) },
  { kind: "presence", server: "here", userId: userId(1), state: "active" },
  { kind: "presence_set", userId: userId(1), setting: "do_not_disturb", expiresAt: undefined },
  { kind: "profile", userId: userId(1), user: Buffer.from([0, 1, 254, 255]) },
  { kind: "credentials_ended", userId: userId(1), ids: undefined },
  { kind: "credentials_ended", userId: userId(1), ids: ["ses_1"] },
];

describe("a signal", () => {
  it.each(signals)("of the kind $kind arrives at another server as it was sent", (signal) => {
    const travelled: unknown = JSON.parse(JSON.stringify(signalCodec.toJson(signal)));
    expect(signalCodec.fromJson(travelled)).toEqual(signal);
  });
});
