import { Search } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
} from "react";
import { switcherText } from "../../../text/switcher.ts";
import { announce } from "../../../ui/announcer.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { type Choice, type Found, rank } from "./rank.ts";
import { SwitcherOption } from "./switcher-option.tsx";

/** Something to choose in the switcher, and what it looks like. */
export interface SwitcherChoice extends Choice {
  readonly icon: ReactNode;
  /** Smaller, beside the title. */
  readonly detail?: string;
  readonly mentions?: number;
  readonly isUnread?: boolean;
  readonly run: () => void;
}

export interface SwitcherProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly choices: readonly SwitcherChoice[];
  /** Told what is typed, so that people who are not here yet can be looked up. */
  readonly onQuery: (query: string) => void;
  /** What can be done with the text itself; it comes last. */
  readonly choiceOf: (query: string) => SwitcherChoice;
}

const most = 12;

/** Jumps to a channel, a person or an action by a few letters. */
export function Switcher({ isOpen, onClose, choices, onQuery, choiceOf }: SwitcherProps) {
  const [chosen, setChosen] = useState<SwitcherChoice>();
  // The open dialog keeps the keyboard: what is chosen may take it elsewhere only when the dialog is closed.
  useEffect(() => {
    if (isOpen || chosen === undefined) return;
    setChosen(undefined);
    chosen.run();
  }, [isOpen, chosen]);
  const choose = (choice: SwitcherChoice) => {
    setChosen(choice);
    onClose();
  };
  return (
    <Dialog title={switcherText("title")} isTitleHidden isOpen={isOpen} onClose={onClose}>
      <SwitcherPanel choices={choices} onQuery={onQuery} choiceOf={choiceOf} onChoose={choose} />
    </Dialog>
  );
}

interface SwitcherPanelProps extends Pick<SwitcherProps, "choices" | "onQuery" | "choiceOf"> {
  readonly onChoose: (choice: SwitcherChoice) => void;
}

function SwitcherPanel({ choices, onQuery, choiceOf, onChoose }: SwitcherPanelProps) {
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query);
  const found = useMemo(() => {
    const ranked = rank(choices, asked, most);
    return asked.trim() === "" ? ranked : [...ranked, { choice: choiceOf(asked.trim()), marks: [] }];
  }, [choices, choiceOf, asked]);
  useEffect(() => {
    if (asked !== "") announce(switcherText("results", { count: found.length }));
  }, [asked, found.length]);

  const type = (next: string) => {
    setQuery(next);
    setActive(0);
    onQuery(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[active]?.choice;
    if (event.key === "Enter" && chosen !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onChoose(chosen);
    }
    const step = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setActive((active + step) % found.length);
  };
  return (
    <>
      <label className="flex items-center gap-3 border-b border-line px-5">
        <Search size={18} className="text-ink3" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={switcherText("title")}
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          placeholder={switcherText("placeholder")}
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-h-13 flex-1 bg-transparent text-[17px] outline-none"
        />
      </label>
      <Results id={listId} found={found} active={active} onPoint={setActive} onChoose={onChoose} />
      <Hint />
    </>
  );
}

interface ResultsProps {
  readonly id: string;
  readonly found: readonly Found<SwitcherChoice>[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (choice: SwitcherChoice) => void;
}

function Results({ id, found, active, onPoint, onChoose }: ResultsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={switcherText("found")}
      className={found.length > 0 ? "p-2" : undefined}
    >
      {found.map(({ choice, marks }, index) => (
        <SwitcherOption
          key={choice.id}
          id={`${id}-${index}`}
          choice={choice}
          marks={marks}
          isActive={index === active}
          onPoint={() => onPoint(index)}
          onChoose={() => onChoose(choice)}
        />
      ))}
    </div>
  );
}

function Hint() {
  return (
    <p className="flex items-center gap-1.5 border-t border-line px-5 py-2.5 text-[12.5px] text-ink3 coarse:hidden">
      <Kbd keys="arrowup" />
      <Kbd keys="arrowdown" />
      <span className="me-2">{switcherText("toMove")}</span>
      <Kbd keys="enter" />
      <span className="me-2">{switcherText("toOpen")}</span>
      <Kbd keys="escape" />
      {switcherText("toClose")}
    </p>
  );
}
