import type { Manifests } from "./import-rules.ts";
import { findCircle } from "./manifests.ts";
import { foreignTables, withoutComments } from "./sql.ts";
import type { Violation } from "./violation.ts";

const manifestPath = (name: string) => `src/modules/${name}/manifest.ts`;

export function checkManifests(modules: readonly string[], manifests: Manifests): Violation[] {
  const missing = modules
    .filter((name) => !manifests.has(name))
    .map((name) => ({
      rule: "a module has a manifest",
      path: manifestPath(name),
      line: 1,
      found: `exports no manifest named "${name}"`,
      wayOut: "export const manifest: ModuleManifest, as in src/kernel/manifest.ts, with the folder's name",
    }));
  const undeclared = [...manifests.values()].flatMap(({ name, listens, dependsOn }) =>
    listens
      .filter((event) => !dependsOn.includes(event.split(".", 1)[0] ?? ""))
      .map((event) => ({
        rule: "a module listens to declared contexts only",
        path: manifestPath(name),
        line: 1,
        found: `listens to ${event}`,
        wayOut: "name the event's context under dependsOn",
      })),
  );
  return [...missing, ...undeclared, ...checkDirection(manifests)];
}

function checkDirection(manifests: Manifests): Violation[] {
  const circle = findCircle(manifests);
  if (circle === undefined) return [];
  return [
    {
      rule: "contexts depend on each other in one direction",
      path: manifestPath(circle[0] ?? ""),
      line: 1,
      found: `depends in a circle: ${circle.join(" → ")}`,
      wayOut: "turn one of the dependencies round: let the other context listen to an event",
    },
  ];
}

/** Names that say nothing of what is inside, so that everything ends up there. */
const emptyName = /(^|\/)(.*-)?(utils?|helpers?|misc|managers?)(\.[^/]*|\/|$)|(^|\/)commons?(\.[^/]*|\/|$)/;

export function checkName(path: string): Violation[] {
  if (!emptyName.test(path)) return [];
  return [
    {
      rule: "a name tells what is inside",
      path,
      line: 1,
      found: "has an empty name",
      wayOut: "name it after what it does; when it does many things, make it many files",
    },
  ];
}

export function checkMigration(path: string, sql: string, manifests: Manifests): Violation[] {
  const own = /^src\/modules\/([^/]+)\//.exec(path)?.[1];
  if (own === undefined) return [];
  return withoutComments(sql)
    .split("\n")
    .flatMap((text, index) =>
      foreignTables(text, own, manifests.keys()).map((table) => ({
        rule: "a repository names its own schema only",
        path,
        line: index + 1,
        found: `names ${table}`,
        wayOut: "keep the column without a foreign key, or a read model of the other context's events",
      })),
    );
}
