import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import { createMilvusIndex } from "#server/engines/index/milvus/milvus.ts";
import type { PhotoIndex } from "#server/engines/index/port.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { hasStack, type Stack, startStack } from "#tests/fixtures/stack.ts";
import { ingest } from "./ingest.ts";
import { startInstantModel } from "./instant-model.ts";
import { drawPictures } from "./pictures.ts";
import type { Row } from "./row.ts";
import { median, percentiles, timed, times } from "./statistics.ts";
import { byText, byVector, syntheticLibrary } from "./synthetic-library.ts";

const documents = 5_000;
const searches = 30;
const warmUp = 6;
const photos = 30;
const rounds = 2;

/**
 * Runs the same searches and the same ingest in turn on the embedded engines and on Milvus Lite, RabbitMQ and
 * Postgres.
 */
export async function benchEngines(): Promise<Row[]> {
  if (!hasStack) {
    console.error("engines: left out, Milvus Lite, RabbitMQ and Postgres are not all installed");
    return [];
  }
  await using stack = await startStack();
  return [...(await benchIndexes(stack)), ...(await benchIngests(stack))];
}

async function benchIndexes({ milvus }: Stack): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const library = syntheticLibrary(documents);
  const indexes: [string, PhotoIndex][] = [
    ["embedded", await createEmbeddedIndex({ folder: folder.path })],
    ["Milvus Lite", createMilvusIndex({ url: milvus.url, token: null, index: "auto", prefix: "bench_" })],
  ];
  const kinds = {
    vector: (index: PhotoIndex) => byVector(index, [], library.question().vector),
    "vector, 1 % filter": (index: PhotoIndex) => {
      const { filter, vector } = library.question();
      return byVector(index, filter, vector);
    },
    text: (index: PhotoIndex) => byText(index, [], library.question().tokens),
  };
  const rows: Row[] = [];
  for (const [name, index] of indexes) {
    const filling = await timed(() => library.fill(index));
    rows.push({
      name: `index 5k × 4096, ${name}: written`,
      value: documents / (filling / 1000),
      unit: "photos/s",
    });
  }
  for (const [kind, search] of Object.entries(kinds)) {
    for (const [name, index] of indexes) {
      await times(5, () => search(index));
      const { p50, p95 } = percentiles(await times(searches, () => search(index)));
      const about = `search 5k × 4096, ${name}: ${kind}`;
      rows.push({ name: `${about}, p50`, value: p50, unit: "ms" });
      rows.push({ name: `${about}, p95`, value: p95, unit: "ms" });
    }
  }
  for (const [, index] of indexes) await index.close();
  return rows;
}

async function benchIngests({ settings, postgres }: Stack): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const pictures = await drawPictures(folder.path, warmUp + photos);
  const files = { warmUp: pictures.slice(0, warmUp), files: pictures.slice(warmUp) };
  await using model = await startInstantModel();
  const embedded: number[] = [];
  const servers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    embedded.push(photos / (await ingest(files, { ollama: model.url })));
    // Each round needs a fresh database, because the old one would recognise the photos as duplicates.
    const fresh = { ...settings, DATABASE_URL: await postgres.create() };
    servers.push(photos / (await ingest(files, { ollama: model.url, settings: fresh })));
  }
  return [
    { name: "ingest, embedded engines", value: median(embedded), unit: "photos/s" },
    { name: "ingest, Milvus Lite, RabbitMQ and Postgres", value: median(servers), unit: "photos/s" },
    {
      name: "ingest on the servers as a share of embedded",
      value: median(servers.map((speed, round) => speed / (embedded[round] ?? Number.NaN))),
      unit: "×",
    },
  ];
}
