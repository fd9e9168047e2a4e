/** Where the service worker keeps pictures of people, which are gone when somebody signs out. */
export const pictureCache = "chatter pictures";

/** Where it keeps the files of one build of the client, which tell nothing about anybody. */
export const clientCache = (version: string): string => `chatter client ${version}`;

/** What a page says to the worker of a newer build that waits: that it may begin, and pages load anew. */
export const beginMessage = "begin";
