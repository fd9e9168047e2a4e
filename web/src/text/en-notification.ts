/** What people read about the connection and what is waiting for them. */
export const enNotification = {
  "connection.reconnecting": "Reconnecting… What you write is sent as soon as the connection is back.",
  "connection.back": "Connected again.",
  "connection.newVersion": "There is a new version of Chatter.",
  "connection.reload": "Reload",

  "tab.title": "{place} · {org}",
  "tab.mentions": "({count}) {title}",
  "tab.unread": "• {title}",
} as const;
