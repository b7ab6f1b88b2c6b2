import { photoUrl } from "#app/library/photo-image.tsx";
import { words } from "#app/words/words.ts";

/** The server's answer to the check before an archive is downloaded. */
interface ZipCheck {
  photos: number;
  bytes: number;
  leftOut: number;
}

const zipUrl = "/photos/zip";

/**
 * Makes the browser save the originals: one as it is, many as an archive that the server writes while it sends it.
 * Returns the content of the archive, or why there is none; null for a single file.
 */
export async function downloadPhotos(ids: string[]): Promise<ZipCheck | { problem: string } | null> {
  const [only] = ids;
  if (only && ids.length === 1) {
    click(Object.assign(document.createElement("a"), { href: photoUrl(only, "download"), download: "" }));
    return null;
  }
  // We ask first, because a form that fails would leave the page.
  const body = new URLSearchParams({ ids: ids.join(","), check: "1" });
  const answer = await fetch(zipUrl, { method: "POST", body }).catch(() => null);
  if (!answer) return { problem: words.offline.short };
  if (!answer.ok) return { problem: await answer.text() };
  const check = readCheck(await answer.json());
  const form = Object.assign(document.createElement("form"), {
    method: "post",
    action: zipUrl,
    hidden: true,
  });
  form.append(Object.assign(document.createElement("input"), { name: "ids", value: ids.join(",") }));
  document.body.append(form);
  form.submit();
  form.remove();
  return check;
}

function click(link: HTMLAnchorElement): void {
  document.body.append(link);
  link.click();
  link.remove();
}

function readCheck(answer: unknown): ZipCheck {
  const part = (name: keyof ZipCheck) => {
    const value: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : 0;
    return typeof value === "number" ? value : 0;
  };
  return { photos: part("photos"), bytes: part("bytes"), leftOut: part("leftOut") };
}
