import { Clock, TriangleAlert } from "lucide-react";
import { type ComponentType, useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import type { Scheduled } from "../../../store/scheduled/scheduled.ts";
import { useScheduled } from "../../../store/scheduled/use-scheduled.ts";
import { laterText } from "../../../text/later.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmActions } from "../../../ui/confirm-actions.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { ScheduledRow } from "./scheduled-row.tsx";

interface ScheduledListProps {
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
}

/** What one has planned, in the order in which it is due. */
export function ScheduledMessages({ Place }: ScheduledListProps) {
  const { list, failure, planned } = useScheduled();
  const [editing, setEditing] = useState<Scheduled>();
  const [removing, setRemoving] = useState<Scheduled>();
  const acts = {
    edit: setEditing,
    remove: setRemoving,
    sendNow: ({ id }: Scheduled) => told(planned.sendNow(id)),
  };
  if (list === undefined && failure !== undefined) {
    const retry = <Button onClick={() => void planned.read()}>{laterText("retry")}</Button>;
    return (
      <EmptyState icon={<TriangleAlert />} title={laterText("failed")} action={retry}>
        {failure.text}
      </EmptyState>
    );
  }
  if (list === undefined) return <SkeletonMessages count={3} label={laterText("loading")} />;
  const confirm = () => {
    if (removing !== undefined) void told(planned.remove(removing.id));
    setRemoving(undefined);
  };
  return (
    <>
      {list.length === 0 ? (
        <EmptyState icon={<Clock />} title={laterText("noScheduled")}>
          {laterText("noScheduledText")}
        </EmptyState>
      ) : (
        <ul aria-label={laterText("in.scheduled")} className="pt-2 pb-8">
          {list.map((scheduled) => (
            <ScheduledRow key={scheduled.id} scheduled={scheduled} Place={Place} acts={acts} />
          ))}
        </ul>
      )}
      {editing !== undefined && (
        <EditDialog key={editing.id} scheduled={editing} isOpen onClose={() => setEditing(undefined)} />
      )}
      <Dialog
        title={laterText("removeTitle")}
        isOpen={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        size="small"
        footer={
          <ConfirmActions
            action={laterText("remove")}
            onCancel={() => setRemoving(undefined)}
            onConfirm={confirm}
          />
        }
      >
        <p className="text-ink2">{laterText("removeText")}</p>
      </Dialog>
    </>
  );
}

async function told(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => showToast({ text: failureOf(error).text, tone: "danger" }));
}
