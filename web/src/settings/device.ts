/** What somebody signed in with, as far as its name tells. */
export interface Device {
  /** Empty: it has no name that is known. */
  readonly browser: string;
  readonly system: string;
  readonly isPhone: boolean;
}

// Each names those that it wants to be taken for, so the order counts.
const browsers = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/.*\bSafari\//],
] as const;

const systems = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** Reads the User-Agent header of a browser; programs say what they like and are told by that. */
export function deviceOf(userAgent: string): Device {
  const find = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "";
  const system = find(systems);
  const browser = find(browsers);
  if (browser !== "" || system !== "") return { browser, system, isPhone: /\bMobi|iPhone/.test(userAgent) };
  return { browser: userAgent.split(/[\s/]/)[0] ?? "", system: "", isPhone: false };
}
