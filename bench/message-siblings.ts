import type { MessageDeps } from "../src/modules/message/index.ts";
import { createLog } from "../src/platform/log/log.ts";
import { createOutward } from "../src/platform/outward/outward.ts";
import { createLocalBus } from "../src/platform/realtime/local-bus.ts";
import { createGate } from "../src/platform/rpc/gate.ts";

/** What the message context needs of the others, where a measurement has nobody but it: everybody may do everything. */
export const messageSiblings = {
  log: createLog({ level: "silent" }),
  gate: createGate({ authorizer: { check: async () => true, permit: async () => ({ epoch: 0n }) } }),
  access: { permit: async () => ({ epoch: 0n }) },
  circles: { callingsOf: async () => ({ groupIds: [], apartIds: [] }) },
  bus: { dispatch: async () => [] },
  files: { share: async () => [], release: async () => undefined },
  closings: { isClosedTo: async () => false },
  audiences: { audienceOf: async () => ({ memberCount: 1, moderates: false }) },
  memberships: { readPositions: async () => [] },
  channels: { channelsOfOrg: async () => [] },
  readable: { readableBy: async () => [], confirm: async (_actor, channels) => new Set(channels) },
  standing: { mayAct: async () => true },
  planned: createLocalBus(),
  outward: createOutward({ allowed: [], userAgent: "Chatter" }),
  orgs: { orgOf: async () => undefined },
  publicUrl: "http://localhost",
  handles: { byHandle: async () => undefined },
  insideWords: { isWantedBy: async () => true },
} satisfies Partial<MessageDeps>;
