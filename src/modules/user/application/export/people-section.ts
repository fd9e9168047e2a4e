import type { Group } from "../../domain/group.ts";
import type { User } from "../../domain/user.ts";
import type { CircleStore } from "../circle/ports.ts";
import type { GroupStore } from "../groups/ports.ts";
import type { UserReads } from "../ports.ts";
import type { ExportLine, ExportSection } from "./ports.ts";
import { EXPORT_VERSION } from "./write-export.ts";

const A_PAGE = 50;

interface PeopleSources {
  readonly read: UserReads;
  readonly groups: Pick<GroupStore, "list" | "groupsOf">;
  readonly circles: Pick<CircleStore, "find">;
}

/**
 * Groups, then people with their pictures, who left too, because what they said is still theirs. Whom somebody
 * knows and blocked is nobody's but theirs, so it is in a whole export only.
 */
export function peopleSection(part: number, sources: PeopleSources): ExportSection {
  const { read, groups } = sources;
  return {
    part,
    async write({ orgId, scope, after }, sink) {
      let last = after;
      if (last === undefined) await sink.write((await groups.list(orgId)).map(groupLine));
      while (!sink.enough()) {
        const people = await read.pageOfOrg(orgId, last, A_PAGE);
        for (const person of people) {
          await sink.write(await linesOf(person, sources));
          if (scope === "everything") await sink.write(await circleLines(person, sources));
        }
        last = people.at(-1)?.id;
        if (people.length < A_PAGE) return undefined;
      }
      return last;
    },
  };
}

const groupLine = ({ id, handle, name, description }: Group): ExportLine => ({
  ...{ type: "group", version: EXPORT_VERSION, id, handle, name, description },
});

async function circleLines({ id }: User, { circles }: PeopleSources): Promise<readonly ExportLine[]> {
  const { contacts, sent, blocked } = await circles.find(id);
  if (contacts.length + sent.length + blocked.length === 0) return [];
  const asked = sent.map(({ to, note, at }) => ({ user_id: to, note, at }));
  return [{ type: "circle", version: EXPORT_VERSION, user_id: id, contacts, asked, blocked }];
}

async function linesOf(person: User, { read, groups }: PeopleSources): Promise<readonly ExportLine[]> {
  const { id, handle, name, title, timezone, guest, deactivated } = person;
  const line = {
    ...{ type: "person", version: EXPORT_VERSION, id, handle, name, title, timezone },
    ...{ guest: guest.holds, deactivated: deactivated.holds, groups: await groups.groupsOf(id) },
  };
  const avatar = person.avatar === undefined ? undefined : await read.findAvatar(id, person.avatar);
  if (avatar === undefined) return [line];
  const data = Buffer.from(avatar.bytes).toString("base64");
  return [line, { type: "avatar", version: EXPORT_VERSION, user_id: id, media_type: avatar.type, data }];
}
