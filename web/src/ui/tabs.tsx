import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly title: ReactNode }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** What belongs to the selected one. */
  readonly children: ReactNode;
}

/** Several lists of which one is shown; arrow keys go from one to the next. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const select = (key: string | number) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab !== undefined) onSelect(tab.id);
  };
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select} className="flex min-h-0 flex-1 flex-col">
      <TabList aria-label={label} className="flex flex-none gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ id, title }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-2 py-2 pane:px-2.5 font-medium whitespace-nowrap text-ink2 outline-none hover:text-ink aria-selected:border-accent aria-selected:text-accent focus-visible:rounded-md focus-visible:outline-2 focus-visible:outline-accent coarse:min-h-11"
          >
            {title}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className="flex min-h-0 flex-1 flex-col gap-2 pt-3 outline-none">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
