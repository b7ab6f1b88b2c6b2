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
