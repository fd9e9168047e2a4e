import type { Clock } from "../../kernel/clock.ts";

export const due = (clock: Clock) => clock.now();
