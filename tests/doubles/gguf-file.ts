/** A value in a GGUF file's metadata. The bytes do not include the type. */
export interface GgufValue {
  type: number;
  bytes: Buffer;
}

const integer = (bytes: 1 | 2 | 4, value: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntLE(value, 0, bytes);
  return buffer;
};
const long = (value: number) => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
};
const text = (value: string) => {
  const bytes = Buffer.from(value);
  return Buffer.concat([long(bytes.length), bytes]);
};
const double = (value: number) => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return buffer;
};
const float = (value: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
};

/** Makes values of each type that the format's documentation defines. */
export const gguf = {
  u8: (value: number): GgufValue => ({ type: 0, bytes: integer(1, value) }),
  i8: (value: number): GgufValue => ({ type: 1, bytes: integer(1, value) }),
  u16: (value: number): GgufValue => ({ type: 2, bytes: integer(2, value) }),
  i16: (value: number): GgufValue => ({ type: 3, bytes: integer(2, value) }),
  u32: (value: number): GgufValue => ({ type: 4, bytes: integer(4, value) }),
  i32: (value: number): GgufValue => ({ type: 5, bytes: integer(4, value) }),
  f32: (value: number): GgufValue => ({ type: 6, bytes: float(value) }),
  bool: (value: boolean): GgufValue => ({ type: 7, bytes: integer(1, value ? 1 : 0) }),
  string: (value: string): GgufValue => ({ type: 8, bytes: text(value) }),
  u64: (value: number): GgufValue => ({ type: 10, bytes: long(value) }),
  i64: (value: number): GgufValue => ({ type: 11, bytes: long(value) }),
  f64: (value: number): GgufValue => ({ type: 12, bytes: double(value) }),
  /** `type` is the type of the elements; an empty array needs it. */
  array: (values: GgufValue[], type = values[0]?.type ?? 4): GgufValue => ({
    type: 9,
    bytes: Buffer.concat([integer(4, type), long(values.length), ...values.map(({ bytes }) => bytes)]),
  }),
};

export interface GgufShape {
  version?: number;
  /** The metadata in order; an entry `general.alignment` is one of them. */
  pairs: [key: string, value: GgufValue][];
  /** The data of each tensor. */
  tensors?: Buffer[];
  alignment?: number;
}

/** Makes a complete GGUF file that is small enough for a test. */
export function ggufFile({ version = 3, pairs, tensors = [], alignment = 32 }: GgufShape): Buffer {
  const pad = (buffer: Buffer) => Buffer.concat([buffer], Math.ceil(buffer.length / alignment) * alignment);
  let offset = 0;
  const infos = tensors.map((data, at) => {
    const info = Buffer.concat([
      text(`blk.${at}.weight`),
      integer(4, 1),
      long(data.length / 4),
      integer(4, 0),
      long(offset),
    ]);
    offset += pad(data).length;
    return info;
  });
  const header = Buffer.concat([
    Buffer.from("GGUF"),
    integer(4, version),
    long(tensors.length),
    long(pairs.length),
    ...pairs.flatMap(([key, { type, bytes }]) => [text(key), integer(4, type), bytes]),
    ...infos,
  ]);
  return Buffer.concat([pad(header), ...tensors.map(pad)]);
}
