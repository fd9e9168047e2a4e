import { createContext, use } from "react";

/** What messages need to know about the world to show what they mention. */
export interface MessageTextContext {
  /** The person's name, or undefined where the reader cannot know them. */
  readonly person: (userId: string) => { readonly name: string; readonly isMe: boolean } | undefined;
  /** The channel's name, or undefined where the reader cannot see it. */
  readonly channel: (channelId: string) => { readonly name: string } | undefined;
  readonly onOpenPerson?: (userId: string, trigger: HTMLElement) => void;
  readonly onOpenChannel?: (channelId: string) => void;
  /** Follows a link into this very client, such as a message's own address, without loading it anew. */
  readonly onOpenPath?: (path: string) => void;
}

const nobody: MessageTextContext = { person: () => undefined, channel: () => undefined };

export const MessageTextContext = createContext<MessageTextContext>(nobody);

export function useMessageText(): MessageTextContext {
  return use(MessageTextContext);
}
