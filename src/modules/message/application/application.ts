import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Ids, MessageId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Target } from "./change.ts";
import { deleteMessage } from "./delete-message.ts";
import { type EditMessage, editMessage } from "./edit-message.ts";
import { type ListMessages, listMessages } from "./list-messages.ts";
import { listUnread } from "./list-unread.ts";
import { pinMessage, unpinMessage } from "./pin-message.ts";
import type {
  Audiences,
  Draft,
  Drafts,
  HistoryPage,
  Memberships,
  MessageLog,
  Messages,
  MessageView,
  UnreadCount,
  WriteAccess,
} from "./ports.ts";
import { addReaction, type React, removeReaction } from "./react.ts";
import { type SaveDraft, saveDraft } from "./save-draft.ts";
import { type SendMessage, type SentMessage, sendMessage } from "./send-message.ts";

export interface MessageApplicationDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly access: WriteAccess;
  readonly audiences: Audiences;
  readonly memberships: Memberships;
  readonly log: MessageLog;
  readonly messages: Messages;
  readonly drafts: Drafts;
}

/** The commands and queries of the context, all of them: its table of contents. */
export interface MessageApplication extends Pick<Messages, "channelOf" | "thread" | "pins"> {
  send(actor: Actor, command: SendMessage): Promise<SentMessage>;
  edit(actor: Actor, command: EditMessage): Promise<void>;
  remove(actor: Actor, target: Target): Promise<void>;
  addReaction(actor: Actor, command: React): Promise<void>;
  removeReaction(actor: Actor, command: React): Promise<void>;
  pin(actor: Actor, target: Target): Promise<void>;
  unpin(actor: Actor, target: Target): Promise<void>;
  saveDraft(actor: Actor, command: SaveDraft): Promise<void>;

  getMessage(id: MessageId, reader: UserId): Promise<MessageView>;
  listMessages(reader: UserId, query: ListMessages): Promise<HistoryPage>;
  listUnread(reader: UserId): Promise<readonly UnreadCount[]>;
  listDrafts(author: UserId): Promise<readonly Draft[]>;
}

export function createMessageApplication(deps: MessageApplicationDeps): MessageApplication {
  const { messages, drafts } = deps;
  return {
    send: (actor, command) => sendMessage(deps, actor, command),
    edit: (actor, command) => editMessage(deps, actor, command),
    remove: (actor, target) => deleteMessage(deps, actor, target),
    addReaction: (actor, command) => addReaction(deps, actor, command),
    removeReaction: (actor, command) => removeReaction(deps, actor, command),
    pin: (actor, target) => pinMessage(deps, actor, target),
    unpin: (actor, target) => unpinMessage(deps, actor, target),
    saveDraft: (actor, command) => saveDraft(deps, actor, command),

    channelOf: messages.channelOf,
    thread: messages.thread,
    pins: messages.pins,
    async getMessage(id, reader) {
      const view = await messages.find(id, reader);
      if (view === undefined) throw refuse("MESSAGE_NOT_FOUND");
      return view;
    },
    listMessages: (reader, query) => listMessages(deps, reader, query),
    listUnread: (reader) => listUnread(deps, reader),
    listDrafts: (author) => drafts.list(author),
  };
}
