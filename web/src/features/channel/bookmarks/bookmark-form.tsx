import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { safeHref } from "../../../markdown/safe-href.ts";
import type { Bookmark } from "../../../store/channels/channel.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { bookmarkText as t } from "../../../text/bookmark.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { DialogActions } from "../dialogs/dialog-actions.tsx";
import { closeDialog } from "../dialogs/dialogs.ts";

interface BookmarkFormProps {
  readonly channelId: string;
  /** Absent for a new one. */
  readonly bookmark: Bookmark | undefined;
}

/** Title, address and emoji of a bookmark. */
export function BookmarkForm({ channelId, bookmark }: BookmarkFormProps) {
  const { api } = useWorkspace();
  const { id, title = "", url = "", emoji = "" } = bookmark ?? {};
  const form = useForm<{ title: string; url: string; emoji: string }>({
    initial: { title, url, emoji },
    check: (wish) => ({
      title: wish.title.trim() === "" ? t("titleMissing") : undefined,
      url: addressOf(wish.url) === undefined ? t("urlWrong") : undefined,
    }),
    submit: async (wish) => {
      const values = { title: wish.title.trim(), url: addressOf(wish.url) ?? "", emoji: wish.emoji.trim() };
      // The channel as it is then comes in its log.
      await (id === undefined
        ? api.channels.addBookmark({ channelId, ...values })
        : api.channels.updateBookmark({ channelId, bookmarkId: id, ...values }));
      closeDialog();
    },
  });
  return (
    <Form
      label={t("title")}
      problem={form.failure?.text}
      onSubmit={form.onSubmit}
      className="flex-1"
      actions={
        <DialogActions>
          <Button type="submit" tone="primary" isBusy={form.isBusy}>
            {t("save")}
          </Button>
        </DialogActions>
      }
    >
      <TextField
        {...form.field("url")}
        label={t("url")}
        description={t("urlHint")}
        maxLength={2_000}
        inputMode="url"
        autoComplete="off"
        autoFocus
      />
      <TextField {...form.field("title")} label={t("name")} maxLength={80} autoComplete="off" />
      <TextField
        {...form.field("emoji")}
        label={t("emoji")}
        maxLength={16}
        autoComplete="off"
        required={false}
        className="max-w-40"
      />
    </Form>
  );
}

/** An address of the web, completed where somebody left out its beginning. */
function addressOf(text: string): string | undefined {
  const href = safeHref(text.trim());
  return href?.startsWith("http") === true ? href : undefined;
}
