import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { embeddedContract } from "#tests/fixtures/embedded-contract.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { ada, documentOf, idsOf, nearest, photoId } from "../contract-suites/fixtures.ts";
import { createEmbeddedIndex } from "./embedded.ts";

// Each of these tests starts two threads, which takes longer than the test itself.
embeddedContract("embedded index that is searched in threads", { threadsFrom: 0 });
embeddedContract("embedded index that has codes from the first vector on", { codesFrom: 0, threadsFrom: 0 });

async function openIndex(folder: string) {
  const index = await createEmbeddedIndex({ folder });
  return { index, [Symbol.asyncDispose]: () => index.close() };
}

const asked = { owner: ada, filter: [], limit: 10_000 };
const vector = Float32Array.of(1, 0);
const dogs = { ...asked, tokens: ["dog"] };
const near = { ...asked, space: "s", vector };

/** A process of its own that runs `code` with an index; each line that it prints arrives when it is printed. */
function writerProcess(folder: string, code: string) {
  const program = `
    const { createEmbeddedIndex } = await import(${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)});
    const { documentOf, photoId } = await import(${JSON.stringify(new URL("../contract-suites/fixtures.ts", import.meta.url).href)});
    const { writeSync } = await import("node:fs");
    const index = await createEmbeddedIndex({ folder: ${JSON.stringify(folder)} });
    const acknowledge = (number) => writeSync(1, number + "\\n");
    const put = async (number) => {
      await index.putDocuments([documentOf(number, { tokens: "dog" })]);
      await index.putVectors("s", 2, [{ photoId: photoId(number), vector: Float32Array.of(1, 0) }]);
      acknowledge(number);
    };
    ${code}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, lines: createInterface(child.stdout), ended: once(child, "close") };
}

test("Two processes write at once, and nothing is lost", async () => {
  await using folder = await temporaryFolder();
  const write = (from: number) =>
    `for (let n = ${from}; n < ${from + 150}; n++) await put(n); await index.close();`;
  const processes = [writerProcess(folder.path, write(0)), writerProcess(folder.path, write(150))];
  await using both = await openIndex(folder.path);
  await both.index.putDocuments(Array.from({ length: 150 }, (_, number) => documentOf(300 + number)));
  expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(await both.index.count(asked)).toBe(450);
  expect(await nearest(both.index, near)).toHaveLength(300);
  expect(await both.index.searchText(dogs)).toHaveLength(300);
});

test("Killed in the middle of writing, a process loses nothing that it acknowledged", async () => {
  await using folder = await temporaryFolder();
  const acknowledged = new Set<number>();
  for (let round = 0; round < 4; round++) {
    const first = round * 100_000;
    const { child, lines, ended } = writerProcess(folder.path, `for (let n = ${first}; ; n++) await put(n);`);
    lines.on("line", (line) => {
      acknowledged.add(Number(line));
      if (Number(line) === first + 30 + round) child.kill("SIGKILL");
    });
    expect(await ended).toEqual([null, "SIGKILL"]);
    await using store = await openIndex(folder.path);
    expect(idsOf(await store.index.browse(asked))).toEqual(
      expect.arrayContaining([...acknowledged].map(photoId)),
    );
    expect(idsOf(await store.index.searchText(dogs))).toEqual(
      expect.arrayContaining([...acknowledged].map(photoId)),
    );
    expect(idsOf(await nearest(store.index, near))).toEqual(
      expect.arrayContaining([...acknowledged].map(photoId)),
    );
  }
  expect(acknowledged.size).toBeGreaterThan(120);
});
