import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadManifests } from "../../tools/boundaries/manifests.ts";

const manifests = await loadManifests(".");

describe.each([...manifests.values()])("the manifest of $name", ({ name, publishes, listens, dependsOn }) => {
  it("publishes the events of its contract, all of them", () => {
    expect(publishes.toSorted()).toEqual(eventsOf(name));
  });

  it("listens to events that are published", () => {
    for (const event of listens) {
      const [context = "", message = ""] = event.split(".");
      expect(eventsOf(context), event).toContain(message);
    }
  });

  it("depends on contracts that exist", () => {
    for (const contract of dependsOn) expect(existsSync(`proto/chatter/${contract}`), contract).toBe(true);
  });
});

/** The events of a context are the messages at the top of its event files. */
function eventsOf(context: string): string[] {
  const files = globSync(`proto/chatter/${context}/events/v1/*.proto`);
  const declared = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^message (\w+)/gm)]);
  return declared.map(([, message = ""]) => message).toSorted();
}
