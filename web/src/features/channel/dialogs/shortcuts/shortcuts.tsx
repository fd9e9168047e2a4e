import { Fragment, useId } from "react";
import { usePreferences } from "../../../../store/hooks.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Kbd } from "../../../../ui/kbd.tsx";
import { type Shortcut, type ShortcutGroup, shortcutGroups } from "./shortcut-list.ts";

/** Every key of the client. One can scroll it by keys, as there is nothing else to focus in it. */
export function Shortcuts() {
  const { preferences } = usePreferences();
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={t("shortcuts.title")}
      className="-mx-2 rounded-lg px-2 pb-3 focus-visible:-outline-offset-2 pane:columns-2 pane:gap-10"
    >
      {shortcutGroups(preferences).map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { title, shortcuts } }: { readonly group: ShortcutGroup }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-5 break-inside-avoid">
      <h3 id={id} className="mb-1 font-semibold">
        {title}
      </h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div
            key={shortcut.label}
            className="flex min-h-8 items-center justify-between gap-4 border-b border-line py-1 last:border-0"
          >
            <dt className="text-ink2">{shortcut.label}</dt>
            <dd className="flex flex-none items-center gap-1.5">
              <Keys keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ keys }: Pick<Shortcut, "keys">) {
  return keys.map((hotkey, index) => (
    <Fragment key={hotkey}>
      {index > 0 && <span className="text-xs text-ink3">{t("keys.or")}</span>}
      <Kbd keys={hotkey} />
    </Fragment>
  ));
}
