import { skipToken, useQuery } from "@connectrpc/connect-query";
import { Monitor, Smartphone } from "lucide-react";
import type { Session } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import {
  type EndedSession,
  type ListAccountSessionsResponse,
  OversightService,
} from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { deviceOf } from "../../../settings/device.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import type { User } from "../../../store/people/user.ts";
import { adminText as t } from "../../../text/administration.ts";
import { settingsText } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { PersonName } from "../person-name.tsx";
import { useEndSessions } from "./use-end-sessions.ts";

interface DevicesDialogProps {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Where somebody else is signed in, and ending it. */
export function DevicesDialog({ user, isOpen, onClose }: DevicesDialogProps) {
  const { id: userId, name } = user;
  const query = useQuery(OversightService.method.listAccountSessions, isOpen ? { userId } : skipToken, {
    staleTime: 0,
  });
  const { isBusy, end } = useEndSessions(userId);
  const footer = (query.data?.sessions.length ?? 0) > 0 && (
    <Button tone="danger" isBusy={isBusy} onClick={() => end("")}>
      {t("devices.endAll")}
    </Button>
  );
  return (
    <Dialog
      title={t("devices.title", { name })}
      isOpen={isOpen}
      onClose={onClose}
      footer={footer || undefined}
    >
      <Loaded query={query}>{(answer) => <Devices answer={answer} user={user} />}</Loaded>
    </Dialog>
  );
}

interface DevicesProps {
  readonly answer: ListAccountSessionsResponse;
  readonly user: User;
}

function Devices({ answer: { sessions, ended }, user }: DevicesProps) {
  return (
    <div className="flex flex-col gap-6 pb-2">
      {sessions.length === 0 ? (
        <p className="text-ink2">{t("devices.noneHint", { name: user.name })}</p>
      ) : (
        <div className="flex flex-col gap-2">
          <Rows label={t("devices.title", { name: user.name })}>
            {sessions.map((session) => (
              <DeviceRow key={session.id} userId={user.id} session={session} />
            ))}
          </Rows>
          <p className="text-[13px] text-ink3">{t("devices.endAllHint")}</p>
        </div>
      )}
      {ended.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t("devices.endedEarlier")}</h3>
          <Rows label={t("devices.endedEarlier")}>
            {ended.map((session) => (
              <EndedRow
                key={`${session.endedAt?.seconds} ${session.endedAt?.nanos} ${session.userAgent}`}
                session={session}
              />
            ))}
          </Rows>
        </section>
      )}
    </div>
  );
}

interface DeviceRowProps {
  readonly userId: string;
  readonly session: Session;
}

function DeviceRow({ userId, session }: DeviceRowProps) {
  const { isBusy, end } = useEndSessions(userId);
  const device = nameOf(session.userAgent);
  return (
    <Row
      icon={deviceOf(session.userAgent).isPhone ? <Smartphone size={20} /> : <Monitor size={20} />}
      title={
        <>
          {device}
          {session.current && <Tag>{settingsText("sessions.current")}</Tag>}
        </>
      }
      actions={
        <SmallButton
          isBusy={isBusy}
          aria-label={settingsText("sessions.endThis", { device })}
          onClick={() => end(session.id)}
        >
          {settingsText("sessions.end")}
        </SmallButton>
      }
    >
      <Moment at={session.lastSeenAt} />
      {session.address === "" ? null : ` · ${session.address}`}
    </Row>
  );
}

function EndedRow({ session }: { readonly session: EndedSession }) {
  return (
    <Row title={nameOf(session.userAgent)}>
      <PersonName id={session.endedBy} /> · <Moment at={session.endedAt} />
      {session.address === "" ? null : ` · ${session.address}`}
    </Row>
  );
}

function nameOf(userAgent: string): string {
  const { browser, system } = deviceOf(userAgent);
  return [browser, system].filter(Boolean).join(" · ") || settingsText("sessions.unknownDevice");
}
