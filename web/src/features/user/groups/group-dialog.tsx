import { useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { FormProblem } from "../../../forms/form.tsx";
import type { Group } from "../../../store/circle/circle.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { socialText as t } from "../../../text/social.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSocialApi } from "../social-api.ts";

interface GroupDialogProps {
  /** Undefined: a new one. */
  readonly group: Group | undefined;
  readonly onClose: () => void;
}

const fields = [
  { name: "name", label: "groups.name", most: 80 },
  { name: "handle", label: "groups.handle", most: 32 },
  { name: "description", label: "groups.description", most: 250 },
] as const;

/** What a group is called. */
export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { circle } = useWorkspace();
  const api = useSocialApi();
  const [wish, setWish] = useState({
    name: group?.name ?? "",
    handle: group?.handle ?? "",
    description: group?.description ?? "",
  });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    setBusy(true);
    try {
      const { groups } = await api();
      await (group === undefined
        ? groups.createGroup(wish)
        : groups.updateGroup({ groupId: group.id, ...wish }));
      await circle.read();
      onClose();
    } catch (error) {
      setProblem(failureOf(error).text);
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{common("ui.cancel")}</Button>
      <Button tone="primary" isBusy={isBusy} onClick={() => void save()}>
        {group === undefined ? t("groups.create") : t("groups.save")}
      </Button>
    </>
  );
  const title = group === undefined ? t("groups.create") : t("groups.editNamed", { name: group.name });
  return (
    <Dialog isOpen title={title} onClose={onClose} size="small" footer={footer}>
      <div className="flex flex-col gap-4">
        {fields.map(({ name, label, most }) => (
          <TextField
            key={name}
            label={t(label)}
            {...(name === "handle" && { description: t("groups.handleHint") })}
            {...(name === "description" && { required: false })}
            autoFocus={name === "name"}
            autoComplete="off"
            maxLength={most}
            value={wish[name]}
            onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
          />
        ))}
        <FormProblem text={problem} />
      </div>
    </Dialog>
  );
}
