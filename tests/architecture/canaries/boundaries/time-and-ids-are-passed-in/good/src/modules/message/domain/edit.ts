import type { Clock } from "../../../kernel/clock.ts";

export const editedAt = (clock: Clock) => clock.now();
export const parsed = (text: string) => new Date(text);
