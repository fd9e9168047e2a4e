import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type PresenceChoice,
  PresenceChoiceSchema,
  PresenceState,
} from "../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import type { Api } from "../../api/clients.ts";
import { DoNotDisturb } from "./do-not-disturb.ts";

const hour = 3_600_000;
const quietUntil = (until?: number): PresenceChoice =>
  create(PresenceChoiceSchema, {
    state: PresenceState.DO_NOT_DISTURB,
    ...(until !== undefined && { expiresAt: timestampFromMs(until) }),
  });

function createDevice() {
  const setPresence = vi.fn(async (_request: object) => ({}));
  const getPresence = vi.fn(async () => ({ choice: create(PresenceChoiceSchema) }));
  const api = { realtime: { setPresence, getPresence } } as unknown as Api;
  const doNotDisturb = new DoNotDisturb(api);
  return { doNotDisturb, setPresence, getPresence, shown: () => doNotDisturb.store.getState() };
}

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

describe("do not disturb", () => {
  it("is shown at once where it is chosen, and told to the server with its end", async () => {
    const { doNotDisturb, setPresence, shown } = createDevice();
    const told = doNotDisturb.choose({ isOn: true, until: hour });
    expect(shown()).toEqual({ isOn: true, until: hour });
    await told;
    expect(shown()).toEqual({ isOn: true, until: hour });
    const expiresAt = timestampFromMs(hour);
    expect(setPresence).toHaveBeenCalledWith({ state: PresenceState.DO_NOT_DISTURB, expiresAt });
  });

  it("is taken back when the server refuses it", async () => {
    const { doNotDisturb, setPresence, shown } = createDevice();
    setPresence.mockRejectedValue(new ConnectError("away", Code.Unavailable));
    await expect(doNotDisturb.choose({ isOn: true, until: undefined })).rejects.toThrow("away");
    expect(shown().isOn).toBe(false);
  });

  it("comes from another device, and ends by itself", () => {
    const { doNotDisturb, shown } = createDevice();
    doNotDisturb.chosen(quietUntil(hour));
    vi.advanceTimersByTime(hour - 1);
    expect(shown().isOn).toBe(true);
    vi.advanceTimersByTime(1);
    expect(shown().isOn).toBe(false);
    doNotDisturb.chosen(quietUntil());
    expect(shown()).toEqual({ isOn: true, until: undefined });
    doNotDisturb.chosen(create(PresenceChoiceSchema));
    expect(shown().isOn).toBe(false);
  });

  it("holds for months without ending early", () => {
    const { doNotDisturb, shown } = createDevice();
    doNotDisturb.chosen(quietUntil(2_000 * hour));
    vi.advanceTimersByTime(1_999 * hour);
    expect(shown().isOn).toBe(true);
    vi.advanceTimersByTime(hour);
    expect(shown().isOn).toBe(false);
  });

  it("is not changed by an answer that is older than what another device told meanwhile", async () => {
    const { doNotDisturb, shown } = createDevice();
    const reading = doNotDisturb.read();
    doNotDisturb.chosen(quietUntil());
    await reading;
    expect(shown().isOn).toBe(true);
  });
});
