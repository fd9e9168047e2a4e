import { Database, KeyRound, type LucideIcon, Mail, RadioTower, ShieldCheck, Workflow } from "lucide-react";
import { type Engine, EngineHealth, EngineTask } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";

const tasks = {
  [EngineTask.DATABASE]: { icon: Database, name: "engines.database" },
  [EngineTask.SIGNALS]: { icon: RadioTower, name: "engines.signals" },
  [EngineTask.RIGHTS]: { icon: ShieldCheck, name: "engines.rights" },
  [EngineTask.WORKFLOWS]: { icon: Workflow, name: "engines.workflows" },
  [EngineTask.SECRETS]: { icon: KeyRound, name: "engines.secrets" },
  [EngineTask.MAIL]: { icon: Mail, name: "engines.mail" },
} as const satisfies Partial<Record<EngineTask, { icon: LucideIcon; name: string }>>;

/** What the program stands on, and whether it answers. */
export function EnginesGroup({ engines }: { readonly engines: readonly Engine[] }) {
  return (
    <Group title={t("engines.title")} description={t("engines.description")}>
      <Rows label={t("engines.title")}>
        {engines.map((engine) => (
          <EngineRow key={engine.task} engine={engine} />
        ))}
      </Rows>
    </Group>
  );
}

function EngineRow({ engine }: { readonly engine: Engine }) {
  // A newer server may know tasks that this client does not.
  if (engine.task === EngineTask.UNSPECIFIED || !(engine.task in tasks)) return null;
  const { icon: Icon, name } = tasks[engine.task];
  return (
    <Row icon={<Icon size={20} />} title={t(name)} actions={<Health engine={engine} />}>
      {productText(engine)}
    </Row>
  );
}

function productText({ product, version, embedded }: Engine): string {
  if (product === "") return t("engines.itself");
  const named = [product, version].filter(Boolean).join(" ");
  return embedded ? t("engines.embedded", { product: named }) : named;
}

/** Nothing about what the program does itself: while it answers, that works. */
function Health({ engine: { health, product } }: { readonly engine: Engine }) {
  if (health === EngineHealth.UP) return <Tag>{t("engines.up")}</Tag>;
  if (health === EngineHealth.DOWN) return <Tag tone="danger">{t("engines.down")}</Tag>;
  return product === "" ? null : <Tag tone="quiet">{t("engines.unknown")}</Tag>;
}
