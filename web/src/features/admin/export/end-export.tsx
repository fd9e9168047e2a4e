import { useMutation } from "@connectrpc/connect-query";
import { useState } from "react";
import { type Export, ExportService, ExportState } from "../../../../../gen/chatter/user/v1/export_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { refreshExports } from "./use-exports.ts";

/** Ends one that is written, or deletes the file of one that is ready. */
export function EndExport({ one }: { readonly one: Export }) {
  const [isAsking, setAsking] = useState(false);
  const { mutate, mutateAsync, isPending } = useMutation(ExportService.method.cancelExport, {
    onSuccess: () => refreshExports(),
  });
  const request = { exportId: one.id };
  if (one.state === ExportState.RUNNING) {
    const tell = (error: Error) => showToast({ text: failureOf(error).text, tone: "danger" });
    return (
      <SmallButton isBusy={isPending} onClick={() => mutate(request, { onError: tell })}>
        {t("export.cancel")}
      </SmallButton>
    );
  }
  // The dialog stays until it has left.
  if (one.state !== ExportState.READY && !isAsking) return null;
  return (
    <>
      <SmallButton tone="quiet" onClick={() => setAsking(true)}>
        {t("export.delete")}
      </SmallButton>
      <ConfirmDialog
        title={t("export.deleteTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={t("export.delete")}
        onConfirm={() => mutateAsync(request)}
      >
        <p>{t("export.deleteHint")}</p>
      </ConfirmDialog>
    </>
  );
}
