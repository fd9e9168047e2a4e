/** What an event is called, as people say it: "Account registered" of chatter.auth.events.v1.AccountRegistered. */
export function eventName(type: string): string {
  const name = type.split(".").at(-1) ?? type;
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
