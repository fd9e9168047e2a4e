import { useQuery } from "@tanstack/react-query";
import { queryClient } from "../../../api/query.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Section } from "../../../settings/section.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { reasonText } from "../../../text/reasons.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { PreviewGroup } from "./preview-group.tsx";
import { SecondFactorGroup } from "./second-factor-group.tsx";

const queryKey = ["org"];

/** What the organisation is called. */
export function OrgSection() {
  const { api } = useClient();
  const query = useQuery({ queryKey, queryFn: async () => (await api.users.getOrg({})).org?.name ?? "" });
  return (
    <Section title={t("org.title")} lead={t("org.lead")}>
      <Loaded query={query}>{(name) => <OrgForm key={name} name={name} />}</Loaded>
      <SecondFactorGroup />
      <PreviewGroup />
    </Section>
  );
}

function OrgForm({ name }: { readonly name: string }) {
  const { api } = useClient();
  const form = useForm({
    initial: { name },
    check: (wish) => ({ name: wish.name.trim() === "" ? reasonText("ORG_NAME_REQUIRED") : undefined }),
    blame: { NAME_EMPTY: "name" },
    submit: async (wish) => {
      const { org } = await api.users.updateOrg({ name: wish.name.trim() });
      queryClient.setQueryData(queryKey, org?.name ?? "");
      showToast({ text: t("org.saved") });
    },
  });
  const submit = (
    <Button type="submit" tone="primary" isBusy={form.isBusy} className="self-start">
      {t("save")}
    </Button>
  );
  return (
    <Form
      label={t("org.title")}
      problem={form.failure?.text}
      onSubmit={form.onSubmit}
      actions={submit}
      className="max-w-96"
    >
      <TextField
        {...form.field("name")}
        label={t("org.name")}
        maxLength={80}
        autoComplete="organization"
        required
      />
    </Form>
  );
}
