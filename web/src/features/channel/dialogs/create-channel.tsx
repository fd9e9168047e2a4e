import { ChannelKind } from "../../../../../gen/chatter/channel/v1/channel_pb.js";
import { ChoiceCards } from "../../../forms/choice-cards.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { dialogText as t } from "../../../text/en-dialogs.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { problemOf } from "./channel-name.ts";
import { ChannelNameField } from "./channel-name-field.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import { useOpenChannel } from "./use-open-channel.ts";

/** Makes a channel and goes there. */
export function CreateChannel() {
  const { api } = useWorkspace();
  const openChannel = useOpenChannel();
  const form = useForm<{ kind: string; name: string; topic: string }>({
    initial: { kind: "public", name: "", topic: "" },
    check: ({ name }) => {
      const problem = problemOf(name);
      return { name: problem && t(`name.${problem}`) };
    },
    blame: { NAME_TAKEN: "name" },
    submit: async ({ kind, name, topic }) => {
      const created = await api.channels.createChannel({
        kind: kind === "private" ? ChannelKind.PRIVATE : ChannelKind.PUBLIC,
        name,
        topic: topic.trim(),
      });
      await openChannel(created);
    },
  });
  return (
    <Form
      label={t("create-channel.title")}
      problem={form.failure?.text}
      onSubmit={form.onSubmit}
      className="flex-1"
      actions={
        <DialogActions>
          <Button type="submit" tone="primary" isBusy={form.isBusy}>
            {t("create.submit")}
          </Button>
        </DialogActions>
      }
    >
      <ChannelNameField {...form.field("name")} hint={t("name.hint")} autoFocus />
      <ChoiceCards
        label={t("create.kind")}
        choices={[
          { value: "public", label: t("create.public"), description: t("create.publicHint") },
          { value: "private", label: t("create.private"), description: t("create.privateHint") },
        ]}
        value={form.values.kind}
        onChoose={(kind) => form.change({ kind })}
      />
      <TextField
        {...form.field("topic")}
        label={t("topic.label")}
        description={t("topic.hint")}
        maxLength={250}
        autoComplete="off"
        required={false}
      />
    </Form>
  );
}
