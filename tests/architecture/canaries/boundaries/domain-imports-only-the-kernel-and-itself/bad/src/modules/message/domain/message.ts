import type { Transaction } from "../../../platform/postgres/database.ts";

export interface Message {
  readonly storedBy: Transaction;
}
