import { timestampDate } from "@bufbuild/protobuf/wkt";
import type {
  PollOption as ProtoOption,
  Poll as ProtoPoll,
} from "../../../../../gen/chatter/message/v1/content_pb.js";
import type { Entry } from "../../../../../gen/chatter/stream/v1/entry_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { PollClosed, PollOptionAdded, PollTallied } from "../../domain/events.ts";
import type { Poll, PollOption } from "../../domain/poll.ts";

type PollBody = Extract<Entry["body"], { case: "pollOptionAdded" | "pollTallied" | "pollClosed" }>;

/** What an entry of the log tells of a poll; `about`: in which message, by whom and when. */
export function readPollEntry(
  body: PollBody,
  about: Omit<PollClosed, "type">,
): PollOptionAdded | PollTallied | PollClosed {
  switch (body.case) {
    case "pollOptionAdded":
      return { type: "poll_option_added", ...about, option: optionFromProto(body.value.option) };
    case "pollTallied": {
      const { voters, options } = body.value;
      const counts = options.map(({ optionId, votes }) => ({ optionId, votes }));
      return { type: "poll_tallied", ...about, counts, voters };
    }
    case "pollClosed":
      return { type: "poll_closed", ...about };
  }
}

export function pollFromProto({ options, closesAt, closedAt, ...poll }: ProtoPoll): Poll {
  const { multiple, anonymous, open, voters } = poll;
  return {
    ...{ multiple, anonymous, open, voters },
    options: options.map(optionFromProto),
    closesAt: closesAt && timestampDate(closesAt),
    closedAt: closedAt && timestampDate(closedAt),
  };
}

function optionFromProto(proto: ProtoOption | undefined): PollOption {
  if (proto === undefined) throw new Error("an entry says that no option was added");
  return { id: proto.id, text: proto.text, addedBy: parseId("usr", proto.addedBy), votes: proto.votes };
}
