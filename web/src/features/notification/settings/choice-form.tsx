import { useMutation } from "@connectrpc/connect-query";
import { type FormEvent, useState } from "react";
import {
  type NotificationSettings,
  NotificationSettingsService,
} from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { SelectField } from "../../../forms/select-field.tsx";
import { Group } from "../../../settings/section.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { inboxText } from "../../../text/inbox.ts";
import { Button } from "../../../ui/button.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { type Hours, hoursOf, nameOfDay, scheduleOf, WEEK } from "./hours.ts";
import { levelOf, nameOf, personLevels } from "./levels.ts";

/** What one chose, to be changed and saved together. */
export function ChoiceForm({ settings }: { readonly settings: NotificationSettings | undefined }) {
  const [level, setLevel] = useState(() => nameOf(settings?.level ?? 0));
  const [keywords, setKeywords] = useState(() => (settings?.keywords ?? []).join(", "));
  const [isLimited, limit] = useState(settings?.schedule !== undefined);
  const [hours, setHours] = useState(() => hoursOf(settings?.schedule));
  const { isBusy, run } = useAction();
  const { mutateAsync } = useMutation(NotificationSettingsService.method.updateNotificationSettings);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const words = keywords.split(/[,،、]/).map((word) => word.trim());
    run(async () => {
      const wish = { level: levelOf(level), keywords: words.filter((word) => word !== "") };
      const schedule = isLimited ? { schedule: scheduleOf(hours) } : {};
      const saved = await mutateAsync({ settings: { ...wish, ...schedule } });
      setKeywords((saved.settings?.keywords ?? []).join(", "));
      showToast({ text: inboxText("savedSettings") });
    });
  };
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-9">
      <Group title={inboxText("whatTitle")}>
        <SelectField
          label={inboxText("level")}
          description={inboxText("levelHint")}
          value={level}
          options={personLevels()}
          onChoose={setLevel}
        />
        <TextField
          label={inboxText("keywords")}
          description={inboxText("keywordsHint")}
          value={keywords}
          onChange={(event) => setKeywords(event.target.value)}
        />
      </Group>
      <Group title={inboxText("whenTitle")}>
        <Switch
          label={inboxText("hours")}
          description={inboxText("hoursHint", { zone: hours.timezone })}
          isOn={isLimited}
          onChange={limit}
        />
        {isLimited && <HoursFields hours={hours} onChange={setHours} />}
      </Group>
      <Button type="submit" tone="primary" isBusy={isBusy} className="self-start">
        {inboxText("save")}
      </Button>
    </form>
  );
}

interface HoursFieldsProps {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const turn = (day: number) => {
    const days = new Set(hours.days);
    if (!days.delete(day)) days.add(day);
    onChange({ ...hours, days });
  };
  return (
    <>
      <div role="group" aria-label={inboxText("days")} className="flex flex-wrap gap-1">
        {WEEK.map((day) => (
          <Button
            key={day}
            size="small"
            tone={hours.days.has(day) ? "secondary" : "quiet"}
            aria-pressed={hours.days.has(day)}
            onClick={() => turn(day)}
            className="coarse:min-h-10"
          >
            {nameOfDay(day)}
          </Button>
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        <TextField
          label={inboxText("from")}
          type="time"
          value={hours.from}
          onChange={(event) => onChange({ ...hours, from: event.target.value })}
        />
        <TextField
          label={inboxText("to")}
          type="time"
          value={hours.to}
          onChange={(event) => onChange({ ...hours, to: event.target.value })}
        />
      </div>
    </>
  );
}
