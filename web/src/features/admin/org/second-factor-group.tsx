import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { createConnectQueryKey, useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { SignInService } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { SelectField } from "../../../forms/select-field.tsx";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { Group } from "../../../settings/section.tsx";
import { dateOf, dayOf } from "../../../settings/when.ts";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { Button } from "../../../ui/button.tsx";
import { showToast } from "../../../ui/toast-store.ts";

const { getSecondFactor } = SignInService.method;
const choices = ["never", "now", "7", "30"] as const;
type Choice = (typeof choices)[number];
const DAY_MS = 86_400_000;

/** Whether everybody needs a second step, and from when on. */
export function SecondFactorGroup() {
  const query = useQuery(getSecondFactor, {});
  const api = useSignInApi();
  const queries = useQueryClient();
  const { run, isBusy, dialog } = useConfirmed();
  const [choice, setChoice] = useState<Choice>("now");
  const save = async () => {
    const from = startOf(choice, new Date());
    await api.requireSecondFactor(from === undefined ? {} : { from: timestampFromDate(from) });
    showToast({ text: t("org.saved") });
    const queryKey = createConnectQueryKey({ schema: getSecondFactor, cardinality: "finite" });
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Group title={t("org.title")} description={t("org.description")}>
      <Loaded query={query}>
        {({ requiredFrom }) => (
          <div className="flex max-w-96 flex-col gap-4">
            <p role="status" className="font-medium">
              {stateText(dateOf(requiredFrom), new Date())}
            </p>
            <SelectField
              label={t("org.label")}
              value={choice}
              onChoose={setChoice}
              options={choices.map((value) => ({ value, label: t(`org.choice.${value}`) }))}
            />
            <Button isBusy={isBusy} onClick={() => run(save)} className="self-start">
              {t("org.save")}
            </Button>
          </div>
        )}
      </Loaded>
      {dialog}
    </Group>
  );
}

function startOf(choice: Choice, now: Date): Date | undefined {
  if (choice === "never") return undefined;
  return choice === "now" ? now : new Date(now.getTime() + Number(choice) * DAY_MS);
}

function stateText(from: Date | undefined, now: Date): string {
  if (from === undefined) return t("org.never");
  return from <= now ? t("org.now") : t("org.from", { day: dayOf(from) });
}
