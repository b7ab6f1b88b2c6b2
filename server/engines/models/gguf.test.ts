import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type GgufShape, gguf, ggufFile } from "#tests/doubles/gguf-file.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { withPooling } from "./gguf.ts";

const llama: GgufShape["pairs"][number] = ["general.architecture", gguf.string("llama")];
const last: GgufShape["pairs"][number] = ["llama.pooling_type", gguf.u32(3)];
const everyType: GgufShape["pairs"] = [
  ["a.u8", gguf.u8(7)],
  ["a.i8", gguf.i8(-7)],
  ["a.u16", gguf.u16(700)],
  ["a.i16", gguf.i16(-700)],
  ["a.u32", gguf.u32(70_000)],
  ["a.i32", gguf.i32(-70_000)],
  ["a.f32", gguf.f32(0.5)],
  ["a.bool", gguf.bool(true)],
  ["a.string", gguf.string("für “uns”")],
  ["a.empty", gguf.string("")],
  ["a.u64", gguf.u64(2 ** 40)],
  ["a.i64", gguf.i64(5)],
  ["a.f64", gguf.f64(1e-5)],
  ["a.strings", gguf.array(["<s>", "", "dog"].map(gguf.string))],
  ["a.scores", gguf.array([1, 2, 3].map(gguf.f32))],
  ["a.none", gguf.array([], 8)],
  ["a.nested", gguf.array([gguf.array([gguf.u8(1), gguf.u8(2)]), gguf.array([gguf.string("x")])])],
];
const tensors = [Buffer.alloc(100, "weights"), Buffer.alloc(64, 2), Buffer.alloc(4, 3)];

/** Returns the whole copy of a file. */
async function copyOf(original: Buffer): Promise<Buffer> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "model.gguf");
  await writeFile(path, original);
  await using file = await open(path);
  const { header, dataFrom, size } = await withPooling(file);
  const copy = Buffer.concat([header, original.subarray(dataFrom)]);
  expect(copy).toHaveLength(size);
  return copy;
}

test.each([
  8, 32, 64, 4096,
])("the copy has exactly one more key, at an alignment of %d", async (alignment) => {
  for (const version of [2, 3]) {
    for (const extra of ["", "x", "x".repeat(40)]) {
      const pairs: GgufShape["pairs"] = [
        ["general.alignment", gguf.u32(alignment)],
        ...everyType,
        llama,
        ["general.name", gguf.string(extra)],
      ];
      const original = ggufFile({ version, pairs, tensors, alignment });
      const wanted = ggufFile({ version, pairs: [...pairs, last], tensors, alignment });
      expect(await copyOf(original)).toEqual(wanted);
    }
  }
});

test("without an alignment of its own a file is aligned to 32", async () => {
  const copy = await copyOf(ggufFile({ pairs: [llama, ...everyType], tensors }));
  expect(copy).toEqual(ggufFile({ pairs: [llama, ...everyType, last], tensors }));
});

test("the key carries the file's own architecture", async () => {
  const qwen: GgufShape["pairs"] = [["general.architecture", gguf.string("qwen3")]];
  expect(await copyOf(ggufFile({ pairs: qwen, tensors }))).toEqual(
    ggufFile({ pairs: [...qwen, ["qwen3.pooling_type", gguf.u32(3)]], tensors }),
  );
});

test.each([
  ["another pooling", gguf.u32(1)],
  ["another type", gguf.string("mean")],
  ["the same", gguf.u32(3)],
])("an existing pooling key is replaced in its place: %s", async (_, pooling) => {
  const shape = (value: typeof pooling): GgufShape => ({
    pairs: [llama, ["llama.pooling_type", value], ...everyType],
    tensors,
  });
  expect(await copyOf(ggufFile(shape(pooling)))).toEqual(ggufFile(shape(gguf.u32(3))));
});

test("a vocabulary longer than the first read is read completely", async () => {
  const words = Array.from({ length: 100 }, (_, at) => gguf.string(`${at}`.padEnd(60_000, "token ")));
  const pairs: GgufShape["pairs"] = [llama, ["tokenizer.ggml.tokens", gguf.array(words)]];
  const copy = await copyOf(ggufFile({ pairs, tensors }));
  expect(copy.equals(ggufFile({ pairs: [...pairs, last], tensors }))).toBe(true);
});

const whole = ggufFile({ pairs: [llama, ...everyType], tensors });
const patched = (at: number, bytes: Buffer) =>
  Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
const absurd = Buffer.alloc(8, 0xff);
const firstKey = 24;
const nest = (depth: number) => {
  let value = gguf.u8(1);
  for (let level = 0; level < depth; level++) value = gguf.array([value]);
  return value;
};

test.each<[string, Buffer, string]>([
  ["nothing", Buffer.alloc(0), "it ends within its header"],
  ["another file", Buffer.from("root:x:0:0:root:/root:/bin/bash\n"), "it is no GGUF file"],
  ["version 1", ggufFile({ version: 1, pairs: [llama] }), "its version of GGUF is 1, not 2 or 3"],
  ["a newer version", ggufFile({ version: 4, pairs: [llama] }), "its version of GGUF is 4"],
  ["a big-endian file", patched(4, Buffer.from([0, 0, 0, 3])), "it is big-endian"],
  ["a header cut short", whole.subarray(0, 300), "it ends within its header"],
  ["tensors cut short", whole.subarray(0, whole.length - 120), "it ends within its tensors"],
  ["too many tensors", patched(8, absurd), "longer than the file"],
  ["too many keys", patched(16, absurd), "longer than the file"],
  ["a key of absurd length", patched(firstKey, absurd), "longer than the file"],
  ["a key too long", ggufFile({ pairs: [["k".repeat(70_000), gguf.u8(1)]] }), "a name in it has 70000 bytes"],
  ["an unknown type", ggufFile({ pairs: [["k", { type: 13, bytes: absurd }]] }), "the unknown type 13"],
  ["arrays without end", ggufFile({ pairs: [["k", nest(30)]] }), "nested too deep"],
  ["a key twice", ggufFile({ pairs: [llama, llama] }), "it has a key twice"],
  ["no architecture", ggufFile({ pairs: everyType, tensors }), "it names no architecture"],
  [
    "an odd architecture",
    ggufFile({ pairs: [["general.architecture", gguf.string("a b\n")]] }),
    "it names no architecture",
  ],
  [
    "an odd alignment",
    ggufFile({ pairs: [llama, ["general.alignment", gguf.u32(48)]] }),
    "its alignment is no power of two",
  ],
  [
    "an alignment of another type",
    ggufFile({ pairs: [llama, ["general.alignment", gguf.u64(32)]] }),
    "its alignment is no power of two",
  ],
  [
    "a tensor out of line",
    ggufFile({ pairs: [llama, ["general.alignment", gguf.u32(1024)]], tensors }),
    "a tensor in it is not aligned",
  ],
])("%s is refused, with the reason", async (_, bytes, reason) => {
  await expect(copyOf(bytes)).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: expect.stringContaining(reason),
  });
});

test("a header that is cut or has flipped bits soon ends in a copy or a refusal", async () => {
  for (let at = 0; at < 400; at += 7) {
    for (const bytes of [whole.subarray(0, at), patched(at, Buffer.from([0xff])), patched(at, absurd)]) {
      const outcome = await copyOf(bytes).catch((error) => error.code);
      expect(outcome === "BAD_REQUEST" || Buffer.isBuffer(outcome)).toBe(true);
    }
  }
});
