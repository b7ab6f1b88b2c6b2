import { expect, test, vi } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { createUploadQueue, type Upload } from "./upload-queue.ts";

const photoOf = (name: string): Photo => ({
  id: `photo of ${name}`,
  sha256: name,
  fileName: name,
  type: "image/jpeg",
  bytes: 1,
  kind: "photo",
  durationMs: null,
  width: null,
  height: null,
  takenAt: null,
  takenFrom: null,
  place: null,
  otherPlaces: [],
  camera: null,
  lens: null,
  rating: null,
  favourite: false,
  keywords: [],
  people: [],
  title: null,
  description: null,
  caption: null,
  edited: [],
  thumbhash: null,
  animated: false,
  companions: [],
  motion: null,
  partOf: null,
  pictureNote: null,
  status: "received",
  failure: null,
  flaw: null,
  damage: null,
  createdAt: "2024-01-01T00:00:00Z",
});

const fileOf = (name: string) => new File([name], name);

/** A server in memory. It knows the photos in `library`; the test itself answers each upload in `sends`. */
function harness({ library = [] as string[], concurrency = 3 } = {}) {
  const sends: {
    name: string;
    progress(part: number): void;
    break(isLost: boolean): void;
    answer(): void;
    fail(error: Error): void;
    signal: AbortSignal;
  }[] = [];
  const queue = createUploadQueue({
    concurrency,
    refuse: (file) => (file.name.endsWith(".pdf") ? "A PDF is not a photo" : null),
    hash: async (file) => file.text(),
    known: async (sha256) => (library.includes(sha256) ? photoOf(sha256) : null),
    failureOf: (error, sent) => ({ reason: `${(error as Error).message} at ${sent}`, retryable: true }),
    send: (file, { onProgress, onBreak, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        const answer = () => resolve({ photo: photoOf(file.name), duplicate: false, repaired: false });
        sends.push({ name: file.name, progress: onProgress, break: onBreak, answer, fail: reject, signal });
      }),
  });
  const states = () => queue.store.get().map((upload: Upload) => upload.state);
  const sent = (count: number) => vi.waitFor(() => expect(sends).toHaveLength(count));
  return { queue, sends, states, sent };
}

test("a file goes from the queue into the library and reports its progress", async () => {
  const { queue, sends, states, sent } = harness();
  queue.add([fileOf("a.jpg")]);
  await sent(1);
  expect(states()).toEqual(["uploading"]);
  sends[0]?.progress(0.48);
  expect(queue.store.get()[0]?.sent).toBe(0.48);
  sends[0]?.answer();
  await vi.waitFor(() => expect(states()).toEqual(["stored"]));
  expect(queue.store.get()[0]?.photo?.fileName).toBe("a.jpg");
});

test("a file that the library already has is not sent", async () => {
  const { queue, sends, states } = harness({ library: ["a.jpg", "b.jpg"] });
  queue.add([fileOf("a.jpg"), fileOf("b.jpg")]);
  await vi.waitFor(() => expect(states()).toEqual(["duplicate", "duplicate"]));
  expect(sends).toHaveLength(0);
});

test("a file that fails says why and does not hold up the others", async () => {
  const { queue, sends, states, sent } = harness();
  queue.add(["a.jpg", "itinerary.pdf", "b.jpg"].map(fileOf));
  await sent(2);
  for (const send of sends) send.answer();
  await vi.waitFor(() => expect(states()).toEqual(["stored", "failed", "stored"]));
  expect(queue.store.get()[1]?.failure).toEqual({ reason: "A PDF is not a photo", retryable: false });
});

test("the number of files that are sent at once is limited", async () => {
  const { queue, sends, states, sent } = harness({ concurrency: 2 });
  queue.add(["a", "b", "c"].map(fileOf));
  await sent(2);
  expect(states()).toEqual(["uploading", "uploading", "queued"]);
  sends[0]?.answer();
  await sent(3);
});

test("an upload whose connection was lost can be retried from the start", async () => {
  const { queue, sends, states, sent } = harness();
  queue.add([fileOf("a.jpg")]);
  await sent(1);
  sends[0]?.progress(0.5);
  sends[0]?.fail(new Error("lost"));
  await vi.waitFor(() => expect(states()).toEqual(["failed"]));
  expect(queue.store.get()[0]?.failure?.reason).toBe("lost at 0.5");
  queue.retry(queue.store.get().map((upload) => upload.id));
  await sent(2);
  sends[1]?.answer();
  await vi.waitFor(() => expect(states()).toEqual(["stored"]));
});

test("an upload that has lost its connection says so until it goes on", async () => {
  const { queue, sends, states, sent } = harness();
  const lost = () => queue.store.get().map((upload) => upload.lost);
  queue.add([fileOf("a.jpg")]);
  await sent(1);
  sends[0]?.break(true);
  expect([states(), lost()]).toEqual([["uploading"], [true]]);
  sends[0]?.break(false);
  expect(lost()).toEqual([false]);
});

test("removing a file aborts its upload and makes room for the next", async () => {
  const { queue, sends, states, sent } = harness({ concurrency: 1 });
  queue.add(["a", "b"].map(fileOf));
  await sent(1);
  queue.remove([queue.store.get()[0]?.id ?? ""]);
  expect(sends[0]?.signal.aborted).toBe(true);
  await sent(2);
  expect(states()).toEqual(["uploading"]);
});
