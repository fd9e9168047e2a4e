import { Form } from "../../../forms/form.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { User } from "../../../store/people/user.ts";
import { reasonText } from "../../../text/reasons.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { deviceTimezone, timezoneOptions } from "./timezones.ts";

const handlePattern = /^[a-z0-9][a-z0-9._-]{1,31}$/;

const blame = {
  NAME_EMPTY: "name",
  HANDLE_MALFORMED: "handle",
  HANDLE_RESERVED: "handle",
  HANDLE_TAKEN: "handle",
  TIMEZONE_UNKNOWN: "timezone",
} as const;

export function ProfileForm({ user }: { readonly user: User }) {
  const form = useProfileForm(user);
  const submit = (
    <Button type="submit" tone="primary" isBusy={form.isBusy} className="self-start">
      {t("save")}
    </Button>
  );
  return (
    <Form label={t("profile.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={submit}>
      <div className="grid grid-cols-1 gap-4 pane:grid-cols-2">
        <TextField
          {...form.field("name")}
          label={t("profile.name")}
          autoComplete="name"
          maxLength={80}
          required
        />
        <TextField
          {...form.field("handle")}
          label={t("profile.handle")}
          description={t("profile.handleHint", { handle: handleOf(form.values.handle) })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          required
        />
        <TextField
          {...form.field("title")}
          label={t("profile.jobTitle")}
          placeholder={t("profile.jobTitleExample")}
          autoComplete="organization-title"
          maxLength={100}
          required={false}
        />
        <SelectField
          label={t("profile.timezone")}
          value={form.values.timezone}
          options={timezoneOptions(form.values.timezone)}
          onChoose={(timezone) => form.change({ timezone })}
        />
      </div>
    </Form>
  );
}

function useProfileForm({ name, handle, title, timezone }: User) {
  const { api, people } = useWorkspace();
  const form = useForm({
    initial: { name, handle, title, timezone: timezone || deviceTimezone() },
    check: (wish) => ({
      name: wish.name.trim() === "" ? reasonText("NAME_EMPTY") : undefined,
      handle: handlePattern.test(handleOf(wish.handle)) ? undefined : reasonText("HANDLE_MALFORMED"),
    }),
    blame,
    submit: async (wish) => {
      const { user } = await api.users.updateProfile({
        name: wish.name.trim(),
        handle: handleOf(wish.handle),
        title: wish.title.trim(),
        timezone: wish.timezone,
      });
      if (user !== undefined) people.changed([user]);
      form.change({ handle: handleOf(wish.handle) });
      showToast({ text: t("profile.saved") });
    },
  });
  return form;
}

/** People write their handle as it is written in messages. */
function handleOf(text: string): string {
  return text.trim().replace(/^@/, "").toLowerCase();
}
