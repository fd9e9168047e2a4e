import type { Channel } from "../../../../store/channels/channel.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import type { AboutField } from "./about.ts";

interface AboutTextProps {
  readonly channel: Channel;
  /** What stands in a form, and so not here. */
  readonly except: readonly AboutField[];
}

/** Topic and description, for those who may only read them. */
export function AboutText({ channel, except }: AboutTextProps) {
  const { topic, description } = channel;
  const texts = [
    { field: "topic", label: t("topic.label"), text: topic },
    { field: "description", label: t("about.description"), text: description },
  ] as const;
  const shown = texts.filter(({ field, text }) => text !== "" && !except.includes(field));
  if (shown.length === 0) return null;
  return (
    <dl className="flex flex-col gap-3">
      {shown.map(({ field, label, text }) => (
        <div key={field}>
          <dt className="text-sm font-semibold">{label}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere text-ink2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
