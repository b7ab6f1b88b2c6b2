/** Windows takes these for devices, whatever the extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const mostBytes = 180;

/**
 * Makes a file name that every common system takes out of the name that a photo came with: no path, no sign
 * that is forbidden or hides what it is, and an extension.
 */
export function exportName(fileName: string, extension: string, fallback: string): string {
  const clean = fileName
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .replace(/\p{Cf}/gu, "")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .replace(devices, "_$1");
  const [, stem = "", own = ""] = /^(.*?)(\.[a-z0-9]{1,8})?$/isu.exec(clean) ?? [];
  return `${shorten(stem || fallback)}${own || `.${extension}`}`;
}

function shorten(stem: string): string {
  let short = stem;
  while (Buffer.byteLength(short) > mostBytes) short = [...short].slice(0, -1).join("");
  return short;
}

/** Returns the folder for a photo: year and month of the local time it was taken, such as `2023/05`, or the year alone. */
export function exportFolder(takenLocal: string | null): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(takenLocal ?? "") ?? [];
  if (!year) return "undated";
  return month ? `${year}/${month}` : year;
}

/** Yields `a.jpg`, `a (2).jpg`, `a (3).jpg` and so on. */
export function* variantsOf(name: string): Generator<string> {
  yield name;
  const dot = name.lastIndexOf(".");
  for (let number = 2; ; number++) yield `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
}
