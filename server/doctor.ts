import { access, constants, statfs } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "./config.ts";
import { lastGoodCopy } from "./engines/database/sqlite-copies.ts";
import { AppError } from "./errors.ts";
import { filmReaderAdvice, filmReaderPackage, hasFilmReader } from "./film-reader.ts";
import { isUntouched } from "./maintenance/library-identity.ts";
import { newestMigration, placeOf } from "./open-library.ts";
import { openModels, openServices, type Services } from "./services.ts";
import { checkEngines } from "./status.ts";
import { version } from "./version.ts";

/** The result of one check of the doctor. */
export interface Finding {
  name: string;
  /** `note`: it works, but a person should know something. */
  is: "fine" | "note" | "bad";
  detail: string;
  /** What a person can do about it; null if there is nothing to do. */
  advice: string | null;
}

/** How long one check may take, and all of them together, ms. */
const longestLook = 20_000;
const longestVisit = 50_000;
const oldestNode = 24;
const leastFree = 1_000_000_000;
const day = 86_400_000;
/** What each model of the settings is for, in the words of the commands. */
export const modelRoles = {
  describe: "describes photos",
  embed: "embeds captions and questions",
  converse: "converses",
} as const;

/** A clock that is off by less disturbs nothing. */
const clockMayBeOff = 300_000;

const fine = (name: string, detail: string): Finding => ({ name, is: "fine", detail, advice: null });
const note = (name: string, detail: string, advice: string | null): Finding => ({
  ...{ name, is: "note", detail, advice },
});
const bad = (name: string, detail: string, advice: string | null): Finding => ({
  ...{ name, is: "bad", detail, advice },
});

/** Looks at everything that Glimpse needs, also where it cannot start, and says what to do. Never throws. */
export async function* examine(config: Config): AsyncGenerator<Finding> {
  const { timed, timedAll } = createTimer();
  yield nodeVersion();
  const place = placeOf(config);
  // The doctor only looks, so it begins no library. A database server may know one whose folder is away.
  if (place.databaseFile !== null && (await isUntouched(place).catch(() => false))) {
    const advice = "“npm start” begins one, and GLIMPSE_DATA can name another folder.";
    yield note("Library", `there is none in ${place.folder} yet`, advice);
    yield await timed("perl", () => perl(config));
    yield videos(config);
    for (const finding of await timedAll("Models", () => models(config))) yield finding;
    return;
  }
  let services: Services | null = null;
  try {
    services = await openServices(config, "cli");
    yield fine("Library", `${services.library.id}: folder, rows and originals agree`);
  } catch (error) {
    yield bad("Library", wordsOf(error), "Do what the line says.");
  }
  yield await timed("Folder", () => folder(config));
  yield await timed("Space", () => space(config));
  yield await timed("perl", () => perl(config));
  yield videos(config);
  try {
    if (services) yield* insides(services, timed);
    yield await timed("Copies", () => copies(config, services));
    for (const finding of await timedAll("Models", () => models(config))) yield finding;
  } finally {
    await services?.close().catch(() => {});
  }
}

function nodeVersion(): Finding {
  const detail = `${process.version} on ${process.platform} ${process.arch}; Glimpse ${version}, SQLite ${process.versions.sqlite}, knows databases up to ${newestMigration}`;
  return Number(process.versions.node.split(".")[0]) >= oldestNode
    ? fine("Versions", detail)
    : bad("Versions", detail, `Run it by “npm run glimpse -- doctor”, which brings Node ${oldestNode}.`);
}

async function folder({ dataFolder }: Config): Promise<Finding> {
  for (const path of [dataFolder, ...["originals", "staging"].map((name) => join(dataFolder, name))]) {
    try {
      await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      const advice = "Mount its disk, or let the user that runs Glimpse read and write it.";
      return bad("Folder", `${path} cannot be used (${wordsOf(error)})`, advice);
    }
  }
  return fine("Folder", `${dataFolder} can be read and written`);
}

async function space({ dataFolder }: Config): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(dataFolder);
  const [free, all] = [bavail * bsize, blocks * bsize];
  const detail = `${gigabytes(free)} of ${gigabytes(all)} are free`;
  return free > leastFree
    ? fine("Space", detail)
    : bad("Space", detail, "Make room: uploads are refused when it is used up.");
}

async function perl({ path }: Config): Promise<Finding> {
  const looks = path.split(delimiter).map((each) => access(join(each, "perl"), constants.X_OK));
  const found = (await Promise.allSettled(looks)).some(({ status }) => status === "fulfilled");
  return found
    ? fine("perl", "found; exiftool can read metadata")
    : bad("perl", "missing: keywords, people and what RAW files say are not read", "Install perl.");
}

type Timed = ReturnType<typeof createTimer>["timed"];

function videos({ maxVideoBytes }: Config): Finding {
  const limit = `up to ${maxVideoBytes / 1_000_000} MB are taken`;
  return hasFilmReader()
    ? fine("Videos", `${filmReaderPackage} is installed; ${limit}`)
    : note("Videos", `${filmReaderPackage} is missing, so they have no picture; ${limit}`, filmReaderAdvice);
}

