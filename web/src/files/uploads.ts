import { base64Encode } from "@bufbuild/protobuf/wire";
import type { Transport } from "@connectrpc/connect";
import { DetailedError, Upload } from "tus-js-client";
import { FileService, type File as ProtoFile } from "../../../gen/chatter/file/v1/file_pb.js";
import { failureOf } from "../api/failure.ts";
import { textOfReason } from "../api/refusal-words.ts";
import { createUnaryClient, type UnaryClient } from "../api/unary-client.ts";
import { sizeText } from "../settings/amounts.ts";
import type { Attachment } from "../store/log/message.ts";
import type { Workspace } from "../store/workspace.ts";
import { fileText as t } from "../text/files.ts";
import { showToast } from "../ui/toast-store.ts";
import { emptyTray, type TrayFile, type Trays, traysOf } from "./tray.ts";

const most = 10;
const atOnce = 3;
// What broke off is begun again from where it was; a chunk is what is lost at most where nobody keeps less.
const chunkBytes = 8 * 1024 * 1024;
const retryDelays = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000];

interface Running {
  readonly file: File;
  readonly upload: Upload;
}

/** The uploads of the signed-in person, three at a time; a tray shows how far they are. */
export class Uploads {
  readonly #api: UnaryClient<typeof FileService>;
  readonly #trays: Trays;
  readonly #running = new Map<string, Running>();
  #keys = 0;

  constructor(trays: Trays, transport: Transport) {
    this.#trays = trays;
    this.#api = createUnaryClient(FileService, transport);
  }

  /** Begins to upload what fits; what does not is said at once, before anything is sent. */
  async add(place: string, files: readonly File[]): Promise<void> {
    const room = most - this.#filesOf(place).length;
    if (files.length > room) showToast({ text: t("tooMany", { count: most }), tone: "danger" });
    const taken = files.slice(0, room).map((file) => ({ file, key: `${Date.now()} ${(this.#keys += 1)}` }));
    this.#setTray(place, (tray) => [...tray, ...taken.map(({ file, key }) => trayFile(file, key))]);
    const refused = await this.#refusalOf(taken.map(({ file }) => file));
    for (const { file, key } of taken) {
      const reason = refused(file);
      if (reason !== undefined) this.#change(place, key, { state: "failed", reason, isPassing: false });
      else this.#running.set(key, { file, upload: this.#prepare(place, key, file) });
    }
    this.#next(place);
  }

  pause(place: string, key: string): void {
    this.#change(place, key, { state: "paused" });
    void this.#running.get(key)?.upload.abort();
    this.#next(place);
  }

  /** Goes on where it was. */
  resume(place: string, key: string): void {
    this.#change(place, key, { state: "waiting" });
    this.#next(place);
  }

  /** Takes it out of the tray; what has arrived of it is given up. */
  remove(place: string, key: string): void {
    const running = this.#running.get(key);
    const wasDone = this.#filesOf(place).some((it) => it.key === key && it.state === "done");
    this.#running.delete(key);
    this.#setTray(place, (tray) => tray.filter((it) => it.key !== key));
    // The server gives up what nobody ends, so nothing is lost where this does not reach it.
    if (running !== undefined && !wasDone) running.upload.abort(true).catch(() => undefined);
    this.#next(place);
  }

  /** Why a file will not be taken, as far as that can be known; the server decides. */
  async #refusalOf(files: readonly File[]): Promise<(file: File) => string | undefined> {
    try {
      const limits = await this.#api.getUploadLimits({});
      const [largest, left] = [Number(limits.fileBytes), Number(limits.leftBytes)];
      const together = files.reduce((sum, { size }) => sum + size, 0);
      return ({ size }) => {
        if (size > largest) return t("tooLarge", { size: sizeText(BigInt(largest)) });
        return together > left ? t("noRoom", { size: sizeText(BigInt(left)) }) : undefined;
      };
    } catch {
      // Without a connection nothing is known; the upload waits for it, and is refused then.
      return () => undefined;
    }
  }

  #prepare(place: string, key: string, file: File): Upload {
    return new Upload(file, {
      endpoint: `${window.location.origin}/files/uploads`,
      metadata: { name: file.name },
      chunkSize: chunkBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => this.#change(place, key, { sent }),
      onSuccess: () => void this.#finished(place, key),
      onError: (error) => this.#failed(place, key, error),
    });
  }

  #next(place: string): void {
    const tray = this.#filesOf(place);
    const free = atOnce - tray.filter(({ state }) => state === "uploading").length;
    const waiting = tray.filter((it) => it.state === "waiting" && this.#running.has(it.key));
    for (const { key } of waiting.slice(0, Math.max(0, free))) {
      this.#change(place, key, { state: "uploading" });
      void this.#start(key);
    }
  }

  /** Also where it was left on an earlier visit, once the same file is chosen again. */
  async #start(key: string): Promise<void> {
    const upload = this.#running.get(key)?.upload;
    if (upload === undefined) return;
    const [before] = upload.url === null ? await upload.findPreviousUploads() : [];
    if (before !== undefined) upload.resumeFromPreviousUpload(before);
    if (this.#running.get(key)?.upload === upload) upload.start();
  }

  async #finished(place: string, key: string): Promise<void> {
    const fileId = this.#running.get(key)?.upload.url?.split("/").at(-1) ?? "";
    try {
      const { file } = await this.#api.getFile({ fileId });
      if (file === undefined) return;
      const { bytes } = this.#filesOf(place).find((it) => it.key === key) ?? { bytes: 0 };
      this.#change(place, key, { state: "done", sent: bytes, attachment: attachmentOf(file) });
    } catch (error) {
      const { text, isPassing } = failureOf(error);
      this.#change(place, key, { state: "failed", reason: text, isPassing });
    }
    this.#next(place);
  }

  #failed(place: string, key: string, error: Error | DetailedError): void {
    const body = error instanceof DetailedError ? (error.originalResponse?.getBody() ?? "") : "";
    const known = textOfReason(/"reason":"([A-Z_]+)"/.exec(body)?.[1] ?? "");
    this.#change(place, key, { state: "failed", reason: known ?? t("noAnswer"), isPassing: true });
    this.#next(place);
  }

  #filesOf(place: string): readonly TrayFile[] {
    return this.#trays.getState().get(place) ?? emptyTray;
  }

  #change(place: string, key: string, change: Partial<TrayFile>): void {
    this.#setTray(place, (tray) => tray.map((it) => (it.key === key ? { ...it, ...change } : it)));
  }

  #setTray(place: string, change: (tray: readonly TrayFile[]) => readonly TrayFile[]): void {
    this.#trays.setState((all) => new Map([...all, [place, change(all.get(place) ?? emptyTray)]]), true);
  }
}

function attachmentOf({ id, name, type, bytes, picture }: ProtoFile): Attachment {
  const shown = picture && {
    ...{ width: picture.width, height: picture.height },
    placeholder: base64Encode(picture.placeholder),
  };
  return { fileId: id, name, type, bytes: Number(bytes), picture: shown };
}

const trayFile = ({ name, size }: File, key: string): TrayFile => ({
  ...{ key, name, bytes: size },
  ...{ sent: 0, state: "waiting" },
});

const known = new WeakMap<Workspace, Uploads>();

export function uploadsOf(workspace: Workspace, transport: Transport): Uploads {
  const uploads = known.get(workspace) ?? new Uploads(traysOf(workspace), transport);
  known.set(workspace, uploads);
  return uploads;
}
