/** What people read about the connection and what is waiting for them. */
export const enNotification = {
  "connection.reconnecting": "Reconnecting… What you write is sent as soon as the connection is back.",
  "connection.offline": "You are offline. You see what this device keeps, and what you write is sent later.",
  "connection.back": "Connected again.",

  "tab.title": "{place} · {org}",
  "tab.mentions": "({count}) {title}",
  "tab.unread": "• {title}",
} as const;
