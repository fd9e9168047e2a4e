import fc from "fast-check";
import { expect } from "vitest";
import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, GroupId } from "../../../kernel/ids.ts";
import type { Target } from "../application/change.ts";
import type { PollWish } from "../domain/poll.ts";
import type { MessageWorld } from "./world.ts";

const kinds = [
  "post",
  "reply",
  "edit",
  "delete",
  "react",
  "unreact",
  "pin",
  "unpin",
  "preview",
  "unpreview",
  "forward",
  "move",
  "ask",
  "vote",
  "addOption",
  "closePoll",
] as const;

interface Step {
  readonly do: (typeof kinds)[number];
  readonly who: number;
  readonly which: number;
  /** Whom the text calls, if the step has one. */
  readonly calls: "" | "<!channel>" | "somebody" | "group";
  readonly alsoInChannel: boolean;
}

/** What three people may do in a channel, one after the other. */
export const histories = fc.array(
  fc.record<Step>({
    do: fc.constantFrom(...kinds),
    who: fc.nat(2),
    which: fc.nat(9),
    calls: fc.constantFrom("", "<!channel>", "somebody", "group"),
    alsoInChannel: fc.boolean(),
  }),
  { maxLength: 25 },
);

export interface History {
  readonly channel: ChannelId;
  readonly people: readonly Actor[];
  /** One that texts may call. */
  readonly group: GroupId;
  /** Every message that was posted. */
  readonly targets: readonly Target[];
}

/** Lets it happen, in a channel and among people of its own. What the rules refuse must leave no trace. */
export async function play(world: MessageWorld, steps: readonly Step[]): Promise<History> {
  const channel = world.channel();
  const people: [Actor, Actor, Actor] = [world.person(), world.person(), world.person()];
  const group = world.group();
  const calledBy = {
    "": "",
    "<!channel>": "<!channel>",
    somebody: `<@${people[2].userId}>`,
    group: `<@${group}>`,
  };
  const targets: Target[] = [];
  world.moderators.add(people[2].userId);
  for (const [n, step] of steps.entries()) {
    const actor = people[step.who] ?? people[0];
    const text = `${calledBy[step.calls]} text ${n}`;
    const target = targets[step.which % Math.max(1, targets.length)];
    const post: Scene["post"] = async (thread, poll) => {
      const { alsoInChannel } = step;
      const threadRootId = thread?.messageId;
      const clientId = world.clientId();
      const message = { channelId: channel, clientId, text, alsoInChannel, threadRootId, poll };
      const { messageId } = await world.app.send(actor, message);
      targets.push({ messageId, channelId: channel });
    };
    const forward = async (original: Target): Promise<void> => {
      const comment = step.alsoInChannel ? text : "";
      const clientId = world.clientId();
      const command = { messageId: original.messageId, channelId: channel, threadRootId: undefined };
      targets.push(await world.app.forward(actor, { ...command, clientId, comment }));
    };
    // The message that is moved is the latest but so many.
    const move = async (root: Target): Promise<void> => {
      const moved = targets.at(-1 - (step.which % 3)) ?? root;
      const command = { channelId: channel, threadRootId: root.messageId, messageIds: [moved.messageId] };
      await world.app.moveToThread(actor, command);
    };
    const scene = { world, post, forward, move, actor, target, text };
    const happening = target === undefined ? post() : happen({ ...scene, target }, step.do);
    await happening.catch((error: unknown) => expect(error).toHaveProperty("reason"));
  }
  return { channel, people, group, targets };
}

interface Scene {
  readonly world: MessageWorld;
  readonly forward: (original: Target) => Promise<void>;
  readonly move: (root: Target) => Promise<void>;
  readonly post: (thread?: Target, poll?: PollWish) => Promise<void>;
  readonly actor: Actor;
  readonly target: Target;
  readonly text: string;
}

const question: PollWish = {
  options: ["one", "two", "three"],
  ...{ multiple: true, anonymous: true, open: true, closesAt: undefined },
};
const votes = [[], [1], [2, 3], [1, 4]];

const page = (name: string, title: string) => ({
  url: `https://${name}.example/`,
  ...{ title, description: "", siteName: name },
});

function happen({ world, post, forward, move, actor, target, text }: Scene, what: Step["do"]): Promise<void> {
  const reaction = { ...target, emoji: "👍" };
  const happenings: Record<Step["do"], () => Promise<void>> = {
    post: () => post(),
    reply: () => post(target),
    edit: () => world.app.edit(actor, { ...target, text }),
    delete: () => world.app.remove(actor, target),
    react: () => world.app.addReaction(actor, reaction),
    unreact: () => world.app.removeReaction(actor, reaction),
    pin: () => world.app.pin(actor, target),
    unpin: () => world.app.unpin(actor, target),
    preview: () => world.app.preview(target, [page("a", text), page("b", text)]),
    ask: () => post(undefined, question),
    vote: () => world.app.vote(actor, { ...target, optionIds: votes[text.length % votes.length] ?? [] }),
    addOption: () => world.app.addPollOption(actor, { ...target, text }),
    closePoll: () => world.app.closePoll(actor, target),
    unpreview: () => world.app.removePreview(actor, { ...target, url: page("a", text).url }),
    forward: () => forward(target),
    move: () => move(target),
  };
  return happenings[what]();
}
