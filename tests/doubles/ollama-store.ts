import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Body, Failure } from "./ollama-exchange.ts";
import type { FaultKind } from "./ollama-faults.ts";
import { type DoubleModel, type Shelf, tagged } from "./ollama-models.ts";
import type { Runner } from "./ollama-runner.ts";

/** The ways in which a server gets models: pulls, blobs, and models that are created from blobs. */
export interface Store {
  /** Answers /api/pull. */
  pull(body: Body, response: ServerResponse, gone: AbortSignal, fault: FaultKind | null): Promise<void>;
  /** Answers /api/blobs/<digest>. */
  blob(digest: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers /api/create. */
  create(body: Body, response: ServerResponse): void;
  /** The blobs that were sent, by digest. */
  blobs: Map<string, Blob>;
}

interface Blob {
  size: number;
  /** The beginning of the file with its metadata; nobody needs the rest. */
  head: Buffer;
}

const headBytes = 1 << 20;
const layers = [
  { digest: `sha256:${"610136df".repeat(8)}`, total: 20_751_488 },
  { digest: `sha256:${"ca4c0809".repeat(8)}`, total: 412 },
];
const step = 2_097_152;

/** The messages with which a pull fails, from the transcripts (`offline`) and from Ollama's source code. */
const endings: Partial<Record<FaultKind, string>> = {
  offline:
    'pull model manifest: Get "https://registry.ollama.ai/v2/library/mistral/manifests/latest": dial tcp: lookup registry.ollama.ai on 10.255.255.53:53: no such host',
  newer:
    "pull model manifest: 412: \n\nThe model you are attempting to pull requires a newer version of Ollama.\n",
  full: "write /models/blobs/sha256-610136df-partial-0: no space left on device",
  error: "max retries exceeded: unexpected EOF",
};

export function createStore(shelf: Shelf, runner: Runner, library: DoubleModel[]): Store {
  const blobs = new Map<string, Blob>();
  /** The fetched bytes of each model's first layer, so that a pull continues where it stopped. */
  const fetched = new Map<string, number>();

  function* linesOf(model: DoubleModel): Generator<object> {
    for (const { digest, total } of layers) {
      const status = `pulling ${digest.slice(7, 19)}`;
      let completed = total === layers[0]?.total ? (fetched.get(model.name) ?? 0) : 0;
      if (completed === 0) yield { status, digest, total };
      while (completed < total) {
        completed = Math.min(total, completed + step);
        if (total > step) fetched.set(model.name, completed);
        yield { status, digest, total, completed };
      }
    }
    for (const status of ["verifying sha256 digest", "writing manifest", "success"]) yield { status };
  }

  return {
    blobs,

    async pull(body, response, gone, fault) {
      const name = body.model ?? body.name ?? "";
      if (!/^[\w./:-]+$/.test(name)) throw new Failure(400, "invalid model name");
      response.writeHead(200, { "Content-Type": "application/x-ndjson" });
      const write = (line: object) => response.write(`${JSON.stringify(line)}\n`);
      write({ status: "pulling manifest" });
      const model = library.find((one) => tagged(one.name) === tagged(name));
      const atOnce = fault === "offline" || fault === "newer" ? endings[fault] : undefined;
      const ending = atOnce ?? (model ? undefined : "pull model manifest: file does not exist");
      if (ending || !model) return void response.end(`${JSON.stringify({ error: ending })}\n`);
      let lines = 0;
      for (const line of linesOf(model)) {
        await runner.tick(gone, runner.pace.pullMs);
        write(line);
        if (++lines < 3 || !fault) continue;
        if (fault === "hang-midway") return runner.tick(gone, 2 ** 31 - 1);
        if (fault === "cut") return void response.write('{"sta', () => response.socket?.destroy());
        return void response.end(`${JSON.stringify({ error: endings[fault] ?? fault })}\n`);
      }
      shelf.install(model);
      response.end();
    },

    async blob(digest, request, response) {
      if (request.method === "HEAD") return void response.writeHead(blobs.has(digest) ? 200 : 404).end();
      const hash = createHash("sha256");
      let head = Buffer.alloc(0);
      let size = 0;
      for await (const chunk of request as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
        if (head.length < headBytes) head = Buffer.concat([head, chunk]);
      }
      const got = `sha256:${hash.digest("hex")}`;
      if (got !== digest) throw new Failure(400, `digest mismatch, expected "${digest}", got "${got}"`);
      blobs.set(digest, { size, head });
      response.writeHead(201).end();
    },

    create(body, response) {
      const name = body.model ?? "";
      const [digest = ""] = Object.values(body.files ?? {});
      const blob = blobs.get(digest);
      if (!blob) throw new Failure(400, "neither 'from' or 'files' was specified");
      const capability = hasPooling(blob.head) ? "embedding" : "completion";
      shelf.install({ name, capabilities: [capability] });
      response.writeHead(200, { "Content-Type": "application/x-ndjson" });
      for (const status of [
        "parsing GGUF",
        `using existing layer ${digest}`,
        "writing manifest",
        "success",
      ]) {
        response.write(`${JSON.stringify({ status })}\n`);
      }
      response.end();
    },
  };
}

/** Tells whether a model file's metadata contain `<architecture>.pooling_type` as a u32 other than 0. */
function hasPooling(head: Buffer): boolean {
  const at = head.indexOf(".pooling_type");
  const value = at + ".pooling_type".length;
  return at > 0 && head.readUInt32LE(value) === 4 && head.readUInt32LE(value + 4) > 0;
}
