export type Theme = "launch" | "engineering" | "design" | "incident" | "customers" | "office" | "money";

export interface DemoChannel {
  readonly name: string;
  readonly topic: string;
  readonly kind: "public" | "private";
  readonly themes: readonly Theme[];
  /** How much is said here, compared with the others. */
  readonly weight: number;
  /** The share of people who are in it. */
  readonly share: number;
}

const channel = (
  name: string,
  topic: string,
  more: Pick<DemoChannel, "themes" | "weight" | "share"> & Partial<DemoChannel>,
): DemoChannel => ({ name, topic, kind: "public", ...more });

/** `general` and `random` exist from the beginning; the others are made by the owner. */
export const channels: readonly DemoChannel[] = [
  channel("general", "What everybody should know", { themes: ["office", "launch"], weight: 8, share: 1 }),
  channel("random", "Lunch, cats and everything else", { themes: ["office"], weight: 14, share: 1 }),
  channel("launch", "Ship 2.0 on the 12th · checklist pinned", {
    themes: ["launch"],
    weight: 18,
    share: 0.8,
  }),
  channel("incidents", "One thread an incident", { themes: ["incident"], weight: 9, share: 0.6 }),
  channel("design", "Crits on Thursday, 15:00 UTC", { themes: ["design"], weight: 12, share: 0.5 }),
  channel("engineering", "How we build", { themes: ["engineering"], weight: 20, share: 0.6 }),
  channel("mobile", "iOS and Android", { themes: ["engineering", "design"], weight: 8, share: 0.35 }),
  channel("support", "What customers ask", { themes: ["customers"], weight: 12, share: 0.5 }),
  channel("marketing", "Words and pictures", { themes: ["launch", "customers"], weight: 6, share: 0.4 }),
  channel("security", "Reports and reviews", { themes: ["engineering", "incident"], weight: 5, share: 0.3 }),
  channel("hiring", "Candidates stay in the tracker", {
    kind: "private",
    themes: ["office"],
    weight: 3,
    share: 0.25,
  }),
  channel("finance", "Numbers, closed on the 3rd", {
    kind: "private",
    themes: ["money"],
    weight: 4,
    share: 0.3,
  }),
];
