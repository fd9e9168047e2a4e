import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Transport } from "@connectrpc/connect";
import { failureOf } from "../../api/failure.ts";
import { inboxOf } from "../../store/inbox/inbox.ts";
import type { Workspace } from "../../store/workspace.ts";
import { inboxText } from "../../text/inbox.ts";
import { showToast } from "../../ui/toast-store.ts";

interface Surroundings {
  readonly workspace: Workspace;
  readonly transport: Transport;
}

/** Puts a message into the inbox at a moment, and tells whether that is so. */
export async function remind(
  { workspace, transport }: Surroundings,
  messageId: string,
  at: number,
): Promise<void> {
  try {
    await inboxOf(workspace, transport).api.addReminder({ messageId, dueAt: timestampFromMs(at) });
    showToast({ text: inboxText("reminded") });
  } catch (error) {
    showToast({ text: failureOf(error).text, tone: "danger" });
  }
}
