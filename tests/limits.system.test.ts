import { afterAll, beforeAll, expect, test } from "vitest";
import { filesIn } from "./fixtures/data-folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { callProcedure } from "./fixtures/procedures.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

let glimpse: RunningGlimpse;
let photo: Buffer;
beforeAll(async () => {
  photo = await drawPhoto(1, { width: 64, height: 48 });
  glimpse = await startGlimpse({
    settings: {
      ...{ GLIMPSE_MAX_UPLOADS: "1", GLIMPSE_MAX_WATCHERS: "2", GLIMPSE_MAX_QUESTIONS: "1" },
      ...{ GLIMPSE_MAX_STAGING_MB: "2", GLIMPSE_TRUSTED_PROXIES: "127.0.0.1" },
    },
  });
});
afterAll(() => glimpse[Symbol.asyncDispose]());

const from = (address: string) => ({ "x-forwarded-for": address });

test("one address has its event streams, and others have theirs", async () => {
  const watch = async (address: string) => {
    const leaving = new AbortController();
    const headers = from(address);
    const answer = await fetch(`${glimpse.url}/api/trpc/jobs.watch`, { headers, signal: leaving.signal });
    return { leaving, status: answer.status, retry: answer.headers.get("retry-after") };
  };
  const [first, second] = [await watch("10.0.0.1"), await watch("10.0.0.1")];
  const third = await watch("10.0.0.1");
  expect([first.status, second.status, third.status, third.retry]).toEqual([200, 200, 429, "5"]);
  const other = await watch("10.0.0.2");
  expect(other.status).toBe(200);
  first.leaving.abort();
  await until("there is room again", async () => {
    const again = await watch("10.0.0.1");
    again.leaving.abort();
    return again.status === 200;
  });
  for (const { leaving } of [second, other]) leaving.abort();
});

test("one address may ask some questions at once, and then so many a second", async () => {
  const ask = (address: string) =>
    callProcedure(glimpse.url, "search.plan", '{"text":"a dog"}', from(address));
  // More than any machine answers before the next second's questions are allowed.
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask("10.0.0.3")));
  const [served, refusals] = [200, 429].map((wanted) => answers.filter(({ status }) => status === wanted));
  expect(served?.length).toBeGreaterThanOrEqual(10);
  expect((served?.length ?? 0) + (refusals?.length ?? 0)).toBe(100);
  const refused = refusals?.[0];
  if (!refused) throw new Error("a hundred questions at once were all answered");
  expect(refused.headers["retry-after"]).toBe("1");
  expect(JSON.parse(refused.body).error.data).toMatchObject({ code: "TOO_MANY", retryAfter: 1 });
  expect((await ask("10.0.0.4")).status).toBe(200);
  // Requests other than questions are still answered.
  expect((await callProcedure(glimpse.url, "jobs.summary", undefined, from("10.0.0.3"))).status).toBe(200);
});

test("an upload waits until its address has a place", async () => {
  const going = Promise.withResolvers<void>();
  async function* slow() {
    yield photo;
    await going.promise;
    yield Buffer.from("the end");
  }
  const order: string[] = [];
  const first = sendPhoto(glimpse.url, slow(), { headers: from("10.0.0.5") }).then(() => order.push("first"));
  await until("the first is under way", () => filesIn(glimpse.dataFolder, "staging").length > 0);
  const send = (number: number, address: string) =>
    sendPhoto(glimpse.url, variantOf(photo, number), { headers: from(address) });
  const second = send(1, "10.0.0.5").then(() => order.push("second"));
  expect((await send(2, "10.0.0.6")).status).toBe(200);
  order.push("other");
  going.resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(["other", "first", "second"]);
});

test("uploads take no more room than is set aside for them", async () => {
  const large = Buffer.concat([photo, Buffer.alloc(3_000_000)]);
  const answer = await sendPhoto(glimpse.url, large, { headers: from("10.0.0.7") });
  expect([answer.status, answer.error?.code]).toEqual([429, "TOO_MANY"]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  async function* chunks() {
    yield photo;
    for (let sent = 0; sent < 3; sent++) yield new Uint8Array(1_000_000);
  }
  expect((await sendPhoto(glimpse.url, chunks(), { headers: from("10.0.0.7") })).status).toBe(429);
  // Its room is free again.
  const smaller = Buffer.concat([photo, Buffer.alloc(1_500_000)]);
  expect((await sendPhoto(glimpse.url, smaller, { headers: from("10.0.0.7") })).status).toBe(200);
});

test("a thousand uploads that come at once are all taken in, and each photo is there once", async () => {
  await using usual = await startGlimpse();
  // None is refused before it has waited for half a minute, which happens on a busy machine; then it comes again.
  const takenIn = (number: number) =>
    until(
      "it is taken in",
      async () => {
        const began = performance.now();
        const answer = await sendPhoto(usual.url, variantOf(photo, number % 500));
        if (answer.status !== 429) return answer;
        expect(performance.now() - began).toBeGreaterThan(29_000);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        return null;
      },
      120_000,
    );
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, number) => takenIn(number)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map((answer) => answer.photo?.id)).size).toBe(500);
});
