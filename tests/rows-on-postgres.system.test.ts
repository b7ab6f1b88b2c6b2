import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { migrate } from "#server/engines/database/migrate.ts";
import { openPostgres } from "#server/engines/database/postgres.ts";
import { migrations } from "#server/library/migrations/all.ts";
import { useDatabase } from "./fixtures/databases.ts";
import { checkout } from "./fixtures/glimpse.ts";
import { hasPostgres, startPostgres, type TestPostgres } from "./fixtures/postgres.ts";

/** Every test file about rows, as the unit tests run it on SQLite. */
const suites = globSync("server/**/*.test.ts", { cwd: checkout })
  .filter((file) => readFileSync(join(checkout, file), "utf8").includes("onEachDatabase("))
  .sort();

describe.skipIf(!hasPostgres)("on Postgres", () => {
  let server: TestPostgres;
  let migrated: string;
  beforeAll(async () => {
    server = await startPostgres();
    migrated = await server.create();
    const database = await openPostgres(migrated);
    await migrate(database, migrations);
    await database.close();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  useDatabase(async () => {
    const url = await server.create(migrated);
    return { connect: () => openPostgres(url), dispose: async () => {} };
  });
  for (const file of suites) describe(file, () => import(join(checkout, file)));
});
