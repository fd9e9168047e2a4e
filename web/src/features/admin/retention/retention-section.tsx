import { useQuery } from "@connectrpc/connect-query";
import { type Retention, RetentionService } from "../../../../../gen/chatter/message/v1/retention_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { dateOf, dayOf } from "../../../settings/when.ts";
import { useUser } from "../../../store/hooks.ts";
import { keepingText as t } from "../../../text/keeping.ts";
import { RetentionForm } from "./retention-form.tsx";

/** Where those who manage the organisation decide how long messages are kept. */
export function RetentionSection() {
  const query = useQuery(RetentionService.method.getRetention);
  return (
    <Section title={t("retention.title")} lead={t("retention.lead")}>
      <Group title={t("retention.rule")} description={t("retention.ruleHint")}>
        <Loaded query={query}>
          {({ retention }) =>
            retention !== undefined && (
              <>
                <RetentionForm
                  key={`${retention.days} ${retention.channelsMayDiffer}`}
                  retention={retention}
                />
                <p className="text-[13px] text-ink3">
                  {t("retention.when")} <Change retention={retention} />
                </p>
              </>
            )
          }
        </Loaded>
      </Group>
    </Section>
  );
}

function Change({ retention: { changedBy, changedAt } }: { readonly retention: Retention }) {
  const who = useUser(changedBy)?.name;
  const at = dateOf(changedAt);
  return at === undefined || who === undefined ? null : t("retention.changed", { who, day: dayOf(at) });
}