async function* insides(services: Services, timed: Timed): AsyncGenerator<Finding> {
  for (const { name, ready, detail } of await checkEngines(services.engines)) {
    const title = `Engine: ${name}`;
    yield ready ? fine(title, detail) : bad(title, detail, "Start it, or correct its setting.");
  }
  yield await timed("Database", async () => {
    const problems = await services.database.problems();
    if (problems === null) return note("Database", "its server keeps it whole, and is to be asked", null);
    return problems.length === 0
      ? fine("Database", "read in full; it is whole")
      : bad(
          "Database",
          problems.slice(0, 3).join("; "),
          "Stop Glimpse, and go back to the last good copy (below).",
        );
  });
  yield await timed("Originals", async () => {
    const { count, first } = await services.checks.damaged(3);
    const last = (await services.checks.last())?.endedAt;
    const when = last ? `all were read on ${dayOf(last)}` : "they were never all read";
    if (count === 0) return fine("Originals", `no damage is known; ${when}`);
    const names = first.map(({ fileName, damage }) => `${fileName} (${damage})`).join(", ");
    return bad(
      "Originals",
      `${count} damaged or missing: ${names}; ${when}`,
      "Upload the same files again, or run “glimpse restore” with a backup. “glimpse verify” names all.",
    );
  });
  yield await timed("Describing", async () => {
    const { state, waiting, perMinute, servers } = await services.describing.status(services.owner);
    const left = `${waiting} ${waiting === 1 ? "photo waits" : "photos wait"} to be described`;
    if (state === "paused")
      return note("Describing", `${left}; it is paused`, "Let it go on in the settings.");
    if (state === "waits") return note("Describing", `${left}; it waits for its hours`, null);
    const each = servers.map(
      ({ address, atOnce, perMinute: rate }) =>
        `${address}: ${rate === null ? "rate not known yet" : `${rate} a minute`}, ${atOnce} at once`,
    );
    return fine(
      "Describing",
      [left, ...(perMinute === null ? [] : [`${perMinute} a minute`]), ...each].join("; "),
    );
  });
  yield await timed("Clock", async () => {
    const newest = await services.checks.newestTime();
    const ahead = (newest ?? 0) - Date.now();
    const detail = new Date().toISOString();
    if (ahead <= clockMayBeOff) return fine("Clock", detail);
    return bad(
      "Clock",
      `${detail}, but the library has seen ${new Date(newest ?? 0).toISOString()}`,
      "Set the clock right.",
    );
  });
}

async function copies(config: Config, services: Services | null): Promise<Finding> {
  const { databaseFile } = placeOf(config);
  if (databaseFile === null)
    return note("Copies", "Postgres has the rows", "Run “glimpse backup” regularly, or pg_dump.");
  const good = await lastGoodCopy(databaseFile);
  if (!good) {
    const began = (await services?.checks.libraryBegan()) ?? Date.now();
    const isNew = Date.now() - began < day;
    const words = "there is no good copy of the database";
    return isNew
      ? note("Copies", `${words} yet`, null)
      : bad("Copies", words, "Run “glimpse backup”. Is the worker running?");
  }
  const detail = `the last good copy of the database is ${good.path} (${good.label}, ${dayOf(good.madeAt)})`;
  return Date.now() - good.madeAt < 3 * day
    ? fine("Copies", detail)
    : note("Copies", detail, "The worker makes one each day while it runs.");
}

async function models(config: Config): Promise<Finding[]> {
  if (config.models === "off") return [note("Models", "GLIMPSE_MODELS is off", null)];
  const ollama = openModels(config);
  try {
    const { servers } = await ollama.status(0);
    return servers.flatMap((server) =>
      (["describe", "embed", "converse"] as const).map((role) => {
        const each = server[role];
        const where = servers.length > 1 ? ` at ${server.address}` : "";
        const name = `Model ${each.model}${where} (${modelRoles[role]})`;
        return each.ready
          ? fine(name, `ready (Ollama ${server.version ?? "?"} at ${server.address})`)
          : note(
              name,
              each.detail,
              "“glimpse models” says more. Until then photos are found by their facts.",
            );
      }),
    );
  } finally {
    await ollama.close();
  }
}

/** Ends each look in time, so that a disk or server that does not answer keeps nobody waiting. */
function createTimer() {
  const begun = performance.now();

  async function timedAll(name: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
    const left = Math.max(1_000, longestVisit - (performance.now() - begun));
    const ms = Math.min(longestLook, left);
    const silence = [note(name, `no answer within ${Math.round(ms / 1_000)} s`, null)];
    try {
      return await Promise.race([look(), pause(ms, silence, { ref: false })]);
    } catch (error) {
      return [bad(name, wordsOf(error), null)];
    }
  }

  async function timed(name: string, look: () => Promise<Finding>): Promise<Finding> {
    const [finding] = await timedAll(name, async () => [await look()]);
    return finding ?? bad(name, "nothing was found out", null);
  }

  return { timed, timedAll };
}

const wordsOf = (error: unknown) =>
  error instanceof AppError || error instanceof Error ? error.message : String(error);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
