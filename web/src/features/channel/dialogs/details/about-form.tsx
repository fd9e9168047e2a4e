import { Form } from "../../../../forms/form.tsx";
import { useForm } from "../../../../forms/use-form.ts";
import { useWorkspace } from "../../../../store/client-context.tsx";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Button } from "../../../../ui/button.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { showToast } from "../../../../ui/toast-store.ts";
import { problemOf } from "../channel-name.ts";
import { ChannelNameField } from "../channel-name-field.tsx";
import type { KnownChannel } from "../use-known-channel.ts";
import { type About, type AboutField, aboutOf, changesIn } from "./about.ts";
import { DescriptionField } from "./description-field.tsx";

interface AboutFormProps {
  readonly known: KnownChannel;
  readonly fields: readonly AboutField[];
}

/** Name, topic and description, for those who may change them. */
export function AboutForm({ known: { channel }, fields }: AboutFormProps) {
  const { api } = useWorkspace();
  const form = useForm<About>({
    initial: aboutOf(channel),
    check: ({ name }) => {
      const problem = problemOf(name);
      return { name: problem && t(`name.${problem}`) };
    },
    blame: { NAME_TAKEN: "name" },
    submit: async (about) => {
      await api.channels.updateChannel({ channelId: channel.id, ...changesIn(about, channel) });
      showToast({ text: t("about.saved") });
    },
  });
  const hasChanged = Object.keys(changesIn(form.values, channel)).length > 0;
  return (
    <Form
      label={t("about.title")}
      problem={form.failure?.text}
      onSubmit={form.onSubmit}
      actions={
        <Button type="submit" tone="primary" isBusy={form.isBusy} disabled={!hasChanged} className="self-end">
          {t("about.save")}
        </Button>
      }
    >
      {fields.includes("name") && <ChannelNameField {...form.field("name")} />}
      <TextField {...form.field("topic")} label={t("topic.label")} maxLength={250} autoComplete="off" />
      {fields.includes("description") && <DescriptionField {...form.field("description")} />}
    </Form>
  );
}
