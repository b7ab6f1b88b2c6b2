import { randomUUID } from "node:crypto";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { afterAll, beforeAll, describe } from "vitest";
import { hasMilvusLite, type MilvusLite, startMilvusLite } from "#tests/fixtures/milvus-lite.ts";
import { photoIndexContract } from "./contract.ts";
import { createMilvusIndex } from "./milvus.ts";

let server: MilvusLite;
let admin: MilvusClient;

beforeAll(async () => {
  if (!hasMilvusLite) return;
  server = await startMilvusLite();
  admin = new MilvusClient({ address: server.url, maxRetries: 0, timeout: 5_000 });
  await admin.connectPromise;
});

afterAll(async () => {
  await admin?.closeConnection();
  await server?.[Symbol.asyncDispose]();
});

/** Names that nobody else on the server has; what has one is dropped in the end. */
function names() {
  const prefix = `t${randomUUID().replaceAll("-", "")}_`;
  return {
    prefix,
    async [Symbol.asyncDispose]() {
      const { data } = await admin.showCollections();
      for (const { name } of data) {
        if (name.startsWith(prefix)) await admin.dropCollection({ collection_name: name });
      }
    },
  };
}

function openIndex(prefix: string) {
  const index = createMilvusIndex({ url: server.url, token: null, index: "auto", prefix });
  return { index, [Symbol.asyncDispose]: () => index.close() };
}

describe.skipIf(!hasMilvusLite)("on Milvus Lite", () => {
  photoIndexContract("Milvus index", async () => {
    const own = names();
    const { index } = openIndex(own.prefix);
    return {
      index,
      async [Symbol.asyncDispose]() {
        await index.close();
        await own[Symbol.asyncDispose]();
      },
    };
  });
});
