import type { MessageId } from "../../../kernel/ids.ts";

export interface Message {
  readonly id: MessageId;
}
