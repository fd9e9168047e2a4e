import { Form } from "../../../forms/form.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useAction } from "../../../settings/use-action.ts";
import { fromNow } from "../../../settings/when.ts";
import type { UserStatus } from "../../../store/people/user.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { EmojiButton } from "./emoji-button.tsx";
import { endOf, type Stay } from "./status-expiry.ts";
import { SuggestionChips } from "./suggestion-chips.tsx";
import { useStatus } from "./use-status.ts";

interface StatusFormProps {
  readonly status: UserStatus | undefined;
  readonly autoFocus?: boolean;
  /** It was set or cleared. */
  readonly onDone?: () => void;
}

interface StatusWish extends Record<string, string> {
  readonly emoji: string;
  readonly text: string;
  readonly stay: Stay;
}

const untouched: StatusWish = { emoji: "", text: "", stay: "always" };
const stays = ["always", "30m", "1h", "4h", "today", "week"] as const;

/** What one is doing, for how long. */
export function StatusForm({ status, autoFocus = false, onDone = () => {} }: StatusFormProps) {
  const setStatus = useStatus();
  const form = useForm<StatusWish>({
    initial: wishOf(status),
    submit: async ({ emoji, text, stay }) => {
      const end = stay === "keep" ? status?.expiresAt : endOf(stay, new Date())?.getTime();
      await setStatus({ emoji, text: text.trim(), expiresAt: end });
      onDone();
    },
  });
  const clearing = useAction();
  const clear = async () => {
    await setStatus(undefined);
    form.change(untouched);
    onDone();
  };
  const { emoji, text, stay } = form.values;
  const isEmpty = emoji === "" && text.trim() === "";
  const actions = (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" tone="primary" isBusy={form.isBusy} disabled={isEmpty}>
        {t("status.set")}
      </Button>
      {status !== undefined && (
        <Button isBusy={clearing.isBusy} onClick={() => clearing.run(clear)}>
          {t("status.clear")}
        </Button>
      )}
    </div>
  );
  return (
    <Form label={t("status.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={actions}>
      <div className="flex items-end gap-2">
        <EmojiButton emoji={emoji} onPick={(picked) => form.change({ emoji: picked })} />
        <TextField
          {...form.field("text")}
          label={t("status.text")}
          placeholder={t("status.example")}
          maxLength={100}
          autoComplete="off"
          autoFocus={autoFocus}
          className="min-w-0 flex-1"
        />
      </div>
      {isEmpty && <SuggestionChips onChoose={(chosen) => form.change({ ...chosen })} />}
      <SelectField
        label={t("status.stay")}
        value={stay}
        options={stayOptions(status)}
        onChoose={(chosen) => form.change({ stay: chosen })}
        className="max-w-72"
      />
    </Form>
  );
}

function wishOf(status: UserStatus | undefined): StatusWish {
  if (status === undefined) return untouched;
  const { emoji, text, expiresAt } = status;
  return { emoji, text, stay: expiresAt === undefined ? "always" : "keep" };
}

function stayOptions(status: UserStatus | undefined): readonly { value: Stay; label: string }[] {
  const options = stays.map((stay) => ({ value: stay, label: t(`status.stay.${stay}`) }));
  if (status?.expiresAt === undefined) return options;
  return [
    { value: "keep", label: t("status.ends", { when: fromNow(new Date(status.expiresAt)) }) },
    ...options,
  ];
}
