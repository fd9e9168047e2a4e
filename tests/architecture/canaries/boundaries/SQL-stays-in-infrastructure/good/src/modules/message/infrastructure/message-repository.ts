import { sql } from "kysely";

export const newest = sql`select max(seq) from message.messages`;
