/** Who and what can be mentioned, as the client knows them. */
export interface MentionDirectory {
  /** Of a person, or of a group of people. */
  readonly userIdOf: (handle: string) => string | undefined;
  readonly handleOf: (userId: string) => string | undefined;
  readonly channelIdOf: (name: string) => string | undefined;
  readonly channelNameOf: (channelId: string) => string | undefined;
}

const code = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/;
const typed = /(?<![\p{L}\p{N}_/<@#&])(?<sign>[@#])(?<name>[^\s#@:/<>]{1,80})/gu;
const stored =
  /<(?:@(?<user>(?:usr|grp)_[0-9A-Za-z]{27})|#(?<channel>chn_[0-9A-Za-z]{27})|!(?<all>channel|here))>/g;

/** What is sent for what was typed: `@mei` becomes `<@usr_…>`. Unknown names and code stay as they are. */
export function encodeMentions(text: string, directory: MentionDirectory): string {
  return outsideCode(text, (part) =>
    part.replace(typed, (whole, sign: string, name: string) => {
      for (const known of prefixes(name)) {
        const token = sign === "@" ? personToken(known, directory) : channelToken(known, directory);
        if (token !== undefined) return token + name.slice(known.length);
      }
      return whole;
    }),
  );
}

/** What is edited for what was sent: `<@usr_…>` becomes `@mei`. */
export function decodeMentions(text: string, directory: MentionDirectory): string {
  return outsideCode(text, (part) =>
    part.replace(stored, (whole, user?: string, channel?: string, all?: string) => {
      if (all !== undefined) return `@${all}`;
      const handle = user === undefined ? undefined : directory.handleOf(user);
      if (handle !== undefined) return `@${handle}`;
      const name = channel === undefined ? undefined : directory.channelNameOf(channel);
      return name === undefined ? whole : `#${name}`;
    }),
  );
}

function personToken(name: string, { userIdOf }: MentionDirectory): string | undefined {
  if (name === "channel" || name === "here") return `<!${name}>`;
  const userId = userIdOf(name);
  return userId === undefined ? undefined : `<@${userId}>`;
}

function channelToken(name: string, { channelIdOf }: MentionDirectory): string | undefined {
  const channelId = channelIdOf(name);
  return channelId === undefined ? undefined : `<#${channelId}>`;
}

/** "mei's" may be Mei's, and "c++" may be a channel: the longest beginning that somebody bears counts. */
function prefixes(name: string): string[] {
  const cuts = [...name.matchAll(/[^\p{L}\p{N}]/gu)].map((match) => name.slice(0, match.index));
  return [name, ...cuts.reverse()].filter((prefix) => prefix !== "");
}

/** With a group in the pattern, every second part is what it found. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}
