import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface ExportedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** To spans of other traces. */
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly attributes?: readonly {
    readonly key: string;
    readonly value: { readonly stringValue?: string };
  }[];
}

/** Takes what is exported by OTLP over HTTP, as a collector of traces does. */
export interface Collector {
  readonly url: string;
  /** All that arrived, as it arrived. */
  exported(): string;
  spans(): readonly ExportedSpan[];
  close(): Promise<void>;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly ExportedSpan[] }[];
  }[];
}

export async function openCollector(): Promise<Collector> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((exported) => {
      received.push(exported);
      response.setHeader("content-type", "application/json").end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exported: () => received.join("\n"),
    spans: () => received.flatMap(spansIn),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const spansIn = (exported: string): readonly ExportedSpan[] =>
  (JSON.parse(exported) as Export).resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans),
  );

/** The spans below that one, however deep, whose name fits. */
export function spansUnder(
  spans: readonly ExportedSpan[],
  { spanId }: Pick<ExportedSpan, "spanId">,
  name: RegExp,
): readonly ExportedSpan[] {
  const children = spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  return children.flatMap((child) => [
    ...(name.test(child.name) ? [child] : []),
    ...spansUnder(spans, child, name),
  ]);
}
