import type { UserId } from "../../../kernel/ids.ts";

export interface NotificationSchema {
  "notification.presence_settings": {
    user_id: UserId;
    setting: "active" | "away" | "do_not_disturb";
    expires_at: Date | null;
  };
}
