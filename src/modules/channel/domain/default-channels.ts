import type { Description } from "./channel.ts";

type DefaultChannel = Description & { readonly kind: "public"; readonly isDefault: true };

const everybody = { kind: "public", isDefault: true } as const;

/** What an organisation begins with. They can be renamed, described anew and archived like any other. */
export const DEFAULT_CHANNELS: readonly DefaultChannel[] = [
  {
    ...everybody,
    name: "general",
    topic: "Welcome! This is where everybody talks. Say hello.",
    description: "What concerns the whole team.",
  },
  {
    ...everybody,
    name: "random",
    topic: "Anything that has no other place",
    description: "Links, jokes, lunch: what need not be about work.",
  },
];
