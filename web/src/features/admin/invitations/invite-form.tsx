import { Form } from "../../../forms/form.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useClient } from "../../../store/client-context.tsx";
import { useSession } from "../../../store/hooks.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { grantableRoles, roleText } from "../roles.ts";
import {
  daysChoices,
  type InvitationWish,
  invitationLink,
  invitationRequest,
  untouchedWish,
  usesChoices,
} from "./invitation-wish.ts";
import { refreshInvitations } from "./use-invitations.ts";

interface InviteFormProps {
  readonly onCreated: (link: string) => void;
  readonly onCancel: () => void;
}

export function InviteForm({ onCreated, onCancel }: InviteFormProps) {
  const { api } = useClient();
  const form = useForm<InvitationWish>({
    initial: untouchedWish,
    blame: { EMAIL_MALFORMED: "email", ROLE_NOT_YOURS_TO_GRANT: "role" },
    submit: async (wish) => {
      const { token } = await api.auth.createInvitation(invitationRequest(wish, new Date()));
      onCreated(invitationLink(token));
      await refreshInvitations();
    },
  });
  const { role, email, uses, days } = form.values;
  const actions = (
    <div className="flex justify-end gap-2 pb-2">
      <Button onClick={onCancel}>{common("ui.cancel")}</Button>
      <Button type="submit" tone="primary" isBusy={form.isBusy}>
        {t("invite.create")}
      </Button>
    </div>
  );
  return (
    <Form label={t("invite.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={actions}>
      <RoleField role={role} onChoose={(chosen) => form.change({ role: chosen })} />
      <TextField
        {...form.field("email")}
        label={t("invite.email")}
        description={t("invite.emailHint")}
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        required={false}
      />
      <div className="grid grid-cols-1 gap-4 pane:grid-cols-2">
        <SelectField
          label={t("invite.uses")}
          value={email.trim() === "" ? uses : "1"}
          disabled={email.trim() !== ""}
          options={usesChoices.map((value) => ({
            value,
            label: t("invite.people", { count: Number(value) }),
          }))}
          onChoose={(chosen) => form.change({ uses: chosen })}
        />
        <SelectField
          label={t("invite.expires")}
          value={days}
          options={daysChoices.map((value) => ({
            value,
            label: t("invite.inDays", { count: Number(value) }),
          }))}
          onChoose={(chosen) => form.change({ days: chosen })}
        />
      </div>
    </Form>
  );
}

interface RoleFieldProps {
  readonly role: InvitationWish["role"];
  readonly onChoose: (role: InvitationWish["role"]) => void;
}

/** Owners are made, not invited. */
function RoleField({ role, onChoose }: RoleFieldProps) {
  const session = useSession();
  const own = session.phase === "signed-in" ? session.account.role : "guest";
  const options = grantableRoles(own)
    .filter((name) => name !== "owner")
    .map((name) => ({ value: name, label: roleText(name) }));
  return (
    <SelectField
      label={t("invite.role")}
      description={t(`role.${role}.hint`)}
      value={role}
      options={options}
      onChoose={onChoose}
    />
  );
}
