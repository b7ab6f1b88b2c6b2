import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import type { ObjectKey, ObjectStore } from "./port.ts";

export interface OpenedStore extends AsyncDisposable {
  store: ObjectStore;
  /** Opens the store as a new process would after the old one was killed. */
  reopenAfterKill(): Promise<ObjectStore>;
}

const keyOf = (bytes: Uint8Array): ObjectKey =>
  `originals/${createHash("sha256").update(bytes).digest("hex")}`;
const text = (words: string) => new TextEncoder().encode(words);
const missing: ObjectKey = `originals/${"0".repeat(64)}`;

/** Tests what every ObjectStore must do; `open` gives a fresh, empty one that has an identity. */
export function objectStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`ObjectStore: ${name}`, () => {
    test("a published object is complete", async () => {
      await using opened = await open();
      const { store } = opened;
      const staged = await store.stage();
      await staged.write(text("one "));
      await staged.write(text("two"));
      const key = keyOf(text("one two"));
      expect(await store.stat(key)).toBeNull();
      await staged.publish(key);
      await staged.settle();
      expect(await store.stat(key)).toEqual({ bytes: 7 });
      expect(Buffer.from(await store.read(key)).toString()).toBe("one two");
      expect((await buffer(await store.open(key))).toString()).toBe("one two");
      expect((await buffer(await store.open(key, { first: 2, last: 4 }))).toString()).toBe("e t");
    });

    test("the same content written twice is one object, and both writers succeed", async () => {
      await using opened = await open();
      const { store } = opened;
      const bytes = text("the same");
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          const staged = await store.stage();
          await staged.write(bytes);
          await staged.publish(keyOf(bytes));
          await staged.settle();
          await staged.discard();
        }),
      );
      expect(await store.stat(keyOf(bytes))).toEqual({ bytes: bytes.length });
    });

    test("the library's id is kept beside the originals, and may be given again", async () => {
      await using opened = await open();
      await opened.store.identify("one");
      await opened.store.identify("one");
      expect(await opened.store.identity()).toBe("one");
      expect(await (await opened.reopenAfterKill()).identity()).toBe("one");
    });

    test("damaged bytes under a key are replaced by the right ones, and whole ones are left", async () => {
      await using opened = await open();
      const { store } = opened;
      const bytes = text("as it was taken");
      const publish = async () => {
        const staged = await store.stage();
        await staged.write(bytes);
        const isNew = await staged.publish(keyOf(bytes));
        await staged.settle();
        return isNew;
      };
      expect(await publish()).toBe(true);
      expect(await publish()).toBe(false);
      for (const damaged of ["as it was takem", "as it"]) {
        await store.put(keyOf(bytes), text(damaged));
        expect(await publish()).toBe(true);
        expect(Buffer.from(await store.read(keyOf(bytes))).toString()).toBe("as it was taken");
      }
      expect(await Array.fromAsync(store.originals())).toEqual([keyOf(bytes)]);
    });

    test("a discarded object does not exist", async () => {
      await using opened = await open();
      const { store } = opened;
      const staged = await store.stage();
      await staged.write(text("never mind"));
      await staged.discard();
      expect(await store.stat(keyOf(text("never mind")))).toBeNull();
      expect(await store.sweep(async () => false)).toEqual({ staged: 0, objects: 0 });
    });

    test("put replaces, remove removes, and removing again is harmless", async () => {
      await using opened = await open();
      const { store } = opened;
      const key: ObjectKey = `renditions/${"a".repeat(64)}-preview-1`;
      await store.put(key, text("first"));
      await store.put(key, text("second"));
      expect(Buffer.from(await store.read(key)).toString()).toBe("second");
      await store.remove(key);
      await store.remove(key);
      expect(await store.stat(key)).toBeNull();
    });

    test("a missing object is NOT_FOUND, not a crash", async () => {
      await using opened = await open();
      const { store } = opened;
      await expect(store.read(missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(store.open(missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(store.localFile(missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
    });

    test("an invalid key is refused, also one that would lead out of the folder", async () => {
      await using opened = await open();
      const keys = [
        "originals/../../etc/passwd",
        "originals/",
        "originals/ABC",
        "elsewhere/x",
        `originals/${"a".repeat(64)}/../x`,
      ];
      for (const key of keys) {
        await expect(opened.store.put(key as ObjectKey, text("x")), key).rejects.toThrow();
      }
    });

    test("a sweep leaves the objects of living writers", async () => {
      await using opened = await open();
      const { store } = opened;
      const staged = await store.stage();
      await staged.write(text("still coming"));
      await store.sweep(async () => false);
      await staged.publish(keyOf(text("still coming")));
      await store.sweep(async () => false);
      await staged.settle();
      expect(await store.stat(keyOf(text("still coming")))).toEqual({ bytes: 12 });
    });

    test("an object that is removed between publish and settle is restored", async () => {
      await using opened = await open();
      const { store } = opened;
      const bytes = text("purged while it was uploaded again");
      const upload = async () => {
        const staged = await store.stage();
        await staged.write(bytes);
        await staged.publish(keyOf(bytes));
        return staged;
      };
      await (await upload()).settle();
      const again = await upload();
      await store.remove(keyOf(bytes));
      await again.settle();
      expect(await store.stat(keyOf(bytes))).toEqual({ bytes: bytes.length });
      expect(await store.sweep(async () => false)).toEqual({ staged: 0, objects: 0 });
    });

    const upload = "a1234567-89ab-7cde-8f01-23456789abcd";

    test("an unfinished file goes on where it is said to, also after a kill, and is published", async () => {
      await using opened = await open();
      const part = await opened.store.openPart(upload, 0);
      await part.write(text("one "));
      expect(await part.save()).toBe(4);
      await part.write(text("lost"));
      await part.close();
      const store = await opened.reopenAfterKill();
      expect(await store.sweep(async () => false)).toEqual({ staged: 0, objects: 0 });
      expect(await Array.fromAsync(store.parts())).toEqual([upload]);
      const again = await store.openPart(upload, 4);
      await again.write(text("two"));
      expect(await again.save()).toBe(7);
      await again.close();
      expect((await buffer(await store.readPart(upload))).toString()).toBe("one two");
      const staged = await store.stagePart(upload);
      await staged.publish(keyOf(text("one two")));
      await staged.settle();
      await staged.discard();
      expect(Buffer.from(await store.read(keyOf(text("one two")))).toString()).toBe("one two");
      expect(await Array.fromAsync(store.parts())).toEqual([upload]);
      await store.removePart(upload);
      await store.removePart(upload);
      expect(await Array.fromAsync(store.parts())).toEqual([]);
      expect(await store.stat(keyOf(text("one two")))).toEqual({ bytes: 7 });
      expect(await store.sweep(async () => false)).toEqual({ staged: 0, objects: 0 });
    });

    test("an unfinished file that is not there, or is shorter than it should be, is NOT_FOUND", async () => {
      await using opened = await open();
      const { store } = opened;
      const missing = { code: "NOT_FOUND" };
      await expect(store.openPart(upload, 4)).rejects.toMatchObject(missing);
      await expect(store.readPart(upload)).rejects.toMatchObject(missing);
      await expect(store.stagePart(upload)).rejects.toMatchObject(missing);
      const part = await store.openPart(upload, 0);
      await part.write(text("abc"));
      await part.save();
      await part.close();
      await expect(store.openPart(upload, 4)).rejects.toMatchObject(missing);
      await expect(store.openPart("../../etc/passwd", 0)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    });

    test("a sweep removes the remains of a killed writer, and keeps objects that rows refer to", async () => {
      await using opened = await open();
      const staged = await opened.store.stage();
      await staged.write(text("half an upl"));
      const publish = async (words: string) => {
        const other = await opened.store.stage();
        await other.write(text(words));
        await other.publish(keyOf(text(words)));
      };
      await publish("published, row committed, killed before it settled");
      await publish("published, killed before the row");
      const kept = keyOf(text("published, row committed, killed before it settled"));

      const store = await opened.reopenAfterKill();
      const swept = await store.sweep(async (key) => key === kept);
      expect(swept).toEqual({ staged: 1, objects: 1 });
      expect(await store.stat(kept)).not.toBeNull();
      expect(await store.stat(keyOf(text("published, killed before the row")))).toBeNull();
      expect(await store.sweep(async () => false)).toEqual({ staged: 0, objects: 0 });
      await staged.discard();
    });
  });
}
