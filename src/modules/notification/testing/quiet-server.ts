import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { createLocalBus } from "../../../platform/realtime/local-bus.ts";
import { createFrames } from "../api/frames.ts";
import { createGateway, type GatewayDeps } from "../application/gateway.ts";
import { defaultLimits } from "../application/limits.ts";
import type { Signal } from "../application/ports.ts";
import { FakeLink } from "./fake-link.ts";
import { connectionId, orgId } from "./ids.ts";
import { MemoryLog } from "./memory-log.ts";
import { silentMeter } from "./silent-meter.ts";
import { VirtualTimers } from "./virtual-timers.ts";

/** Servers where nothing goes wrong and every question is answered at once, on one bus. */
export function quietServers() {
  const timers = new VirtualTimers();
  const clock = { now: () => new Date(timers.now()) };
  const log = new MemoryLog();
  const bus = createLocalBus<Signal>();
  const signals: Signal[] = [];
  bus.subscribe((signal) => signals.push(signal));
  const members = new Map<UserId, Set<ChannelId>>();
  const guests = new Set<UserId>();
  const acquainted = new Set<UserId>();
  let count = 0;

  const join = (user: UserId, channel: ChannelId): void => {
    members.set(user, (members.get(user) ?? new Set()).add(channel));
  };

  function server(name: string, changes: Partial<GatewayDeps> = {}) {
    const gateway = createGateway({
      source: log,
      memberships: {
        channelsOf: async (user) => [...(members.get(user) ?? [])],
        isMember: async (channel, user) => members.get(user)?.has(channel) ?? false,
      },
      access: { mayRead: async (user, channel) => members.get(user)?.has(channel) ?? false },
      people: { isGuest: async ({ userId }) => guests.has(userId), sharedWith: async () => acquainted },
      sender: { send: async () => Promise.reject(new Error("nobody sends here")) },
      settings: { find: async () => undefined, save: async () => {} },
      ...{ bus, timers, clock },
      frames: createFrames({ clock, limits: defaultLimits, serverVersion: "" }),
      meter: silentMeter,
      trouble: {
        failed: (_doing, error) => {
          throw error;
        },
      },
      limits: defaultLimits,
      server: name,
      ...changes,
    });
    gateway.start();
    return {
      gateway,
      async connect(userId: UserId, options: { interactive?: boolean; scope?: Actor["scope"] } = {}) {
        const { interactive = true, scope = "full" } = options;
        count += 1;
        const link = new FakeLink();
        const connection = gateway.open({
          id: connectionId(count),
          actor: { userId, orgId: orgId(1), scope },
          link,
          interactive,
          stillSignedIn: async () => true,
          cursors: new Map(),
          previews: [],
        });
        await timers.pass(10);
        return { connection, link };
      },
    };
  }
  return { timers, log, bus, signals, join, guests, acquainted, server };
}

/** What a client was shown of others, without what it was delivered. */
export const ephemeral = ({ frames }: FakeLink) =>
  frames.flatMap((frame) => (frame.case === "ephemeral" ? [frame.value.body] : []));
