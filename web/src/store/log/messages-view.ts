import type { Failure } from "../../api/failure.ts";
import type { Message } from "./message.ts";

/** A list of messages as it is on screen. */
export interface MessagesView {
  /** `ready` also while it is refreshed, and with what was kept from an earlier visit. */
  readonly status: "loading" | "ready" | "failed";
  /** Why the latest attempt to load something failed. */
  readonly failure: Failure | undefined;
  /** For threads, what they hang on. */
  readonly root: Message | undefined;
  /** From old to new, with what is on its way at the end. */
  readonly rows: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly isLoadingOlder: boolean;
  readonly isLoadingNewer: boolean;
}

/** A list before anything of it was read. */
export const nothingYet: MessagesView = {
  status: "loading",
  failure: undefined,
  root: undefined,
  rows: [],
  hasOlder: false,
  hasNewer: false,
  isLoadingOlder: false,
  isLoadingNewer: false,
};
