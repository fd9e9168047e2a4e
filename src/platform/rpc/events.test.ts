import { describe, expect, it } from "vitest";
import { AccountRegisteredSchema } from "../../../gen/chatter/auth/events/v1/events_pb.js";
import { Role } from "../../../gen/chatter/auth/v1/auth_pb.js";
import type { DeliveredEvent } from "../outbox/event-bus.ts";
import { publish, subscribe } from "./events.ts";

const delivered = (payload: unknown): DeliveredEvent => ({
  type: AccountRegisteredSchema.typeName,
  payload,
  id: "evt_1" as DeliveredEvent["id"],
  occurredAt: new Date(0),
});

describe("a published event", () => {
  it("arrives as the message that was published", async () => {
    const event = publish(AccountRegisteredSchema, { userId: "usr_1", role: Role.OWNER, name: "Ada" });
    expect(event.type).toBe("chatter.auth.events.v1.AccountRegistered");
    const received: unknown[] = [];
    const subscription = subscribe(AccountRegisteredSchema, "user.greet", async (message, { occurredAt }) => {
      received.push({ userId: message.userId, role: message.role, name: message.name, occurredAt });
    });
    expect(subscription).toMatchObject({ subscriber: "user.greet", type: event.type });
    await subscription.handle(delivered(structuredClone(event.payload)));
    expect(received).toEqual([{ userId: "usr_1", role: Role.OWNER, name: "Ada", occurredAt: new Date(0) }]);
  });

  it("may have fields that an older consumer does not know", async () => {
    const { handle } = subscribe(AccountRegisteredSchema, "user.greet", async ({ name }) => {
      expect(name).toBe("Ada");
    });
    await handle(delivered({ name: "Ada", shoeSize: 38 }));
  });

  it("that is none is an error of its consumer", async () => {
    const { handle } = subscribe(AccountRegisteredSchema, "user.greet", async () => undefined);
    await expect(async () => handle(delivered({ name: 7 }))).rejects.toThrow("cannot decode");
  });
});
