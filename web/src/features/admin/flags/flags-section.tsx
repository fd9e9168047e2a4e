import { useQuery } from "@connectrpc/connect-query";
import { AdminService, type Flag, type FlagChange } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { flagsText as t } from "../../../text/flags.ts";
import { PersonName } from "../person-name.tsx";
import { FlagForm } from "./flag-form.tsx";
import { flagInWords } from "./flag-name.ts";
import { shareText } from "./rollout.ts";

/** What is done one way for some people and another way for others, and for whom. */
export function FlagsSection() {
  const query = useQuery(AdminService.method.listFlags);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Loaded query={query}>
        {({ flags }) => flags.map((flag) => <FlagGroup key={flag.name} flag={flag} />)}
      </Loaded>
    </Section>
  );
}

function FlagGroup({ flag }: { readonly flag: Flag }) {
  const { title, hint } = flagInWords(flag);
  const [latest] = flag.changes;
  return (
    <Group title={title} description={hint}>
      <FlagForm key={String(latest?.changedAt?.seconds)} flag={flag} />
      <section aria-label={t("history")} className="flex flex-col gap-2">
        <h3 className="text-sm font-semibold">{t("history")}</h3>
        {latest === undefined ? (
          <p className="text-sm text-ink3">{t("none")}</p>
        ) : (
          <>
            <Rows label={t("history")}>
              {flag.changes.map((change) => (
                <ChangeRow key={`${change.changedAt?.seconds} ${change.changedAt?.nanos}`} change={change} />
              ))}
            </Rows>
            <p className="text-[13px] text-ink3">{t("historyHint")}</p>
          </>
        )}
      </section>
    </Group>
  );
}

function ChangeRow({ change: { rollout, changedBy, changedAt } }: { readonly change: FlagChange }) {
  const named = (rollout?.onUserIds.length ?? 0) + (rollout?.offUserIds.length ?? 0);
  return (
    <Row title={shareText(rollout?.percent ?? 0)}>
      <span className="flex flex-wrap gap-x-3">
        {named > 0 && <span>{t("named", { count: named })}</span>}
        <PersonName id={changedBy} />
        <Moment at={changedAt} />
      </span>
    </Row>
  );
}
