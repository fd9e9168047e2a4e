import type { MessageId } from "../../../src/kernel/ids.ts";

export const show = (id: MessageId) => id;
