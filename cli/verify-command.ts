import { parseArgs } from "node:util";
import { AppError } from "#server/errors.ts";
import { rebuild, refill } from "#server/maintenance/rebuild.ts";
import { isWhole } from "#server/maintenance/verify.ts";
import { isWholeLibrary, type LibraryVerdict, verifyLibrary } from "#server/maintenance/verify-library.ts";
import type { Services } from "#server/services.ts";
import { openExistingLibrary } from "./existing-library.ts";
import { linesOf } from "./index-command.ts";
import type { Terminal } from "./terminal.ts";

/** Fast enough for a night, and slow enough that a disk still serves people. */
const bytesPerSecond = 100_000_000;

/** Runs `glimpse verify [--deep] [--repair]`. */
export async function verifyCommand(args: string[], terminal: Terminal): Promise<number> {
  const { deep, repair } = parse(args);
  const services = await openExistingLibrary();
  try {
    let queued = 0;
    const verdict = await verifyLibrary(services, {
      deep,
      bytesPerSecond,
      signal: terminal.stop,
      onProgress: ({ done, total }) => terminal.progress(`${done} of ${total} photos`),
      async onLacking(photo) {
        const known = repair ? await services.photos.load(photo.owner, photo.id) : null;
        if (known && (await services.photos.prepareAgain(known.photo))) queued++;
      },
    });
    report(verdict, deep, terminal);
    if (isWholeLibrary(verdict) && !(repair && verdict.strange.length > 0)) return 0;
    if (repair) return await mend(services, verdict, queued, terminal);
    if (verdict.renditions > 0 || !isWhole(verdict.index)) {
      terminal.print("Run “glimpse verify --repair” to have renditions and index made again.");
    }
    return 1;
  } finally {
    await services.close();
  }
}

function parse(args: string[]): { deep: boolean; repair: boolean } {
  try {
    const options = { deep: { type: "boolean" }, repair: { type: "boolean" } } as const;
    const { deep = false, repair = false } = parseArgs({ args, options }).values;
    return { deep, repair };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "Say “glimpse verify”, with --deep, --repair or both.", { cause });
  }
}

function report(verdict: LibraryVerdict, deep: boolean, { print }: Terminal): void {
  const { database, photos, damaged, strange, renditions, index } = verdict;
  const mark = (fine: boolean) => (fine ? "✓" : "✗");
  if (database === null) print("– Database: its server keeps it whole, and is to be asked.");
  else print(`${mark(database.length === 0)} Database: ${database.join("; ") || "whole"}.`);
  if (database?.length)
    print("    Stop Glimpse, and go back to a copy: “glimpse doctor” names the last good one.");
  const read = deep ? "read and compared with their hashes" : "looked for; --deep reads them too";
  print(
    `${mark(damaged.count === 0)} Originals: ${photos} ${read}. ${damaged.count === 0 ? "All are whole." : `${damaged.count} are not:`}`,
  );
  for (const { fileName, takenLocal, createdAt, sha256, damage, id } of damaged.first) {
    const when = takenLocal
      ? `taken ${takenLocal.slice(0, 10)}`
      : `added ${new Date(createdAt).toISOString().slice(0, 10)}`;
    const path = `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    print(`    ${damage}: ${fileName}, ${when}, ${path} (photo ${id})`);
  }
  if (damaged.count > damaged.first.length) print("    …");
  if (damaged.count > 0)
    print("    Uploading the same files again repairs them; “glimpse restore” takes them from a backup.");
  if (strange.length > 0) {
    const some = strange.slice(0, 20).join(", ");
    print(
      `– ${strange.length} files in originals/ belong to no photo; --repair takes in those that are whole: ${some}`,
    );
  }
  print(
    `${mark(renditions === 0)} Renditions: ${renditions === 0 ? "all are there." : `missing for ${renditions} photos.`}`,
  );
  const holes = / missing: | in the index only: /;
  for (const line of linesOf(index)) print(`${mark(!holes.test(line))} Index. ${line}`);
}

/** Repairs what can be made again, and returns 0 if nothing else was wrong. */
async function mend(
  services: Services,
  { database, damaged, strange, index }: LibraryVerdict,
  queued: number,
  terminal: Terminal,
): Promise<number> {
  let adopted = 0;
  for (const sha256 of strange) if (await services.ingest.adopt(sha256)) adopted++;
  if (adopted > 0) terminal.print(`${adopted} originals that belonged to no photo were taken in.`);
  if (queued > 0) terminal.print(`${queued} photos are waiting to be prepared again.`);
  if (!isWhole(index)) {
    const serving = await services.collections.serving();
    const filling = serving
      ? rebuild(services, serving.space, terminal.stop)
      : refill(services, terminal.stop);
    for await (const { done, total } of filling) terminal.progress(`${done} of ${total} photos in the index`);
    terminal.print("The search index is complete, and serves.");
  }
  return damaged.count > 0 || database?.length ? 1 : 0;
}
