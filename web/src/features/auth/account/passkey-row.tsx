import { Fingerprint } from "lucide-react";
import type { Passkey } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { Row, Tag } from "../../../settings/rows.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { dateOf, fromNow } from "../../../settings/when.ts";
import { passkeyText as t } from "../../../text/passkeys.ts";

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly onRename: (passkey: Passkey) => void;
  readonly onRemove: (passkey: Passkey) => void;
}

export function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const { name, backedUp, suspected } = passkey;
  const used = dateOf(passkey.lastUsedAt);
  const usedText = used === undefined ? t("unused") : t("used", { when: fromNow(used) });
  return (
    <Row
      icon={<Fingerprint size={20} />}
      title={
        <>
          {name}
          {backedUp && <Tag>{t("backedUp")}</Tag>}
          {suspected && <Tag>{t("suspected")}</Tag>}
        </>
      }
      actions={
        <>
          <SmallButton aria-label={t("renameThis", { name })} onClick={() => onRename(passkey)}>
            {t("rename")}
          </SmallButton>
          <SmallButton aria-label={t("removeThis", { name })} onClick={() => onRemove(passkey)}>
            {t("remove")}
          </SmallButton>
        </>
      }
    >
      {suspected ? t("suspectedHint") : usedText}
    </Row>
  );
}
