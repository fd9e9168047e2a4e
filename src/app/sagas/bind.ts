import {
  AccountDeletedSchema,
  type AccountRegistered,
  AccountRegisteredSchema,
} from "../../../gen/chatter/auth/events/v1/events_pb.js";
import { Role } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { parseId } from "../../kernel/ids.ts";
import type { AuthModule } from "../../modules/auth/index.ts";
import type { ChannelModule } from "../../modules/channel/index.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { NotificationModule } from "../../modules/notification/index.ts";
import type { UserModule } from "../../modules/user/index.ts";
import type { Subscription } from "../../platform/outbox/event-bus.ts";
import { subscribe } from "../../platform/rpc/events.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { type BoundSaga, bindSaga, type Workflows } from "../../platform/workflow/workflows.ts";
import { accountDeletion, type Leaver } from "./account-deletion.ts";
import { bindOrganisationExport, bindRetention, organisationExportStart } from "./bind-organisation.ts";
import { type Newcomer, registration } from "./registration.ts";

/** What the steps of all sagas are done by. */
export interface SagaHands {
  readonly auth: AuthModule;
  readonly user: UserModule;
  readonly channel: ChannelModule;
  readonly message: MessageModule;
  readonly notification: NotificationModule;
  readonly streams: Streams;
}

export function bindSagas(hands: SagaHands): readonly BoundSaga[] {
  const { user, channel, message, notification, streams } = hands;
  const leaving = ({ userId }: Leaver) => parseId("usr", userId);
  return [
    bindRegistration(hands),
    bindSaga(accountDeletion, {
      forgetProfile: (leaver) => user.forgetPerson(leaving(leaver)),
      leaveChannels: (leaver) => channel.forgetPerson(leaving(leaver)),
      eraseMessages: (leaver) => message.forgetAuthor(leaving(leaver)),
      forgetStream: (leaver) => streams.forget(leaving(leaver)),
      eraseReactions: (leaver) => message.forgetReactions(leaving(leaver)),
      forgetPresence: (leaver) => notification.forgetPerson(leaving(leaver)),
    }),
    bindOrganisationExport(user),
    bindRetention(message),
  ];
}

function bindRegistration({ auth, user, channel, streams }: SagaHands): BoundSaga {
  const { registrations } = auth;
  const person = ({ userId }: Newcomer) => parseId("usr", userId);
  return bindSaga(registration, {
    confirmAccount: (newcomer) => registrations.confirm(person(newcomer)),
    async withdrawAccount({ because, invitationId, ...newcomer }) {
      const userId = parseId("usr", newcomer.userId);
      const invitation = invitationId === "" ? undefined : parseId("inv", invitationId);
      await registrations.withdraw({ userId, invitationId: invitation, because });
      // Who deleted the account meanwhile may have emptied it before the steps above wrote to it.
      await streams.forget(userId);
    },
    createProfile: (newcomer) =>
      user.welcomeNewcomer({
        userId: person(newcomer),
        orgId: parseId("org", newcomer.orgId),
        name: newcomer.name,
        // One that began before there was such a wish has none.
        preferredHandle: newcomer.preferredHandle || undefined,
        guest: newcomer.guest,
        createdOrgName: newcomer.createdOrgName === "" ? undefined : newcomer.createdOrgName,
        registeredAt: new Date(newcomer.registeredAt),
      }),
    removeProfile: (newcomer) => user.removeNewcomer(person(newcomer)),
    joinDefaultChannels: (newcomer) =>
      channel.welcomeNewcomer({
        userId: person(newcomer),
        orgId: parseId("org", newcomer.orgId),
        guest: newcomer.guest,
        founder: newcomer.createdOrgName !== "",
      }),
    leaveChannels: (newcomer) => channel.forgetPerson(person(newcomer)),
    welcome: (newcomer) => registrations.welcome(person(newcomer)),
  });
}

/** Sagas begin with an event and are named by its id: once for each, however often it is delivered. */
export function sagaStarts(workflows: Workflows): readonly Subscription[] {
  return [
    subscribe(AccountRegisteredSchema, "saga.registration", (account, { id, occurredAt }) =>
      workflows.start(registration, id, newcomerOf(account, occurredAt)),
    ),
    subscribe(AccountDeletedSchema, "saga.account-deletion", ({ userId }, { id }) =>
      workflows.start(accountDeletion, id, { userId }),
    ),
    organisationExportStart(workflows),
  ];
}

function newcomerOf(account: AccountRegistered, at: Date): Newcomer {
  const { userId, orgId, role, name, preferredHandle, createdOrgName, invitationId } = account;
  const guest = role === Role.GUEST;
  const came = { createdOrgName, invitationId, registeredAt: at.toISOString() };
  return { userId, orgId, name, preferredHandle, guest, ...came };
}
