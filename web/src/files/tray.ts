import { createStore, type StoreApi } from "zustand/vanilla";
import type { Attachment } from "../store/log/message.ts";
import type { Workspace } from "../store/workspace.ts";

/** A file that somebody is about to send. */
export interface TrayFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** How many have arrived. */
  readonly sent: number;
  readonly state: "waiting" | "uploading" | "paused" | "failed" | "done";
  /** Why it failed. */
  readonly reason?: string;
  /** Trying again may help. */
  readonly isPassing?: boolean;
  /** Set once it is done. */
  readonly attachment?: Attachment;
}

/** By the place that they are sent to. */
export type Trays = StoreApi<ReadonlyMap<string, readonly TrayFile[]>>;

export const emptyTray: readonly TrayFile[] = [];

const known = new WeakMap<Workspace, Trays>();

/** Those of the signed-in person. */
export function traysOf(workspace: Workspace): Trays {
  const trays = known.get(workspace) ?? createStore(() => new Map());
  known.set(workspace, trays);
  return trays;
}

export const trayKey = (channelId: string, threadRootId = ""): string => `${channelId} ${threadRootId}`;

/** Empties the tray and answers what was in it, to be sent. */
export function takeFiles(trays: Trays, place: string): readonly Attachment[] {
  const files = trays.getState().get(place) ?? emptyTray;
  trays.setState((all) => new Map([...all].filter(([key]) => key !== place)), true);
  return files.flatMap(({ attachment }) => attachment ?? []);
}
