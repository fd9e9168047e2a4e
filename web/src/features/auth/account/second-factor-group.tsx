import { createConnectQueryKey, useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { KeySquare } from "lucide-react";
import { useState } from "react";
import {
  type GetSecondFactorResponse,
  type NewApp,
  SignInService,
} from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { dateOf, dayOf } from "../../../settings/when.ts";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { AppSetUp } from "../second-factor/app-set-up.tsx";
import { RecoveryCodes } from "../second-factor/recovery-codes.tsx";
import { usePasskeys } from "./use-passkeys.ts";

const { getSecondFactor } = SignInService.method;

/** The codes of an app, and those for the day that it is lost. */
export function SecondFactorGroup() {
  const query = useQuery(getSecondFactor, {});
  const { run, isBusy, dialog } = useConfirmed();
  const [shown, setShown] = useState<NewApp | readonly string[]>();
  const [isRemoving, setRemoving] = useState(false);
  const changes = useChanges(setShown);
  return (
    <Group title={t("title")} description={t("description")}>
      <Loaded query={query}>
        {(own) => (
          <>
            <Due own={own} />
            <Rows label={t("title")}>
              <Row
                icon={<KeySquare size={20} />}
                title={t(own.totp ? "on" : "off")}
                actions={
                  own.totp ? (
                    <>
                      <SmallButton isBusy={isBusy} onClick={() => run(changes.renew)}>
                        {t("renew")}
                      </SmallButton>
                      <SmallButton onClick={() => setRemoving(true)}>{t("remove")}</SmallButton>
                    </>
                  ) : (
                    <SmallButton isBusy={isBusy} onClick={() => run(changes.begin)}>
                      {t("setUp")}
                    </SmallButton>
                  )
                }
              >
                {own.totp && leftText(own.recoveryCodesLeft)}
              </Row>
            </Rows>
          </>
        )}
      </Loaded>
      <SetUpDialog shown={shown} onCode={changes.confirm} onClose={() => setShown(undefined)} />
      <ConfirmDialog
        title={t("removeTitle")}
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        action={t("remove")}
        onConfirm={async () => run(changes.remove)}
      >
        <p>{t("removeHint")}</p>
      </ConfirmDialog>
      {dialog}
    </Group>
  );
}

function leftText(count: number): string {
  return count === 0 ? t("noneLeft") : t("left", { count });
}

/** Says so where the organisation asks for what is not there yet. */
function Due({ own }: { readonly own: GetSecondFactorResponse }) {
  const passkeys = usePasskeys().data?.passkeys ?? [];
  const from = dateOf(own.requiredFrom);
  if (from === undefined || own.totp || passkeys.length > 0) return null;
  return (
    <p role="status" className="rounded-lg bg-accent-soft px-3 py-2.5 text-sm">
      {t("due", { day: dayOf(from) })}
    </p>
  );
}

interface SetUpDialogProps {
  readonly shown: NewApp | readonly string[] | undefined;
  readonly onCode: (code: string) => Promise<void>;
  readonly onClose: () => void;
}

function SetUpDialog({ shown, onCode, onClose }: SetUpDialogProps) {
  const isCodes = shown !== undefined && !("$typeName" in shown);
  return (
    <Dialog title={t(isCodes ? "codes.title" : "setUpTitle")} isOpen={shown !== undefined} onClose={onClose}>
      {shown !== undefined &&
        ("$typeName" in shown ? (
          <AppSetUp app={shown} onCode={onCode} />
        ) : (
          <RecoveryCodes codes={shown} onDone={onClose} />
        ))}
    </Dialog>
  );
}

function useChanges(show: (shown: NewApp | readonly string[] | undefined) => void) {
  const api = useSignInApi();
  const queries = useQueryClient();
  const queryKey = createConnectQueryKey({ schema: getSecondFactor, cardinality: "finite" });
  const refresh = () => queries.invalidateQueries({ queryKey });
  return {
    async begin() {
      show((await api.beginTotp({})).app);
    },
    async confirm(code: string) {
      show((await api.confirmTotp({ code })).recoveryCodes);
      await refresh();
    },
    async renew() {
      show((await api.renewRecoveryCodes({})).recoveryCodes);
      await refresh();
    },
    async remove() {
      await api.removeTotp({});
      showToast({ text: t("removed") });
      await refresh();
    },
  };
}
