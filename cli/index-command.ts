import { AppError } from "#server/errors.ts";
import { rebuild, refill } from "#server/maintenance/rebuild.ts";
import { type Difference, isWhole, type Verdict, verify } from "#server/maintenance/verify.ts";
import type { Services } from "#server/services.ts";
import { openExistingLibrary } from "./existing-library.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse index …`. */
export async function indexCommand([what = "", ...more]: string[], terminal: Terminal): Promise<number> {
  const command = { verify: verifyIndex, rebuild: rebuildIndex }[what];
  if (!command || more.length > 0) {
    throw new AppError("BAD_REQUEST", "Say “glimpse index verify” or “glimpse index rebuild”.");
  }
  const services = await openExistingLibrary();
  try {
    return await command(services, terminal);
  } finally {
    await services.close();
  }
}

async function verifyIndex(services: Services, { print }: Terminal): Promise<number> {
  const verdict = await verify(services);
  for (const line of linesOf(verdict)) print(line);
  if (isWhole(verdict)) return 0;
  print("Run “glimpse index rebuild” to fill it anew.");
  return 1;
}

async function rebuildIndex(services: Services, terminal: Terminal): Promise<number> {
  const serving = await services.collections.serving();
  const filling = serving ? rebuild(services, serving.space, terminal.stop) : refill(services, terminal.stop);
  for await (const { done, total } of filling) terminal.progress(`${done} of ${total} photos`);
  terminal.print("The search index is complete, and serves.");
  return verifyIndex(services, terminal);
}

/** Lists in words the photos that the index lacks. */
export function linesOf({ documents, vectors, onTheirWay }: Verdict): string[] {
  return [
    `Documents: ${documents.compared} photos compared. ${holes(documents)}`,
    vectors
      ? `Vectors (${vectors.collection}): ${vectors.compared} photos compared. ${holes(vectors)}`
      : "Vectors: no photo has one yet.",
    ...(onTheirWay > 0 ? [`${onTheirWay} photos are on their way into the index.`] : []),
  ];
}

function holes({ missing, strange }: Difference): string {
  const parts = [
    missing.count > 0 && `${missing.count} missing: ${named(missing)}.`,
    strange.count > 0 && `${strange.count} in the index only: ${named(strange)}.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : "Nothing is missing.";
}

function named({ count, first }: Difference["missing"]): string {
  return first.join(", ") + (count > first.length ? ", …" : "");
}
