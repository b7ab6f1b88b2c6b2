import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openRows } from "#tests/fixtures/queue.ts";
import { holdTime, passTime } from "#tests/fixtures/time.ts";
import { libraryTime } from "./clock.ts";
import { localOwner } from "./ids.ts";

let rows: Awaited<ReturnType<typeof openRows>>;

beforeEach(async () => {
  holdTime();
  rows = await openRows();
});

afterEach(async () => {
  vi.useRealTimers();
  await rows[Symbol.asyncDispose]();
});

const due = (urgent = false, limit = 10) => rows.outbox.due("prepare", { urgent, limit });

async function claimFirst() {
  const [job] = await due();
  const claimed = job && (await rows.jobs.claim(job.id));
  if (!claimed) throw new Error("no job is due");
  return claimed;
}

test("due jobs come in the order in which they became due, with the time of their publication", async () => {
  const before = libraryTime();
  await rows.receive(1);
  const after = libraryTime();
  passTime(10);
  await rows.receive(2);
  const [first, ...others] = await due();
  expect(first?.publishedAt).toBeNull();
  expect(first?.dueAt).toBeGreaterThanOrEqual(before);
  expect(first?.dueAt).toBeLessThanOrEqual(after);
  expect(others).toHaveLength(2);
  await rows.outbox.published([first?.id ?? ""], 1_000);
  expect((await due()).map(({ publishedAt }) => publishedAt)).toEqual([1_000, null, null]);
  expect(await due(false, 2)).toHaveLength(2);
  expect(await rows.outbox.due("describe", { urgent: false, limit: 10 })).toEqual([]);
});

test("a job that a person waits for is among the urgent ones, and only there", async () => {
  const [photoId = ""] = await rows.receive(2);
  await rows.jobs.hurry(localOwner, [photoId]);
  expect(await due(true)).toHaveLength(1);
  expect(await due()).toHaveLength(1);
});

test("a claimed job is not due; after its lease has run out it is due, since that time", async () => {
  await rows.receive(1);
  const claimedAt = libraryTime();
  await claimFirst();
  expect(await due()).toEqual([]);
  passTime(60_000);
  const [job] = await due();
  expect(job?.dueAt).toBeGreaterThan(claimedAt);
  expect(job?.dueAt).toBeLessThan(libraryTime());
});

test("a job that failed is due after its backoff, later than its publication; one that failed for good is not", async () => {
  await rows.receive(1);
  const job = await claimFirst();
  await rows.outbox.published([job.id], rows.outbox.now());
  await rows.jobs.fail(job, "no luck");
  expect(await due()).toEqual([]);
  passTime(60_000);
  const [again] = await due();
  expect(again?.dueAt).toBeGreaterThan(again?.publishedAt ?? Number.POSITIVE_INFINITY);
  await rows.jobs.fail(await claimFirst(), "no luck at all", true);
  passTime(60_000);
  expect(await due()).toEqual([]);
});

test("photos to describe come newest first, with the longest waiting among them, and what was opened as urgent", async () => {
  const old = await rows.receive(1);
  await rows.arm("describe", old);
  passTime(1_000);
  const ids = await rows.receive(20);
  await rows.arm("describe", ids);
  const [opened = ""] = ids;
  await rows.jobs.lookAt(localOwner, [opened]);
  const describing = (urgent: boolean, limit: number) => rows.outbox.due("describe", { urgent, limit });
  expect(await describing(true, 5)).toHaveLength(1);
  const photoOf = await rows.photosOfJobs();
  const order = (await describing(false, 16)).map(({ id }) => photoOf.get(id) ?? "");
  expect(order).not.toContain(opened);
  expect(order.indexOf(old[0] ?? "")).toBe(7);
  expect(order.length).toBeLessThanOrEqual(16);
});

test("in a pause a photo that was only opened is not urgent, also if its worker died; one that is waited for is", async () => {
  const [opened = "", waited = "", other = ""] = await rows.receive(3);
  await rows.arm("describe", [opened, waited, other]);
  await rows.jobs.lookAt(localOwner, [opened]);
  await rows.jobs.hurry(localOwner, [waited]);
  const photoOf = await rows.photosOfJobs();
  const describing = async (urgent: boolean) =>
    (await rows.outbox.due("describe", { urgent, limit: 10 })).map(({ id }) => photoOf.get(id));
  expect([await describing(true), await describing(false)]).toEqual([[waited, opened], [other]]);
  await rows.describing.set(localOwner, { paused: true });
  expect([await describing(true), await describing(false)]).toEqual([[waited], [opened, other]]);
  for (const id of await rows.jobs.due("describe", 3)) await rows.jobs.claim(id);
  passTime(60_000);
  expect([await describing(true), (await describing(false)).sort()]).toEqual([
    [waited],
    [opened, other].sort(),
  ]);
});
