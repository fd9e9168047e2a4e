import { createConnectQueryKey, useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { useState } from "react";
import {
  type GetProviderLinkResponse,
  SignInService,
} from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { FormProblem } from "../../../forms/form.tsx";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { dateOf, fromNow } from "../../../settings/when.ts";
import { providerText as t } from "../../../text/provider.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { useProblem } from "../provider/problem.ts";

const { getProviderLink } = SignInService.method;

/** Whether the identity provider opens one's account; nothing where the server has none. */
export function ProviderGroup() {
  const problem = useProblem();
  const link = useQuery(getProviderLink, {}).data;
  if (link === undefined || link.providerName === "") return null;
  return (
    <Group title={t("title")} description={t("description", { name: link.providerName })}>
      <FormProblem text={problem} />
      <ProviderRow link={link} />
    </Group>
  );
}

function ProviderRow({ link }: { readonly link: GetProviderLinkResponse }) {
  const { providerName: name, linkedAt } = link;
  const [isRemoving, setRemoving] = useState(false);
  const { run, isBusy, dialog } = useConfirmed();
  const { begin, remove } = useChanges();
  const since = dateOf(linkedAt);
  const action =
    since === undefined ? (
      <SmallButton isBusy={isBusy} onClick={() => run(begin)}>
        {t("link")}
      </SmallButton>
    ) : (
      <SmallButton isBusy={isBusy} onClick={() => setRemoving(true)}>
        {t("remove")}
      </SmallButton>
    );
  return (
    <>
      <Rows label={t("title")}>
        <Row icon={<Building2 size={20} />} title={name} actions={action}>
          {since === undefined ? t("notLinkedHint", { name }) : t("linkedSince", { when: fromNow(since) })}
        </Row>
      </Rows>
      <ConfirmDialog
        title={t("removeTitle", { name })}
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        action={t("remove")}
        onConfirm={async () => run(remove)}
      >
        <p>{t("removeHint")}</p>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

function useChanges() {
  const api = useSignInApi();
  const queries = useQueryClient();
  return {
    async begin() {
      const { url } = await api.beginProviderLink({});
      window.location.assign(url);
    },
    async remove() {
      await api.removeProviderLink({});
      showToast({ text: t("removed") });
      const queryKey = createConnectQueryKey({ schema: getProviderLink, cardinality: "finite" });
      await queries.invalidateQueries({ queryKey });
    },
  };
}
