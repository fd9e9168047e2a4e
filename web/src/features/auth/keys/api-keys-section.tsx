import { useQuery } from "@connectrpc/connect-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { type ApiKey, AuthService } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { dateOf, dayOf, fromNow } from "../../../settings/when.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";

/** The keys of programs that act in one's name. */
export function ApiKeysSection() {
  const query = useQuery(AuthService.method.listApiKeys, {});
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const create = (
    <SmallButton tone="primary" onClick={() => setCreating(true)}>
      <Plus size={16} aria-hidden />
      {t("keys.create")}
    </SmallButton>
  );
  return (
    <Section title={t("keys.title")} lead={t("keys.lead")}>
      <Group title={t("keys.yours")} action={create}>
        <Loaded query={query}>
          {({ apiKeys }) =>
            apiKeys.length === 0 ? (
              <EmptyState icon={<KeyRound size={24} />} title={t("keys.none")}>
                {t("keys.noneHint")}
              </EmptyState>
            ) : (
              <Rows label={t("keys.yours")}>
                {apiKeys.map((key) => (
                  <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Group>
      <CreateKeyDialog isOpen={isCreating} onClose={() => setCreating(false)} />
      <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />
    </Section>
  );
}

function KeyRow({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: () => void }) {
  const { name, scopes } = apiKey;
  const expires = dateOf(apiKey.expiresAt);
  const used = dateOf(apiKey.lastUsedAt);
  const notes = [
    expires && t("keys.expires", { day: dayOf(expires) }),
    used === undefined ? t("keys.unused") : t("keys.used", { when: fromNow(used) }),
  ];
  return (
    <Row
      icon={<KeyRound size={20} />}
      title={
        <>
          {name}
          <Tag>{t(scopes.includes("write") ? "keys.write" : "keys.read")}</Tag>
        </>
      }
      actions={
        <SmallButton aria-label={t("keys.revokeThis", { name })} onClick={onRevoke}>
          {t("keys.revoke")}
        </SmallButton>
      }
    >
      {notes.filter(Boolean).join(" · ")}
    </Row>
  );
}
