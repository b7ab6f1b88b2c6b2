import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { drawing } from "#tests/fixtures/seed.ts";
import { until } from "#tests/fixtures/until.ts";
import type { Database } from "../engines/database/port.ts";
import { appendEvent, createEvents, type LoggedEvent, recordPhotoEvent } from "./events.ts";
import { localOwner, newId } from "./ids.ts";
import type { Schema } from "./schema.ts";

const ofPhotos = { owner: localOwner, kind: "photo" as const };
const ofTurns = { owner: localOwner, kind: "turn" as const };

function write({ rows }: Database<Schema>, subject: string, beforeCommit = async () => {}) {
  return rows.transaction().execute(async (transaction) => {
    await recordPhotoEvent(transaction, localOwner, subject, "received");
    await beforeCommit();
  });
}

/**
 * Follows events until it is stopped. After every `breakAfter` events it stops and starts again from the last
 * one. It looks again all the time, so that it would notice an event that comes out of order.
 */
function following(database: Database<Schema>, from: number, breakAfter = Number.POSITIVE_INFINITY) {
  const ending = new AbortController();
  const events = createEvents(database);
  const seen: LoggedEvent[] = [];
  const nudging = (async () => {
    while (!ending.signal.aborted) {
      events.nudge();
      await setImmediate();
    }
  })();
  const ended = (async () => {
    let last = from;
    while (!ending.signal.aborted) {
      let taken = 0;
      for await (const row of events.follow(ofPhotos, last, ending.signal)) {
        seen.push(row);
        last = row.id;
        if (++taken >= breakAfter) break;
      }
    }
  })();
  return {
    seen,
    async stop() {
      ending.abort();
      await Promise.all([ended, nudging]);
    },
  };
}

onEachDatabase((connect) => {
  test("events of several processes reach every follower once and in order, however long a commit takes", async () => {
    const [own, other, third] = [await connect(), await connect(), await connect()];
    const random = drawing();
    const followers = [following(own, 0), following(other, 0, 7), following(third, 0, 1)];
    const subjects: string[] = [];
    const writer = async (database: Database<Schema>) => {
      for (let written = 0; written < 25; written++) {
        const subject = newId();
        subjects.push(subject);
        await write(database, subject, () => pause(random() * 6));
      }
    };
    await Promise.all([own, other, third, own, other, third].map(writer));
    await until("all have seen all", () => followers.every(({ seen }) => seen.length >= subjects.length));
    for (const follower of followers) {
      await follower.stop();
      const ids = follower.seen.map((row) => row.id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      expect(follower.seen.map((row) => row.subject).sort()).toEqual(subjects.toSorted());
    }
  });

  test("an uncommitted event holds back the events after it", async () => {
    const [own, other, third] = [await connect(), await connect(), await connect()];
    const [first, second] = [newId(), newId()];
    let later: Promise<void> = Promise.resolve();
    const held = Promise.withResolvers<void>();
    const slow = write(own, first, () => {
      later = write(other, second);
      return held.promise;
    });
    const seen: LoggedEvent[] = [];
    // The second event has time enough to come through, if it could.
    for (let look = 0; look < 10; look++) {
      await pause(5);
      seen.push(...(await createEvents(third).after(ofPhotos, 0)));
    }
    held.resolve();
    await slow;
    await later;
    expect(seen).toEqual([]);
    const found = await createEvents(own).after(ofPhotos, 0);
    expect(found.map((row) => row.subject)).toEqual([first, second]);
  });

  test("an event outside a transaction is refused, because its order could not be kept", async () => {
    const { rows } = await connect();
    await expect(recordPhotoEvent(rows, localOwner, newId(), "received")).rejects.toThrow("transaction");
  });

  test("a follower sees only its own kind, owner and subject, and each kind has its own newest event", async () => {
    const database = await connect();
    const events = createEvents(database);
    const [photo, turn] = [newId(), newId()];
    await write(database, photo);
    await database.rows.transaction().execute(async (transaction) => {
      await appendEvent(transaction, { ...ofTurns, subject: turn, type: "done", data: { text: "nul \0" } });
      await appendEvent(transaction, { ...ofTurns, subject: newId(), type: "done", data: {} });
      await appendEvent(transaction, { ...ofTurns, owner: newId(), subject: turn, type: "done", data: {} });
    });
    const [told, ...rest] = await events.after({ ...ofTurns, subject: turn }, 0);
    expect([told?.type, told?.data, rest]).toEqual(["done", { text: "nul \0" }, []]);
    expect(await events.newest(ofPhotos)).toBeLessThan(await events.newest(ofTurns));
    expect(await events.newest({ ...ofPhotos, owner: newId() })).toBe(0);
  });
});
