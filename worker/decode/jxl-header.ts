export interface JxlHeader {
  /** The size of the upright picture. */
  width: number;
  height: number;
  isAnimated: boolean;
}

/** The number of bytes at the beginning of a codestream that hold everything read here. */
const enough = 64;
const codestream = [0xff, 0x0a];

/**
 * Reads size and animation from the beginning of a JPEG XL (ISO/IEC 18181-1 and -2), bare or in boxes; null if it is
 * none. The library would say the size only once it has decoded everything.
 */
export function readJxlHeader(head: Uint8Array): JxlHeader | null {
  const stream = codestreamIn(head);
  if (!stream || stream.length < 8) return null;
  const bits = bitReader(stream.subarray(2));
  const { width, height } = sizeFrom(bits);
  if (bits(1) === 1) return { width, height, isAnimated: false };
  if (bits(1) === 0) return { width, height, isAnimated: false };
  const orientation = 1 + bits(3);
  if (bits(1) === 1) sizeFrom(bits);
  const hasPreview = bits(1) === 1;
  // How a preview is coded is another story, and programs do not write it.
  const isAnimated = !hasPreview && bits(1) === 1;
  return orientation < 5 ? { width, height, isAnimated } : { width: height, height: width, isAnimated };
}

function codestreamIn(head: Uint8Array): Uint8Array | null {
  const isStream = (at: number) => head[at] === codestream[0] && head[at + 1] === codestream[1];
  if (isStream(0)) return head.subarray(0, enough);
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; at + 8 <= view.length; ) {
    const type = view.toString("latin1", at + 4, at + 8);
    const size = view.readUInt32BE(at);
    // A box of parts begins with the number of the part.
    const start = at + (size === 1 ? 16 : 8) + (type === "jxlp" ? 4 : 0);
    if (/^jxl[cp]$/.test(type)) return isStream(start) ? head.subarray(start, start + enough) : null;
    if (size < 8) return null;
    at += size;
  }
  return null;
}

type BitReader = (count: number) => number;

/** Reads from the lowest bit of each byte; behind the end there are zeros. */
function bitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit++, at++) value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** bit;
    return value;
  };
}

/** Width to height, by number; 0 means that the width stands for itself. */
const ratios = [0, 1, 12 / 10, 4 / 3, 3 / 2, 16 / 9, 5 / 4, 2];

function sizeFrom(bits: BitReader): { width: number; height: number } {
  const isSmall = bits(1) === 1;
  const side = () => 1 + (isSmall ? bits(5) * 8 + 7 : bits([9, 13, 18, 30][bits(2)] ?? 30));
  const height = side();
  const ratio = ratios[bits(3)] ?? 0;
  return { width: ratio ? Math.floor(height * ratio + 1e-9) : side(), height };
}
