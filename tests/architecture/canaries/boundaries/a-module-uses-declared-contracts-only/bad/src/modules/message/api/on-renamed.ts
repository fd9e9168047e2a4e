import type { UserRenamed } from "../../../../gen/chatter/user/events/v1/events_pb.js";

export const userOf = (event: UserRenamed) => event.userId;
