import { useQuery } from "@connectrpc/connect-query";
import { Fingerprint, Plus } from "lucide-react";
import { useState } from "react";
import { AuthService } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import type { Passkey } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { canUsePasskeys, makePasskey } from "../../../passkeys/device.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { passkeyText as t } from "../../../text/passkeys.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { nameOfThisDevice } from "../passkeys/this-device.ts";
import { PasskeyRow } from "./passkey-row.tsx";
import { RemovePasskeyDialog } from "./remove-passkey-dialog.tsx";
import { RenamePasskeyDialog } from "./rename-passkey-dialog.tsx";
import { usePasskeys, useRefreshPasskeys } from "./use-passkeys.ts";

/** The passkeys that open one's account. */
export function PasskeysGroup() {
  const query = usePasskeys();
  const { run, isBusy, dialog } = useConfirmed();
  const [renaming, setRenaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  const { add, remove } = useChanges();
  const origin = useQuery(AuthService.method.getSetup, {}).data?.passkeyOrigin ?? "";
  const button = canUsePasskeys(origin) && (
    <SmallButton isBusy={isBusy} onClick={() => run(add)}>
      <Plus size={16} aria-hidden />
      {t("add")}
    </SmallButton>
  );
  return (
    <Group title={t("title")} description={t("description")} action={button}>
      <Loaded query={query}>
        {({ passkeys }) => (
          <PasskeyList passkeys={passkeys} origin={origin} onRename={setRenaming} onRemove={setRemoving} />
        )}
      </Loaded>
      <RenamePasskeyDialog passkey={renaming} onClose={() => setRenaming(undefined)} />
      <RemovePasskeyDialog
        passkey={removing}
        onClose={() => setRemoving(undefined)}
        onRemove={({ id }) => run(() => remove(id))}
      />
      {dialog}
    </Group>
  );
}

interface PasskeyListProps {
  readonly passkeys: readonly Passkey[];
  readonly origin: string;
  readonly onRename: (passkey: Passkey) => void;
  readonly onRemove: (passkey: Passkey) => void;
}

function PasskeyList({ passkeys, origin, onRename, onRemove }: PasskeyListProps) {
  if (passkeys.length === 0) {
    return (
      <EmptyState icon={<Fingerprint size={24} />} title={t("none")}>
        {hintFor(origin)}
      </EmptyState>
    );
  }
  return (
    <Rows label={t("title")}>
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onRename={onRename} onRemove={onRemove} />
      ))}
    </Rows>
  );
}

function hintFor(origin: string): string {
  if (canUsePasskeys(origin)) return t("noneHint");
  if (origin === "") return t("unavailable");
  return origin === window.location.origin ? t("unable") : t("elsewhere", { origin });
}

function useChanges() {
  const api = useSignInApi();
  const refresh = useRefreshPasskeys();
  return {
    async add() {
      const { options } = await api.beginPasskeyAddition({});
      await api.addPasskey({ answer: await makePasskey(options), name: nameOfThisDevice() });
      showToast({ text: t("added") });
      await refresh();
    },
    async remove(passkeyId: string) {
      await api.removePasskey({ passkeyId });
      await refresh();
    },
  };
}
