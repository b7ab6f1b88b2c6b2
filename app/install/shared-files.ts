/** The address that a phone sends shared photos to; the manifest names it. */
export const sharePath = "/share";
const cacheName = "shared";
const modifiedHeader = "x-modified";

/** Keeps files that were shared with Glimpse until its page takes them. */
export async function keepShared(files: File[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const [at, file] of files.entries()) {
    const headers = { "content-type": file.type, [modifiedHeader]: String(file.lastModified) };
    const address = `${sharePath}/${crypto.randomUUID()}/${at}/${encodeURIComponent(file.name)}`;
    await cache.put(address, new Response(file, { headers }));
  }
}

/** Returns the files that were shared, and forgets them once `take` has them. */
export async function takeShared(take: (files: File[]) => void): Promise<number> {
  if (!("caches" in globalThis)) return 0;
  const cache = await caches.open(cacheName);
  const requests = await cache.keys();
  const files: File[] = [];
  for (const request of requests) {
    const answer = await cache.match(request);
    if (!answer) continue;
    const name = decodeURIComponent(new URL(request.url).pathname.split("/").at(-1) ?? "");
    const type = answer.headers.get("content-type") ?? "";
    const lastModified = Number(answer.headers.get(modifiedHeader) ?? Date.now());
    files.push(new File([await answer.blob()], name, { type, lastModified }));
  }
  if (files.length > 0) take(files);
  for (const request of requests) await cache.delete(request);
  return files.length;
}
