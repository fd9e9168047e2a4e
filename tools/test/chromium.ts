import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium to test with: `CHROMIUM`, else the first one on the machine's path, else undefined. */
export function findChromium(environment: Readonly<NodeJS.ProcessEnv>): string | undefined {
  const { CHROMIUM, PATH = "" } = environment;
  if (CHROMIUM !== undefined && CHROMIUM !== "") return CHROMIUM;
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...macApplications].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
