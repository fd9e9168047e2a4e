import { AccountDeletedSchema } from "../../../gen/chatter/auth/events/v1/events_pb.js";
import { parseId } from "../../kernel/ids.ts";
import type { ChannelModule } from "../../modules/channel/index.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { UserModule } from "../../modules/user/index.ts";
import type { Subscription } from "../../platform/outbox/event-bus.ts";
import { subscribe } from "../../platform/rpc/events.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { type BoundSaga, bindSaga, type Workflows } from "../../platform/workflow/workflows.ts";
import { accountDeletion, type Leaver } from "./account-deletion.ts";
import { bindOrganisationExport, bindRetention, organisationExportStart } from "./bind-organisation.ts";

/** What the steps of all sagas are done by. */
export interface SagaHands {
  readonly user: UserModule;
  readonly channel: ChannelModule;
  readonly message: MessageModule;
  readonly streams: Streams;
}

export function bindSagas({ user, channel, message, streams }: SagaHands): readonly BoundSaga[] {
  const leaving = ({ userId }: Leaver) => parseId("usr", userId);
  return [
    bindSaga(accountDeletion, {
      forgetProfile: (leaver) => user.forgetPerson(leaving(leaver)),
      leaveChannels: (leaver) => channel.forgetPerson(leaving(leaver)),
      eraseMessages: (leaver) => message.forgetAuthor(leaving(leaver)),
      forgetStream: (leaver) => streams.forget(leaving(leaver)),
    }),
    bindOrganisationExport(user),
    bindRetention(message),
  ];
}

/** Sagas begin with an event and are named by its id: once for each, however often it is delivered. */
export function sagaStarts(workflows: Workflows): readonly Subscription[] {
  return [
    subscribe(AccountDeletedSchema, "saga.account-deletion", ({ userId }, { id }) =>
      workflows.start(accountDeletion, id, { userId }),
    ),
    organisationExportStart(workflows),
  ];
}
