import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { ChartColumnBig } from "lucide-react";
import { type FormEvent, useState } from "react";
import { encodeMentions } from "../../../composer/mentions.ts";
import { useAction } from "../../../settings/use-action.ts";
import { cardText as t } from "../../../text/cards.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { usePolls } from "../cards/use-votes.ts";
import { useMentionDirectory } from "./use-mention-directory.ts";

export interface StartPollProps {
  readonly channelId: string;
  readonly threadRootId: string | undefined;
  /** What was written so far. */
  readonly draft: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPosted: () => void;
}

/** Among the tools of the composer: asks everybody something and lets them vote. */
export function StartPoll({ isOpen, onOpenChange, ...props }: StartPollProps) {
  const close = () => onOpenChange(false);
  return (
    <>
      <IconButton
        label={t("poll.start")}
        icon={<ChartColumnBig size={18} />}
        onClick={() => onOpenChange(true)}
      />
      <Dialog title={t("poll.start")} isOpen={isOpen} onClose={close}>
        {isOpen && <PollForm {...props} onDone={close} />}
      </Dialog>
    </>
  );
}

type PollFormProps = Omit<StartPollProps, "isOpen" | "onOpenChange"> & { readonly onDone: () => void };

const MOST_OPTIONS = 20;

function PollForm({ channelId, threadRootId, draft, onPosted, onDone }: PollFormProps) {
  const polls = usePolls();
  const directory = useMentionDirectory();
  const { isBusy, run } = useAction();
  // The same in every retry, so that it is one poll.
  const [clientId] = useState(() => crypto.randomUUID());
  const [question, setQuestion] = useState(draft.replace(/^\/poll\s*/, ""));
  const [options, setOptions] = useState<readonly string[]>(["", ""]);
  const [rules, setRules] = useState({ multiple: false, anonymous: false, open: false });
  const [closes, setCloses] = useState("");
  const said = [...new Set(options.map((option) => option.trim()))].filter((option) => option !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await polls.startPoll({
        ...{ channelId, clientId, options: said, ...rules },
        threadRootId: threadRootId ?? "",
        question: encodeMentions(question.trim(), directory),
        ...(closes !== "" && { closesAt: timestampFromMs(new Date(closes).getTime()) }),
      });
      onPosted();
      onDone();
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 pb-3">
      <TextField
        label={t("poll.question")}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        autoFocus
        required
      />
      <OptionFields options={options} onChange={setOptions} />
      <RuleSwitches rules={rules} onChange={setRules} />
      <TextField
        label={t("poll.closesAt")}
        type="datetime-local"
        value={closes}
        onChange={(event) => setCloses(event.target.value)}
      />
      <Button
        type="submit"
        tone="primary"
        isBusy={isBusy}
        disabled={question.trim() === "" || said.length < 2}
        className="self-end"
      >
        {t("poll.post")}
      </Button>
    </form>
  );
}

interface OptionFieldsProps {
  readonly options: readonly string[];
  readonly onChange: (options: readonly string[]) => void;
}

/** There is always an empty one left to write into. */
function OptionFields({ options, onChange }: OptionFieldsProps) {
  const write = (place: number, text: string) => {
    const next = options.with(place, text);
    const isFull = next.every((option) => option.trim() !== "") && next.length < MOST_OPTIONS;
    onChange(isFull ? [...next, ""] : next);
  };
  return options.map((option, place) => (
    <TextField
      // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name than their place
      key={place}
      label={t("poll.option", { number: place + 1 })}
      value={option}
      maxLength={200}
      onChange={(event) => write(place, event.target.value)}
    />
  ));
}

interface Rules {
  readonly multiple: boolean;
  readonly anonymous: boolean;
  readonly open: boolean;
}

function RuleSwitches({
  rules,
  onChange,
}: {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}) {
  return (
    <div>
      <Switch
        label={t("poll.allowMultiple")}
        isOn={rules.multiple}
        onChange={(multiple) => onChange({ ...rules, multiple })}
      />
      <Switch
        label={t("poll.allowAnonymous")}
        description={t("poll.anonymousHint")}
        isOn={rules.anonymous}
        onChange={(anonymous) => onChange({ ...rules, anonymous })}
      />
      <Switch
        label={t("poll.allowOpen")}
        isOn={rules.open}
        onChange={(open) => onChange({ ...rules, open })}
      />
    </div>
  );
}
