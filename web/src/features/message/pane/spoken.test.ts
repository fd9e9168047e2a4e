import { expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { spoken, spokenLabel } from "./spoken.ts";

const names = { person: () => ({ id: "usr_amara", name: "Amara" }), channel: () => undefined };

it("says who, then what, then when", () => {
  const message = messageAt(1, { text: "Some **bold** news", postedAt: Date.now() });
  expect(spokenLabel(message, names as never)).toMatch(/^Amara: Some bold news, \d{1,2}:\d{2}/);
});

it("says of a removed message that it is removed, and of several how many they are", () => {
  const removed = messageAt(1, { text: "", deletedAt: 5 });
  expect(spokenLabel(removed, names as never)).toMatch(/^Amara: .*(?:removed|deleted).*, /i);
  expect(spoken([messageAt(1), messageAt(2)], names as never)).toBe("2 new messages");
});

it("names the files of a message, beside what it says or alone", () => {
  const files = [{ fileId: "fil_1", name: "plan_of_*.pdf", type: "application/pdf", bytes: 5 }];
  const alone = messageAt(1, { text: "", attachments: files });
  expect(spoken([alone], names as never)).toBe("Amara: plan_of_*.pdf");
  expect(spoken([{ ...alone, text: "Look" }], names as never)).toBe("Amara: Look, plan_of_*.pdf");
});
