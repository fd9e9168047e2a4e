import type { Actor } from "../../../kernel/actor.ts";
import type { MessageId, UserId } from "../../../kernel/ids.ts";
import type { ChangeDeps, Target } from "../application/change.ts";
import { deleteMessage } from "../application/delete-message.ts";
import { type EditMessage, editMessage } from "../application/edit-message.ts";
import { type ForwardMessage, forwardMessage } from "../application/forwarding/forward-message.ts";
import { getMessage } from "../application/get-message.ts";
import { type ListMessages, listMessages } from "../application/list-messages.ts";
import { listUnread } from "../application/list-unread.ts";
import { type MoveToThread, moveMessagesToThread } from "../application/move-to-thread.ts";
import { pinMessage, unpinMessage } from "../application/pin-message.ts";
import { addPollOption, closePoll } from "../application/polls/change-poll.ts";
import { type Vote, vote } from "../application/polls/vote.ts";
import type { Circles, Drafts, Forwards, Memberships, Messages, Versions } from "../application/ports.ts";
import { type RemovePreview, removePreview } from "../application/previews/remove-preview.ts";
import { addReaction, type React, removeReaction } from "../application/react.ts";
import { type SaveDraft, saveDraft } from "../application/save-draft.ts";
import { type SendMessage, type SendMessageDeps, sendMessage } from "../application/send-message.ts";
import { type LinkPreview, preview } from "../domain/previews.ts";

interface Deps extends SendMessageDeps, ChangeDeps {
  readonly memberships: Memberships;
  readonly circles: Circles;
  readonly messages: Messages;
  readonly versions: Versions;
  readonly drafts: Drafts;
  readonly forwards: Forwards;
}

export type BoundUseCases = ReturnType<typeof bindUseCases>;

/** Every use case with its dependencies given, so that a test reads as a story. */
export function bindUseCases(deps: Deps) {
  const { messages, versions, drafts } = deps;
  return {
    async send(actor: Actor, command: SendMessage) {
      const { message } = await sendMessage(deps, actor, command);
      return { messageId: message.id, seq: message.seq };
    },
    async forward(actor: Actor, command: ForwardMessage) {
      const { message } = await forwardMessage(deps, actor, command);
      return { messageId: message.id, channelId: message.channelId };
    },
    moveToThread: (actor: Actor, command: MoveToThread) => moveMessagesToThread(deps, actor, command),
    edit: (actor: Actor, command: EditMessage) => editMessage(deps, actor, command),
    remove: (actor: Actor, target: Target) => deleteMessage(deps, actor, target),
    addReaction: (actor: Actor, command: React) => addReaction(deps, actor, command),
    removeReaction: (actor: Actor, command: React) => removeReaction(deps, actor, command),
    pin: (actor: Actor, target: Target) => pinMessage(deps, actor, target),
    unpin: (actor: Actor, target: Target) => unpinMessage(deps, actor, target),
    removePreview: (actor: Actor, command: RemovePreview) => removePreview(deps, actor, command),
    /** As if these were what the pages say that its links lead to. */
    preview: async (target: Target, previews: readonly LinkPreview[]) => {
      await deps.changing.change(target, "by nobody's right", async ({ message }) =>
        preview(message, previews, deps.clock.now()),
      );
    },
    vote: (actor: Actor, command: Vote) => vote(deps, actor, command),
    addPollOption: (actor: Actor, command: Target & { readonly text: string }) =>
      addPollOption(deps, actor, command),
    closePoll: (actor: Actor, target: Target) => closePoll(deps, actor, target),
    saveDraft: (actor: Actor, command: SaveDraft) => saveDraft(deps, actor, command),
    getMessage: (id: MessageId, reader: UserId) => getMessage(deps, id, reader),
    listMessages: (reader: UserId, query: ListMessages) => listMessages(deps, reader, query),
    listUnread: (reader: UserId) => listUnread(deps, reader),
    listDrafts: drafts.list,
    thread: messages.thread,
    pins: messages.pins,
    versions: versions.latest,
  };
}
