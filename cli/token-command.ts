import { parseArgs } from "node:util";
import { readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { openServices, type Services } from "#server/services.ts";
import type { Terminal } from "./terminal.ts";

const scopes = ["read", "upload", "all"] as const;
const usage =
  "Say “glimpse token create --read|--upload|--all”, “glimpse token list” or “glimpse token revoke ID”.";

/** Runs `glimpse token …`: makes, shows and revokes the tokens of programs. */
export async function tokenCommand(args: string[], terminal: Terminal): Promise<number> {
  const { positionals, values } = parse(args);
  const [what, which, ...more] = positionals;
  const asked = scopes.filter((scope) => values[scope]);
  const isRight =
    (what === "create" && asked.length === 1 && which === undefined) ||
    (what === "list" && which === undefined) ||
    (what === "revoke" && which !== undefined && more.length === 0);
  if (!isRight) throw new AppError("BAD_REQUEST", usage);
  const services = await openServices(readConfig(), "cli");
  try {
    const [scope] = asked;
    if (what === "create" && scope) return await create(services, scope, values.name ?? "", terminal);
    if (what === "list") return await list(services, terminal);
    const revoked = await services.tokens.revoke(services.owner, which ?? "");
    terminal.print(revoked ? "The token is revoked." : `There is no token “${which}” in use.`);
    return revoked ? 0 : 1;
  } finally {
    await services.close();
  }
}

function parse(args: string[]) {
  try {
    const flag = { type: "boolean" } as const;
    const options = { read: flag, upload: flag, all: flag, name: { type: "string" } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    throw new AppError("BAD_REQUEST", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function create(
  { tokens, owner }: Services,
  scope: (typeof scopes)[number],
  name: string,
  { print }: Terminal,
): Promise<number> {
  const { id, token } = await tokens.create(owner, scope, name.slice(0, 200));
  print(`Token ${id}. Keep it now, because it is not shown again:`);
  print(token);
  return 0;
}

async function list({ tokens, owner }: Services, { print }: Terminal): Promise<number> {
  const known = await tokens.list(owner);
  if (known.length === 0) print("There are no tokens.");
  for (const { id, name, scope, usedAt, revokedAt } of known) {
    const used = usedAt === null ? "never used" : `last used ${hourOf(usedAt)}`;
    const state = revokedAt === null ? used : `revoked ${hourOf(revokedAt)}`;
    print([id, scope.padEnd(6), state, name].join("  ").trimEnd());
  }
  return 0;
}

/** Returns the hour of a time, UTC; it is kept no more precisely. */
const hourOf = (time: number) => `${new Date(time).toISOString().slice(0, 13).replace("T", " ")}h UTC`;
