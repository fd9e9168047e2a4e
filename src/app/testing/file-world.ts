import * as tus from "tus-js-client";
import { type ApiClient, createApiClient } from "../../../dev/client/api-client.ts";
import { ChannelKind } from "../../../gen/chatter/channel/v1/channel_pb.js";
import type { Config } from "../config.ts";
import { type ServedProgram, serveProgram } from "./served-program.ts";

interface FileRequest extends Omit<RequestInit, "headers"> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with all ways to files. */
export interface FilePerson {
  readonly id: string;
  readonly token: string;
  readonly api: ApiClient;
  /** Uploads by tus, as a browser does; answers the id of the file. */
  upload(content: Uint8Array, name: string, options?: Partial<tus.UploadOptions>): Promise<string>;
  /** A request as the person makes it. */
  request(path: string, init?: FileRequest): Promise<Response>;
  post(channelId: string, text: string, ...fileIds: string[]): Promise<string>;
}

export interface FileWorld {
  readonly program: ServedProgram;
  /** The owner of the organisation, who came first. */
  readonly owner: FilePerson;
  join(): Promise<FilePerson>;
  /** A channel with these people; private. */
  channel(creator: FilePerson, ...others: readonly FilePerson[]): Promise<string>;
  stop(): Promise<void>;
}

/** The whole program, and people who upload. */
export async function createFileWorld(settings: Partial<Config> = {}): Promise<FileWorld> {
  const program = await serveProgram({ rateLimit: { perSecond: 10_000, burst: 10_000 }, ...settings });
  let people = 0;
  const join = () => joinAs(program.url, `person${(people += 1)}`);
  return {
    program,
    owner: await join(),
    join,
    async channel(creator, ...others) {
      const name = `room-${(people += 1)}`;
      const { channel } = await creator.api.channel.createChannel({ kind: ChannelKind.PRIVATE, name });
      const channelId = channel?.id ?? "";
      const userIds = others.map(({ id }) => id);
      if (userIds.length > 0) await creator.api.channel.addMembers({ channelId, userIds });
      return channelId;
    },
    stop: program.stop,
  };
}

async function joinAs(url: string, name: string): Promise<FilePerson> {
  const wish = { email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" };
  const { account, sessionToken: token } = await createApiClient(url).auth.register(wish);
  const api = createApiClient(url, token);
  return {
    id: account?.userId ?? "",
    token,
    api,
    upload: (content, filename, options) => uploadTo(url, token, { content, filename, options }),
    request: (path, { headers: more, ...init } = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { ...headersOf(token), ...more } }),
    async post(channelId, text, ...fileIds) {
      const { message } = await api.message.sendMessage({
        ...{ channelId, text, fileIds },
        clientId: crypto.randomUUID(),
      });
      return message?.id ?? "";
    },
  };
}

const headersOf = (token: string) => ({ authorization: `Bearer ${token}` });

interface Sent {
  readonly content: Uint8Array;
  readonly filename: string;
  readonly options: Partial<tus.UploadOptions> | undefined;
}

function uploadTo(url: string, token: string, { content, filename, options }: Sent): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(Buffer.from(content), {
      endpoint: `${url}/files/uploads`,
      headers: headersOf(token),
      metadata: { name: filename },
      retryDelays: null,
      onSuccess: () => resolve(upload.url?.split("/").at(-1) ?? ""),
      onError: reject,
      ...options,
    });
    upload.start();
  });
}
