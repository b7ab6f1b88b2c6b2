import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "#server/api/router.ts";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { ask } from "./fixtures/asking.ts";
import { checkout, type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { hasProc, mappedFiles } from "./fixtures/processes.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const tag = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
/** A photo with a hostile name and caption, and a conversation with a hostile title and question that shows it. */
let photoId: string;
let conversationId: string;
let turnId: string;

beforeAll(async () => {
  const image = await drawPhoto(1);
  ollama = await startOllama({ captions: [{ image, caption: `A brown dog on a beach holds a sign that says ${tag} in red.` }] });
  glimpse = await startGlimpse({ ollama: ollama.url });
  const sent = await sendPhoto(glimpse.url, image, { name: `${tag}.jpg` });
  photoId = sent.photo?.id ?? "";
  await until("the photo is indexed", async () => {
    return (await glimpse.api.photos.get.query({ id: photoId })).status === "indexed";
  });
  conversationId = (await glimpse.api.conversations.create.mutate({ title: tag })).id;
  turnId = randomUUID();
  const turn = { conversationId, turnId, text: `a dog ${tag}` };
  for await (const event of await glimpse.api.conversations.say.mutate(turn)) expect(event.type).not.toBe("error");
});
afterAll(async () => {
  await glimpse[Symbol.asyncDispose]();
  await ollama[Symbol.asyncDispose]();
});

const procedures = Object.entries(appRouter._def.procedures).map(([name, { _def }]) => ({ name, type: _def.type }));
const json = { "content-type": "application/json" };

/** Something that works, of every procedure with an input; each field is then made hostile. */
const examples: Record<string, object> = {
  "photos.known": { sha256: ["a".repeat(64)] },
  "photos.get": { id: photoIdLater() },
};

describe("who is heard", () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.family === "IPv4" ? [one.address] : []));

  test.skipIf(outside.length === 0)("nobody from another machine", async () => {
    for (const address of outside) {
      const socket = connect(Number(new URL(glimpse.url).port), address);
      const [error] = await once(socket, "error");
      expect(error).toMatchObject({ code: "ECONNREFUSED" });
    }
  });
});
