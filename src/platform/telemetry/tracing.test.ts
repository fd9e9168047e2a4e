import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { trace } from "@opentelemetry/api";
import { describe, expect, it, vi } from "vitest";
import { inSpan, startTracing, traceparent } from "./tracing.ts";

const log = { warn: vi.fn<() => void>() };

describe("tracing", () => {
  it("is nothing but the work while nobody collects", async () => {
    const answer = await inSpan("work", {}, async () => [trace.getActiveSpan(), traceparent()]);
    expect(answer).toEqual([undefined, undefined]);
  });

  it("goes on, and says so once, while the collector refuses", async () => {
    const server = createServer((_request, response) => response.writeHead(400).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const stop = await startTracing(`http://127.0.0.1:${port}/`, log);
    const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const told = await inSpan("work", { parent }, async () => traceparent());
    const failing = inSpan("work", {}, () => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    await stop();
    server.close();
    expect(told).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad)\w{16}-01$/);
    expect(log.warn).toHaveBeenCalledOnce();
    expect(traceparent()).toBeUndefined();
  });
});
