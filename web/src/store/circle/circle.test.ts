import { create } from "@bufbuild/protobuf";
import { createRouterTransport } from "@connectrpc/connect";
import { describe, expect, it, vi } from "vitest";
import { ContactService, GetCircleResponseSchema } from "../../../../gen/chatter/user/v1/contact_pb.js";
import { Circle } from "./circle.ts";

const group = (mine: boolean) => ({ id: "grp_1", handle: "brass", name: "Brass", memberCount: 2, mine });

describe("the circle of a person", () => {
  it("is read as a whole, and has what is unread counted anew only where others call than before", async () => {
    let answer = create(GetCircleResponseSchema, { contactIds: ["usr_1"], groups: [group(false)] });
    const transport = createRouterTransport((router) =>
      router.service(ContactService, { getCircle: () => answer }),
    );
    const heedsOthers = vi.fn<() => void>();
    const circle = new Circle({ transport, heedsOthers });
    await circle.read();
    expect(circle.store.getState().contacts.has("usr_1")).toBe(true);
    expect(circle.store.getState().groups.get("grp_1")).toMatchObject({ handle: "brass", isMine: false });
    expect(heedsOthers).not.toHaveBeenCalled();

    answer = create(GetCircleResponseSchema, { groups: [group(true)], apartIds: ["usr_2"] });
    await circle.read();
    expect(circle.store.getState().apart.has("usr_2")).toBe(true);
    expect(heedsOthers).toHaveBeenCalledOnce();
  });
});
