import { Button } from "../../../ui/button.tsx";
import { usePersonActions } from "./use-person-actions.tsx";

interface CardActionsProps {
  readonly userId: string;
  readonly onAsk: () => void;
}

/** What can be done about contacts and blocks, on the card of a person. */
export function CardActions({ userId, onAsk }: CardActionsProps) {
  const { entries } = usePersonActions(userId, onAsk);
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {entries.map(({ id, label, icon, onSelect }) => (
        <Button key={id} size="small" onClick={onSelect} className="flex-1">
          {icon}
          {label}
        </Button>
      ))}
    </div>
  );
}
