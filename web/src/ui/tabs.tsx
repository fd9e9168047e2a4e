import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

interface TabsProps {
  /** Names the tabs to screen readers. */
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[];
}

/** It brings React Aria's collections along: use it in parts that are loaded lazily. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs className="flex flex-col">
      <TabList aria-label={label} className="flex gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px min-h-10 cursor-pointer content-center border-b-2 border-transparent px-3 text-sm font-semibold text-ink3 transition hover:text-ink data-selected:border-accent data-selected:text-ink coarse:min-h-11"
          >
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
