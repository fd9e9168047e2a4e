import { createConnectQueryKey, useMutation, useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import {
  type ChannelRetention,
  RetentionService,
} from "../../../../../../gen/chatter/message/v1/retention_pb.js";
import { failureOf } from "../../../../api/failure.ts";
import { queryClient } from "../../../../api/query.tsx";
import { Form } from "../../../../forms/form.tsx";
import { daysOf, FOLLOW, wishOf } from "../../../../retention/kept-time.ts";
import { PreviewNote } from "../../../../retention/preview-note.tsx";
import { TimeFields } from "../../../../retention/time-fields.tsx";
import { keepingText as t } from "../../../../text/keeping.ts";
import { Button } from "../../../../ui/button.tsx";

interface KeptFormProps {
  readonly channelId: string;
  readonly retention: ChannelRetention;
}

const { getChannelRetention, previewChannelRetention, setChannelRetention } = RetentionService.method;

/** What it erases is said beside the choice, before it holds. */
export function KeptForm({ channelId, retention }: KeptFormProps) {
  const [wish, setWish] = useState(wishOf(retention.ownDays));
  const days = daysOf(wish);
  const isWrong = days === "wrong";
  const request = { channelId, ...(!isWrong && days !== undefined && { days }) };
  const { data: preview } = useQuery(previewChannelRetention, request, { enabled: !isWrong });
  const { mutate, isPending, error } = useMutation(setChannelRetention, {
    onSuccess: () => {
      const queryKey = createConnectQueryKey({ schema: getChannelRetention, cardinality: "finite" });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
  const isSame = days === retention.ownDays;
  return (
    <Form
      label={t("retention.inChannel")}
      problem={error === null ? undefined : failureOf(error).text}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && !isSame) mutate(request);
      }}
      actions={
        <Button type="submit" isBusy={isPending} disabled={isWrong || isSame} className="self-start">
          {t("retention.save")}
        </Button>
      }
    >
      <TimeFields
        label={t("retention.keep")}
        wish={wish}
        onChange={setWish}
        first={{ value: FOLLOW, label: t("retention.follow") }}
      />
      {!isWrong && !isSame && <PreviewNote preview={preview} />}
    </Form>
  );
}
