import { createConnectQueryKey, useMutation, useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { AuthService, type Session } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { deviceOf } from "../../../settings/device.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { methodText } from "../../../settings/sign-ins/sign-in-list.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { dateOf, fromNow } from "../../../settings/when.ts";
import { useClient } from "../../../store/client-context.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { signInText } from "../../../text/sign-ins.ts";
import { showToast } from "../../../ui/toast-store.ts";

const { listSessions, endSession } = AuthService.method;

/** Where one is signed in. */
export function SessionsGroup() {
  const query = useQuery(listSessions, {}, { select: ({ sessions }) => sessions.toSorted(thisOneFirst) });
  return (
    <Group title={t("sessions.title")} description={t("sessions.description")} action={<Ends />}>
      <Loaded query={query}>
        {(sessions) => (
          <Rows label={t("sessions.title")}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Group>
  );
}

function SessionRow({ session }: { readonly session: Session }) {
  const { id, userAgent, address, current } = session;
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(endSession, {
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: createConnectQueryKey({ schema: listSessions, cardinality: "finite" }),
      }),
    onError: (error) => showToast({ text: failureOf(error).text, tone: "danger" }),
  });
  const { browser, system, isPhone } = deviceOf(userAgent);
  const device = [browser, system].filter(Boolean).join(" · ") || t("sessions.unknownDevice");
  const seen = dateOf(session.lastSeenAt);
  const note = [
    seen && !current && t("sessions.seen", { when: fromNow(seen) }),
    address,
    methodText(session.method),
  ].filter(Boolean);
  return (
    <Row
      icon={isPhone ? <Smartphone size={20} /> : <Monitor size={20} />}
      title={
        <>
          {device}
          {current && <Tag>{t("sessions.current")}</Tag>}
        </>
      }
      actions={
        !current && (
          <SmallButton
            isBusy={isPending}
            aria-label={t("sessions.endThis", { device })}
            onClick={() => mutate({ sessionId: id })}
          >
            {t("sessions.end")}
          </SmallButton>
        )
      }
    >
      {note.join(" · ")}
    </Row>
  );
}

function Ends() {
  return (
    <span className="flex flex-wrap gap-2">
      <EndOthers />
      <EndAll />
    </span>
  );
}

function EndOthers() {
  const api = useSignInApi();
  const queries = useQueryClient();
  const { isBusy, run } = useAction();
  const endOthers = async () => {
    await api.endOtherSessions({});
    showToast({ text: signInText("endedOthers") });
    await queries.invalidateQueries({
      queryKey: createConnectQueryKey({ schema: listSessions, cardinality: "finite" }),
    });
  };
  return (
    <SmallButton isBusy={isBusy} onClick={() => run(endOthers)}>
      {signInText("endOthers")}
    </SmallButton>
  );
}

function EndAll() {
  const { session } = useClient();
  const navigate = useNavigate();
  const endAll = async () => {
    await session.logoutEverywhere();
    // Whoever signs in next did not ask for this page.
    await navigate({ to: "/login", replace: true });
  };
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton onClick={() => setOpen(true)}>{t("sessions.endAll")}</SmallButton>
      <ConfirmDialog
        title={t("sessions.endAllTitle")}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        action={t("sessions.endAll")}
        onConfirm={endAll}
      >
        <p>{t("sessions.endAllHint")}</p>
      </ConfirmDialog>
    </>
  );
}

function thisOneFirst(a: Session, b: Session): number {
  const seen = ({ lastSeenAt }: Session) => dateOf(lastSeenAt)?.getTime() ?? 0;
  return Number(b.current) - Number(a.current) || seen(b) - seen(a);
}
