import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { type Retention, RetentionService } from "../../../../../gen/chatter/message/v1/retention_pb.js";
import { daysOf, wishOf } from "../../../retention/kept-time.ts";
import { PreviewNote } from "../../../retention/preview-note.tsx";
import { TimeFields } from "../../../retention/time-fields.tsx";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { keepingText as t } from "../../../text/keeping.ts";
import { settingsText } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { useSaveRetention } from "./use-save-retention.ts";

const { previewRetention } = RetentionService.method;

/** Nothing holds before it was said what it erases. */
export function RetentionForm({ retention }: { readonly retention: Retention }) {
  const [wish, setWish] = useState(wishOf(retention.days));
  const [channelsMayDiffer, setMayDiffer] = useState(retention.channelsMayDiffer);
  const [isAsking, setAsking] = useState(false);
  const { isBusy, run } = useAction();
  const days = daysOf(wish);
  const isWrong = days === "wrong" || days === undefined;
  const rule = { days: isWrong ? 0 : days, channelsMayDiffer };
  const { data: preview } = useQuery(previewRetention, rule, { enabled: !isWrong });
  const save = useSaveRetention();
  const isSame = rule.days === retention.days && channelsMayDiffer === retention.channelsMayDiffer;
  const mayErase = rule.days > 0 || preview === undefined || preview.messages > 0n;
  return (
    <form
      aria-label={t("retention.rule")}
      className="flex max-w-120 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong || isSame) return;
        if (mayErase) setAsking(true);
        else run(() => save(rule));
      }}
    >
      <TimeFields label={t("retention.keep")} wish={wish} onChange={setWish} />
      <Switch
        label={t("retention.differ")}
        description={t("retention.differHint")}
        isOn={channelsMayDiffer}
        onChange={setMayDiffer}
      />
      {!isWrong && <PreviewNote preview={preview} />}
      <Button
        type="submit"
        tone="primary"
        isBusy={isBusy}
        disabled={isWrong || isSame}
        className="self-start"
      >
        {settingsText("save")}
      </Button>
      <ConfirmDialog
        title={t("retention.confirmTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={t("retention.confirm")}
        onConfirm={() => save(rule)}
      >
        <PreviewNote preview={preview} />
        <p>{t("retention.confirmHint")}</p>
      </ConfirmDialog>
    </form>
  );
}
