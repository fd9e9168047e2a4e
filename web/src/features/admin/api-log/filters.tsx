import { useQuery } from "@connectrpc/connect-query";
import { OversightService } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { SelectField } from "../../../forms/select-field.tsx";
import { apiLogText as t } from "../../../text/api-log.ts";
import { Switch } from "../../../ui/switch.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { PersonPicker } from "../rights/pickers.tsx";
import { type CallsWanted, fromSince, type Since } from "./calls-wanted.ts";

interface FiltersProps {
  readonly wanted: CallsWanted;
  readonly onChange: (wanted: CallsWanted) => void;
}

const periods: readonly Since[] = ["all", "hour", "day", "week"];

/** Of which key, in whose name, what, when, and how it ended. */
export function Filters({ wanted, onChange }: FiltersProps) {
  const { data } = useQuery(OversightService.method.listAccountApiKeys, {});
  const keys = (data?.apiKeys ?? []).flatMap(({ apiKey }) => apiKey ?? []);
  const change = (part: Partial<CallsWanted>) => onChange({ ...wanted, ...part });
  return (
    <div className="grid grid-cols-1 items-end gap-x-6 gap-y-3 pane:grid-cols-2">
      <SelectField
        label={t("key")}
        value={wanted.apiKeyId}
        options={[
          { value: "", label: t("anyKey") },
          ...keys.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(apiKeyId) => change({ apiKeyId })}
      />
      <PersonPicker
        label={t("person")}
        placeholder={t("anybody")}
        chosen={wanted.person}
        onChoose={(person) => change({ person })}
      />
      <TextField
        label={t("method")}
        placeholder={t("anyMethod")}
        value={wanted.method}
        onChange={(event) => change({ method: event.target.value })}
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        label={t("since")}
        value={wanted.since}
        options={periods.map((value) => ({ value, label: t(`since.${value}`) }))}
        onChoose={(since) => change(fromSince(since, Date.now()))}
      />
      <Switch
        label={t("onlyFailures")}
        isOn={wanted.onlyFailures}
        onChange={(onlyFailures) => change({ onlyFailures })}
      />
    </div>
  );
}
