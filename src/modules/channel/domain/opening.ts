import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";
import { type Admission, admit, type Newcomer } from "./admission.ts";
import { type Channel, channelName, type Description, type Occasion } from "./channel.ts";

interface Identity {
  readonly id: ChannelId;
  readonly orgId: OrgId;
}

const BLANK = {
  name: "",
  topic: "",
  description: "",
  archivedAt: undefined,
  isDefault: false,
  memberCount: 0,
  directUserIds: [],
  openTo: [],
  closed: false,
  bookmarks: [],
} as const satisfies Partial<Channel>;

/** The log of a new channel begins with its creation. */
const FIRST_SEQ = 1n;

/** Opens a public or private channel with its first member. */
export function openChannel(
  identity: Identity,
  spec: Description & { readonly kind: "public" | "private"; readonly isDefault: boolean },
  { first, occasion }: { readonly first: Newcomer; readonly occasion: Occasion },
): Admission {
  const name = channelName(spec.name);
  const channel = { ...BLANK, ...identity, ...spec, name, createdBy: occasion.by };
  return begin(channel, [first], occasion.at);
}

/** Opens the direct conversation of exactly these people, of which each is a plain member. */
export function openDirect(identity: Identity, people: readonly UserId[], occasion: Occasion): Admission {
  const kind = people.length > 2 ? "group_direct" : "direct";
  const channel = { ...BLANK, ...identity, kind, directUserIds: people, createdBy: occasion.by } as const;
  const newcomers = people.map((userId) => ({ userId, role: "member" as const }));
  return begin(channel, newcomers, occasion.at);
}

/** The people of a direct conversation, the one who opens it among them: each once, sorted. */
export function peopleOfDirect(opener: UserId, others: readonly UserId[]): readonly UserId[] {
  return [...new Set([opener, ...others])].toSorted();
}

function begin(channel: Channel, newcomers: readonly Newcomer[], at: Date): Admission {
  const admission = admit(channel, newcomers, { head: FIRST_SEQ, at });
  return { ...admission, events: [{ type: "channel_created", channel }, ...admission.events] };
}
