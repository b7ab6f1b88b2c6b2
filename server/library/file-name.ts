/**
 * Line ends and other control characters (NUL, which no database holds as text, among them), and marks that
 * turn the direction of text, so that "gpj.exe" is shown as "exe.jpg".
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that a name loses.
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * Returns a file's name as it is kept, shown and sent: without characters that nobody sees, and without half
 * characters. No sensible name has more than 1,024.
 */
export function cleanFileName(name: string): string {
  return name.toWellFormed().replace(unseen, "").slice(0, 1_024).toWellFormed();
}

/**
 * Returns what the names of the files of one shot have in common: `IMG_1.JPG`, `IMG_1.cr2`, `IMG_1.xmp` and
 * `IMG_1.CR2.xmp` all have the stem `img_1`.
 */
export function stemOf(name: string): string {
  const folded = foldedName(name);
  const isSidecar = folded.endsWith(".xmp");
  const bare = folded.replace(/\.[a-z0-9]{1,8}$/, "");
  // `IMG.2019.xmp` is beside `IMG.2019.jpg`.
  return isSidecar ? bare.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{2,4}$/, "") : bare;
}

/** Names that differ in capital letters alone are one. */
export const foldedName = (name: string) => cleanFileName(name).normalize("NFC").toLowerCase();
