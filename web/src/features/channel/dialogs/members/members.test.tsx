// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ChannelKind,
  ChannelService,
  MemberRole,
  type Member as ProtoMember,
} from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { UserService } from "../../../../../../gen/chatter/user/v1/user_pb.js";
import { fetchReasons } from "../../../../api/failure.ts";
import { toastStore } from "../../../../ui/toast-store.ts";
import { refusalOf } from "../testing/refuse.ts";
import { me, show } from "../testing/show.tsx";
import { protoOf, userNamed } from "../testing/user.ts";
import { Members } from "./members.tsx";

const channelId = "chn_1";
const people = ["Mei Tanaka", "Amara Okafor", "Tomás Ruiz", "Élodie Roy"].map(userNamed);

const mine = {
  channel: { id: channelId, name: "launch", kind: ChannelKind.PRIVATE },
  membership: { channelId, role: MemberRole.ADMIN },
};

type Role = Pick<ProtoMember, "userId" | "role">;

async function members(refuse: { readonly reason?: string } = {}) {
  let list: Role[] = [
    { userId: "usr_elodie", role: MemberRole.MEMBER },
    { userId: "usr_tomas", role: MemberRole.MODERATOR },
    { userId: me, role: MemberRole.ADMIN },
  ];
  const dialog = await show(
    <Members channelId={channelId} />,
    (router) => {
      router.service(UserService, {
        getUsers: ({ userIds }) => ({ users: people.filter(({ id }) => userIds.includes(id)).map(protoOf) }),
        listUsers: () => ({ users: people.map(protoOf) }),
      });
      router.service(ChannelService, {
        // A page of two, to be read on.
        listMembers: ({ pageToken }) =>
          pageToken === ""
            ? { members: list.slice(0, 2), nextPageToken: list.length > 2 ? "2" : "" }
            : { members: list.slice(2) },
        removeMember: ({ userId }) => {
          if (refuse.reason !== undefined) throw refusalOf(refuse.reason);
          list = list.filter((member) => member.userId !== userId);
          return {};
        },
        addMembers: ({ userIds }) => {
          list = [...list, ...userIds.map((userId) => ({ userId, role: MemberRole.MEMBER }))];
          return {};
        },
        setMemberRole: ({ userId, role }) => {
          list = list.map((member) => (member.userId === userId ? { userId, role } : member));
          return {};
        },
      });
    },
    mine,
  );
  await dialog.see("li");
  const remove = async (name: string) => {
    await dialog.click(`[aria-label="Options for ${name}"]`);
    await dialog.see("[role=menuitem][data-key=remove]");
    await dialog.click("[role=menuitem][data-key=remove]");
  };
  return { ...dialog, remove, names: () => dialog.read("li .font-medium") };
}

/** What stands at the end of a list is always in sight here. */
class Observer {
  readonly #call: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
  constructor(call: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
    this.#call = call;
  }
  observe() {
    this.#call([{ isIntersecting: true }]);
  }
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal("IntersectionObserver", Observer);
  toastStore.setState([], true);
});
afterEach(() => vi.unstubAllGlobals());

beforeAll(fetchReasons);

describe("the people of a channel", () => {
  it("come page by page, those with the most to say first in each", async () => {
    const { names, until, read } = await members();
    await until(() => expect(names()).toEqual(["Tomás Ruiz", "Élodie Roy", "Mei Tanaka (you)"]));
    expect(read("li .text-xs")).toEqual(["Moderator", "Admin"]);
  });

  it("are found by name or handle, also those of later pages", async () => {
    const { names, type, until } = await members();
    await type("[type=search]", "mei");
    await until(() => expect(names()).toEqual(["Mei Tanaka (you)"]));
    await type("[type=search]", "ELO");
    expect(names()).toEqual(["Élodie Roy"]);
  });

  it("can be removed, and brought back for a while", async () => {
    const { names, remove, until, read } = await members();
    await remove("Tomás Ruiz");
    await until(() => expect(names()).toEqual(["Mei Tanaka (you)", "Élodie Roy"]));
    const [toast] = toastStore.getState();
    expect(toast).toMatchObject({ text: "Tomás Ruiz is no longer in #launch.", action: { label: "Undo" } });
    toast?.action?.run();
    await until(() => expect(names()).toContain("Tomás Ruiz"));
    await until(() => expect(read("li .text-xs")).toEqual(["Admin", "Moderator"]));
  });

  it("stay when the server refuses, and it says why", async () => {
    const { names, remove, read, see } = await members({ reason: "LAST_ADMIN" });
    await remove("Tomás Ruiz");
    await see("[role=alert] p");
    expect(read("[role=alert]").join("")).toContain("Make somebody else one first.");
    expect(names()).toContain("Tomás Ruiz");
  });

  it("are joined by others who are picked; who is in already cannot be", async () => {
    const { click, see, type, press, names, until, read } = await members();
    await until(() => expect(names()).toHaveLength(3));
    await click("button:has(.lucide-user-plus)");
    await see("[role=option]");
    expect(read("[role=option][aria-disabled] .font-medium")).toEqual([
      "Mei Tanaka (you)",
      "Tomás Ruiz",
      "Élodie Roy",
    ]);
    await type("[role=combobox]", "amara");
    await press("[role=combobox]", "Enter");
    await press("[role=combobox]", "Enter");
    await until(() => expect(names()).toContain("Amara Okafor"));
    expect(toastStore.getState()).toMatchObject([{ text: "1 person was added." }]);
  });
});
