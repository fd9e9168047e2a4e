import type { User } from "../../domain/user.ts";
import type { UserReads } from "../ports.ts";
import type { ExportLine, ExportSection } from "./ports.ts";
import { EXPORT_VERSION } from "./write-export.ts";

const A_PAGE = 50;

/** People and their pictures, who left too, because what they said is still theirs. */
export function peopleSection(part: number, read: UserReads): ExportSection {
  return {
    part,
    async write({ orgId, after }, sink) {
      let last = after;
      while (!sink.enough()) {
        const people = await read.pageOfOrg(orgId, last, A_PAGE);
        for (const person of people) await sink.write(await linesOf(person, read));
        last = people.at(-1)?.id;
        if (people.length < A_PAGE) return undefined;
      }
      return last;
    },
  };
}

async function linesOf(person: User, read: UserReads): Promise<readonly ExportLine[]> {
  const { id, handle, name, title, timezone, guest, deactivated } = person;
  const line = {
    ...{ type: "person", version: EXPORT_VERSION, id, handle, name, title, timezone },
    ...{ guest: guest.holds, deactivated: deactivated.holds },
  };
  const avatar = person.avatar === undefined ? undefined : await read.findAvatar(id, person.avatar);
  if (avatar === undefined) return [line];
  const data = Buffer.from(avatar.bytes).toString("base64");
  return [line, { type: "avatar", version: EXPORT_VERSION, user_id: id, media_type: avatar.type, data }];
}
