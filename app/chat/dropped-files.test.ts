import { expect, test } from "vitest";
import { droppedFiles } from "./dropped-files.ts";

const file = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File([name], name)),
});

/** A folder that lists its entries in pages of two; browsers use pages of a hundred. */
function folder(name: string, entries: { name: string }[]) {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const left = [...entries];
      return { readEntries: (done: (page: unknown[]) => void) => done(left.splice(0, 2)) };
    },
  };
}

const dropped = (entries: { name: string }[], files: File[] = []) =>
  droppedFiles({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files,
  } as unknown as DataTransfer);

test("folders are read with all their subfolders, page by page, and system files are left out", async () => {
  const inner = folder("inner", [file("c.jpg"), file("Thumbs.db"), file("d.jpg"), file("e.jpg")]);
  const files = await dropped([folder("trip", [file("a.jpg"), file(".DS_Store"), inner]), file("b.jpg")]);
  expect(files.map(({ name }) => name)).toEqual(["a.jpg", "c.jpg", "d.jpg", "e.jpg", "b.jpg"]);
});

test("plain files are taken as they are", async () => {
  const files = [new File(["x"], ".hidden.jpg"), new File(["y"], "y.jpg")];
  expect(await dropped([file(".hidden.jpg"), file("y.jpg")], files)).toEqual(files);
});
