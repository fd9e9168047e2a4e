import { createClient, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { AdminService } from "../../gen/chatter/admin/v1/admin_pb.js";
import { AuthService } from "../../gen/chatter/auth/v1/auth_pb.js";
import { OversightService } from "../../gen/chatter/auth/v1/oversight_pb.js";
import { ChannelService } from "../../gen/chatter/channel/v1/channel_pb.js";
import { FileService } from "../../gen/chatter/file/v1/file_pb.js";
import { MessageService } from "../../gen/chatter/message/v1/message_pb.js";
import { RetentionService } from "../../gen/chatter/message/v1/retention_pb.js";
import { SavedService } from "../../gen/chatter/message/v1/saved_pb.js";
import { ScheduleService } from "../../gen/chatter/message/v1/schedule_pb.js";
import { InboxService } from "../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import { NotificationSettingsService } from "../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { PushService } from "../../gen/chatter/notification/v1/push_pb.js";
import { RealtimeService } from "../../gen/chatter/notification/v1/realtime_pb.js";
import { ContactService } from "../../gen/chatter/user/v1/contact_pb.js";
import { ExportService } from "../../gen/chatter/user/v1/export_pb.js";
import { GroupService } from "../../gen/chatter/user/v1/group_pb.js";
import { UserService } from "../../gen/chatter/user/v1/user_pb.js";

export type ApiClient = ReturnType<typeof createApiClient>;

/** The public API of a server, for tests and measurements; without a token as a stranger. */
export function createApiClient(url: string, token?: string) {
  const identify: Interceptor = (next) => (request) => {
    if (token !== undefined) request.header.set("authorization", `Bearer ${token}`);
    return next(request);
  };
  const transport = createConnectTransport({ baseUrl: url, httpVersion: "1.1", interceptors: [identify] });
  return {
    auth: createClient(AuthService, transport),
    user: createClient(UserService, transport),
    groups: createClient(GroupService, transport),
    contacts: createClient(ContactService, transport),
    channel: createClient(ChannelService, transport),
    message: createClient(MessageService, transport),
    files: createClient(FileService, transport),
    saved: createClient(SavedService, transport),
    schedule: createClient(ScheduleService, transport),
    retention: createClient(RetentionService, transport),
    exports: createClient(ExportService, transport),
    push: createClient(PushService, transport),
    inbox: createClient(InboxService, transport),
    notificationSettings: createClient(NotificationSettingsService, transport),
    realtime: createClient(RealtimeService, transport),
    admin: createClient(AdminService, transport),
    oversight: createClient(OversightService, transport),
  };
}
