import { randomUUID } from "node:crypto";

export const editId = () => randomUUID();
export const editedAt = () => Date.now();
