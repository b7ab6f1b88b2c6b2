import { describe, expect, test } from "vitest";
import { until } from "#tests/fixtures/until.ts";
import type { DueJobs, JobQueue } from "./port.ts";

/** `urgent` are the ids that somebody waits for. */
export type OpenQueue = (due: DueJobs, urgent?: string[]) => Promise<JobQueue & AsyncDisposable>;

/** Keeps rows as the queue sees them: due until their handler has ended. */
function rowsOf(lane: string, ids: string[]) {
  const due = new Set(ids);
  const find: DueJobs = async (asked, limit) => (asked === lane ? [...due].slice(0, limit) : []);
  return { due, find };
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `job-${at}`);

/** Tests what every JobQueue must do. */
export function jobQueueContract(name: string, open: OpenQueue): void {
  describe(`JobQueue: ${name}`, () => {
    test("every due job is delivered, and never more at once than allowed", async () => {
      const { due, find } = rowsOf("prepare", ids(50));
      await using queue = await open(find);
      let inHand = 0;
      let most = 0;
      const delivered: string[] = [];
      queue.consume("prepare", 3, async (id) => {
        most = Math.max(most, ++inHand);
        await new Promise((resolve) => setImmediate(resolve));
        delivered.push(id);
        due.delete(id);
        inHand--;
      });
      queue.publish("prepare");
      await until("all are done", () => due.size === 0);
      expect(new Set(delivered).size).toBe(50);
      expect(most).toBeLessThanOrEqual(3);
      expect(most).toBeGreaterThan(1);
    });

    test("a job whose publish was lost is still delivered", async () => {
      const { due, find } = rowsOf("prepare", []);
      await using queue = await open(find);
      queue.consume("prepare", 1, async (id) => void due.delete(id));
      due.add("job-late");
      await until("it is done", () => due.size === 0);
    });

    test("no lane holds up another", async () => {
      const done: string[] = [];
      await using queue = await open(async (lane) => (done.includes(lane) ? [] : [lane]));
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      queue.consume("slow", 1, async (lane) => {
        await held;
        done.push(lane);
      });
      queue.consume("fast", 1, async (lane) => void done.push(lane));
      queue.publish("slow");
      queue.publish("fast");
      await until("the fast lane is done", () => done.includes("fast"));
      expect(done).toEqual(["fast"]);
      release();
      await until("the slow lane is done", () => done.includes("slow"));
    });

    test("a paused consumer takes nothing until it is resumed", async () => {
      const { due, find } = rowsOf("describe", ids(2));
      await using queue = await open(find);
      const consumer = queue.consume("describe", 1, async (id) => void due.delete(id));
      consumer.pause();
      const other = rowsOf("prepare", ids(1));
      await using second = await open(other.find);
      second.consume("prepare", 1, async (id) => void other.due.delete(id));
      await until("another queue has worked meanwhile", () => other.due.size === 0);
      expect(due.size).toBe(2);
      consumer.resume();
      await until("all are done", () => due.size === 0);
    });

    test("a consumer that is paused but for those who wait takes their jobs only", async () => {
      const { due, find } = rowsOf("describe", ["job-ordinary", "job-wanted"]);
      const wanted: DueJobs = async (lane, limit, which) =>
        (await find(lane, limit)).filter((id) => which === undefined || id === "job-wanted");
      await using queue = await open(wanted, ["job-wanted"]);
      const done: string[] = [];
      const work = async (id: string) => {
        done.push(id);
        due.delete(id);
      };
      const consumer = queue.consume("describe", 1, work);
      consumer.pause("waited-for");
      await until("what somebody waits for is done", () => due.size === 1);
      expect(done).toEqual(["job-wanted"]);
      consumer.resume();
      await until("all are done", () => due.size === 0);
    });

    test("closing waits for the job that has begun and takes no other", async () => {
      const { due, find } = rowsOf("prepare", ids(5));
      await using queue = await open(find);
      let begun = () => {};
      const started = new Promise<void>((resolve) => {
        begun = resolve;
      });
      let ended = false;
      const consumer = queue.consume("prepare", 1, async (id) => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 50));
        due.delete(id);
        ended = true;
      });
      await started;
      await consumer.close();
      expect(ended).toBe(true);
      expect(due.size).toBe(4);
    });

    test("a handler that throws does not stop the queue", async () => {
      const { due, find } = rowsOf("prepare", ids(3));
      await using queue = await open(find);
      queue.consume("prepare", 1, async (id) => {
        due.delete(id);
        if (id === "job-0") throw new Error("a handler's bug");
      });
      await until("all are done", () => due.size === 0);
    });

    test("a job that is still due when its handler has ended is delivered again", async () => {
      const { due, find } = rowsOf("prepare", ids(1));
      await using queue = await open(find);
      let deliveries = 0;
      queue.consume("prepare", 1, async (id) => {
        if (++deliveries === 2) due.delete(id);
      });
      await until("it is done at the second time", () => due.size === 0);
    });

    test("a job that has begun ends although its consumer is paused", async () => {
      const { due, find } = rowsOf("prepare", ids(1));
      await using queue = await open(find);
      const released = Promise.withResolvers<void>();
      let begun = false;
      const consumer = queue.consume("prepare", 1, async (id) => {
        begun = true;
        await released.promise;
        due.delete(id);
      });
      await until("it is in hand", () => begun);
      consumer.pause();
      released.resolve();
      await until("it is done", () => due.size === 0);
    });

    test("after pausing and resuming many times the last call counts", async () => {
      const { due, find } = rowsOf("prepare", ids(20));
      await using queue = await open(find);
      const consumer = queue.consume("prepare", 2, async (id) => void due.delete(id));
      for (let times = 0; times < 20; times++) {
        consumer.pause();
        consumer.resume();
      }
      await until("all are done", () => due.size === 0);
    });

    test("closing the queue waits for the jobs that any of its consumers has begun", async () => {
      const { find } = rowsOf("prepare", ids(1));
      const queue = await open(find);
      const begun = Promise.withResolvers<void>();
      let ended = false;
      queue.consume("prepare", 1, async () => {
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 50));
        ended = true;
      });
      await begun.promise;
      await queue.close();
      expect(ended).toBe(true);
    });

    test("check succeeds while all is well", async () => {
      await using queue = await open(async () => []);
      await expect(queue.check()).resolves.toBeUndefined();
    });
  });
}
