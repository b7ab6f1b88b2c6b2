import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";
import { AppError } from "./errors.ts";

const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be a whole number from ${least} to ${most}`)
    .max(most, `must be a whole number from ${least} to ${most}`);

/** Reads a list with commas between its parts; spaces around them do not count. */
const list = (isPart: (part: string) => boolean, error: string) =>
  z
    .string()
    .default("")
    .transform((given) => given.split(",").flatMap((part) => part.trim() || []))
    .refine((parts) => parts.every(isPart), error);

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const milvusIndexes = ["auto", "FLAT", "HNSW_SQ", "DISKANN"] as const;

const settings = z.object({
  GLIMPSE_HOST: z.string().default("127.0.0.1"),
  GLIMPSE_PORT: whole(0, 65_535).optional(),
  PORT: whole(0, 65_535).optional(),
  GLIMPSE_ORIGIN: list(
    (each) => URL.canParse(each) && /^https?:$/.test(new URL(each).protocol),
    "must be an address such as https://photos.example, or several with commas between them",
  ),
  GLIMPSE_TRUSTED_PROXIES: list(
    (each) => network.safeParse(each).success,
    "must be addresses or networks such as 127.0.0.1, 10.0.0.0/8, with commas between them",
  ),
  GLIMPSE_PASSWORD: z.string().min(8, "must have at least 8 characters").max(1_000).optional(),
  GLIMPSE_TLS_CERT: z.string().optional(),
  GLIMPSE_TLS_KEY: z.string().optional(),
  GLIMPSE_DATA: z.string().default("./data"),
  GLIMPSE_NEW_LIBRARY: z.enum(["yes", "no"], { error: "must be yes or no" }).default("no"),
  XDG_STATE_HOME: z.string().optional(),
  HOME: z.string().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be an address such as postgres://user@host/glimpse" })
    .optional(),
  RABBITMQ_URL: z
    .url({ protocol: /^amqps?$/, error: "must be an address such as amqp://user:password@host" })
    .optional(),
  MILVUS_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:19530" })
    .optional(),
  MILVUS_TOKEN: z.string().optional(),
  MILVUS_INDEX: z.enum(milvusIndexes, { error: `must be ${milvusIndexes.join(", ")}` }).default("auto"),
  OLLAMA_HOST: z
    .string()
    .default("127.0.0.1:11434")
    .refine(areAddresses, "must be an address such as 127.0.0.1:11434, or several with commas between them")
    .transform(ollamaAddresses),
  GLIMPSE_VISION_MODEL: z.string().default("llava"),
  GLIMPSE_EMBED_MODEL: z.string().default("mistral"),
  GLIMPSE_CHAT_MODEL: z.string().default("mistral"),
  GLIMPSE_MODELS: z.enum(["auto", "off"], { error: "must be auto or off" }).default("auto"),
  GLIMPSE_SECOND_READER: z.enum(["auto", "off"], { error: "must be auto or off" }).default("auto"),
  GLIMPSE_SECOND_READER_SECONDS: whole(1, 60).default(3),
  GLIMPSE_MAX_UPLOAD_MB: whole(1, 100_000).default(200),
  GLIMPSE_MAX_VIDEO_MB: whole(1, 1_000_000).default(4_000),
  GLIMPSE_RESERVE_MB: whole(0, 100_000).default(64),
  GLIMPSE_MAX_MEGAPIXELS: whole(1, 10_000).default(200),
  GLIMPSE_MAX_UPLOADS: whole(1, 10_000).default(16),
  GLIMPSE_MAX_WATCHERS: whole(1, 100_000).default(100),
  GLIMPSE_MAX_QUESTIONS: whole(1, 100_000).default(50),
  GLIMPSE_MAX_STAGING_MB: whole(1, 10_000_000).default(8_000),
  GLIMPSE_WORKER_CONCURRENCY: whole(1, 64).default(availableParallelism()),
  GLIMPSE_LOG: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("warn"),
});

/**
 * Settings of engines that are not built yet. If we ignored such a setting, data would lie where nobody
 * looks.
 */
const notYet = ["S3_ENDPOINT"] as const;

export interface MilvusConfig {
  url: string;
  token: string | null;
  /** `auto` chooses what suits the server. */
  index: (typeof milvusIndexes)[number];
}

export interface Config {
  host: string;
  port: number;
  /** The addresses that people type, if they are not the one we listen on; without a slash at the end. */
  origins: string[];
  /** Addresses and networks of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  trustedProxies: string[];
  /** The password of the household, if a setting names it. */
  password: string | null;
  /** Files of a certificate and its key, in PEM; null for plain HTTP. */
  tls: { cert: string; key: string } | null;
  dataFolder: string;
  /** True if somebody says that a new library is to begin, although one was here before. */
  newLibrary: boolean;
  /** The folder outside the data folder where a note of each library is kept; null if there is no such place. */
  stateFolder: string | null;
  /** Addresses of engines; null means the embedded one. */
  databaseUrl: string | null;
  rabbitmqUrl: string | null;
  milvus: MilvusConfig | null;
  /** The addresses of all model servers; there is at least one. */
  ollamaHosts: string[];
  visionModel: string;
  embedModel: string;
  chatModel: string;
  models: "auto" | "off";
  /** The uses whose model the environment names, so that it cannot be chosen elsewhere. */
  fixedModels: ("describe" | "embed" | "converse")[];
  /** `off`: no question is rewritten by a model, whatever the settings page says. */
  secondReader: "auto" | "off";
  /** Milliseconds that rewriting a question may take, including the look whether there is a model. */
  secondReaderMs: number;
  /** The most bytes of a photo. */
  maxUploadBytes: number;
  maxVideoBytes: number;
  /** Bytes of the disk that photos may not use, so that rows can always be written. */
  reserveBytes: number;
  maxMegapixels: number;
  /** The limits of one address; all together may do four times as much. */
  limits: {
    /** At once. */
    uploads: number;
    /** Open event streams. */
    watchers: number;
    /** A second, over ten seconds. */
    questions: number;
    /** Bytes of uploads that are not complete, of all addresses; one may use half of it. */
    stagingBytes: number;
  };
  workerConcurrency: number;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** The PATH in which programs (perl) are looked for. */
  path: string;
}

/**
 * Reads the settings from the environment and a `.env` file in the working folder; the environment wins.
 * Throws AppError CONFIGURATION that names the variable and what it must be.
 */
export function readConfig(environment: Record<string, string | undefined> = withEnvFile()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  for (const name of notYet) {
    if (given[name]) {
      throw new AppError(
        "CONFIGURATION",
        `${name}: this version of Glimpse has the embedded engine only; unset it`,
      );
    }
  }
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("CONFIGURATION", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const s = parsed.data;
  return {
    host: s.GLIMPSE_HOST,
    port: s.GLIMPSE_PORT ?? s.PORT ?? 3000,
    origins: s.GLIMPSE_ORIGIN.map((each) => new URL(each).origin),
    trustedProxies: s.GLIMPSE_TRUSTED_PROXIES,
    password: s.GLIMPSE_PASSWORD ?? null,
    tls: tlsOf(s.GLIMPSE_TLS_CERT, s.GLIMPSE_TLS_KEY),
    dataFolder: resolve(s.GLIMPSE_DATA),
    newLibrary: s.GLIMPSE_NEW_LIBRARY === "yes",
    stateFolder: stateFolderOf(s.XDG_STATE_HOME, s.HOME),
    databaseUrl: s.DATABASE_URL ?? null,
    rabbitmqUrl: s.RABBITMQ_URL ?? null,
    milvus: s.MILVUS_URL ? { url: s.MILVUS_URL, token: s.MILVUS_TOKEN ?? null, index: s.MILVUS_INDEX } : null,
    ollamaHosts: s.OLLAMA_HOST,
    visionModel: s.GLIMPSE_VISION_MODEL,
    embedModel: s.GLIMPSE_EMBED_MODEL,
    chatModel: s.GLIMPSE_CHAT_MODEL,
    models: s.GLIMPSE_MODELS,
    fixedModels: (
      [
        ["GLIMPSE_VISION_MODEL", "describe"],
        ["GLIMPSE_EMBED_MODEL", "embed"],
        ["GLIMPSE_CHAT_MODEL", "converse"],
      ] as const
    ).flatMap(([name, use]) => (given[name] === undefined ? [] : use)),
    secondReader: s.GLIMPSE_SECOND_READER,
    secondReaderMs: s.GLIMPSE_SECOND_READER_SECONDS * 1_000,
    maxUploadBytes: s.GLIMPSE_MAX_UPLOAD_MB * 1_000_000,
    maxVideoBytes: s.GLIMPSE_MAX_VIDEO_MB * 1_000_000,
    reserveBytes: s.GLIMPSE_RESERVE_MB * 1_000_000,
    maxMegapixels: s.GLIMPSE_MAX_MEGAPIXELS,
    limits: {
      uploads: s.GLIMPSE_MAX_UPLOADS,
      watchers: s.GLIMPSE_MAX_WATCHERS,
      questions: s.GLIMPSE_MAX_QUESTIONS,
      stagingBytes: s.GLIMPSE_MAX_STAGING_MB * 1_000_000,
    },
    workerConcurrency: s.GLIMPSE_WORKER_CONCURRENCY,
    logLevel: s.GLIMPSE_LOG,
    path: given.PATH ?? "",
  };
}

function tlsOf(cert: string | undefined, key: string | undefined): Config["tls"] {
  if (cert !== undefined && key !== undefined) return { cert: resolve(cert), key: resolve(key) };
  const missing = cert === undefined ? "GLIMPSE_TLS_CERT" : "GLIMPSE_TLS_KEY";
  if (cert === undefined && key === undefined) return null;
  throw new AppError("CONFIGURATION", `${missing}: a certificate and its key are set together`);
}

/** Returns the folder that the XDG Base Directory Specification names; it ignores relative paths. */
function stateFolderOf(state: string | undefined, home: string | undefined): string | null {
  if (state && isAbsolute(state)) return join(state, "glimpse");
  return home ? join(home, ".local/state/glimpse") : null;
}

function withEnvFile(): NodeJS.ProcessEnv {
  if (existsSync(".env")) loadEnvFile(".env");
  return process.env;
}

/** Takes a list apart; an address that is named twice counts once. */
function ollamaAddresses(value: string): string[] {
  const parts = value.split(",").map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== "").map(ollamaAddress))];
}

function areAddresses(value: string): boolean {
  try {
    return ollamaAddresses(value).length > 0;
  } catch {
    return false;
  }
}

/**
 * Reads OLLAMA_HOST as Ollama's own client does: scheme and port may be missing, and 0.0.0.0 means this
 * machine.
 */
export function ollamaAddress(value: string): string {
  const hasScheme = /^https?:\/\//i.test(value);
  const url = new URL(hasScheme ? value : `http://${value}`);
  // A URL drops the port that is its scheme's default.
  const given = /:(\d+)\/?$/.exec(value)?.[1];
  const port = given ?? (hasScheme ? (url.protocol === "https:" ? "443" : "80") : "11434");
  const host = url.hostname === "0.0.0.0" || url.hostname === "[::]" ? "127.0.0.1" : url.hostname;
  return `${url.protocol}//${host}:${port}${url.pathname.replace(/\/$/, "")}`;
}
