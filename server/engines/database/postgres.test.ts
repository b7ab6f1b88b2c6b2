import { afterAll, beforeAll, describe } from "vitest";
import { hasPostgres, startPostgres, type TestPostgres } from "#tests/fixtures/postgres.ts";
import { databaseContract, type Notes } from "./contract.ts";
import { openPostgres } from "./postgres.ts";

describe.skipIf(!hasPostgres)("Postgres", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  databaseContract("postgres", async () => {
    const url = await server.create();
    const open: { close(): Promise<void> }[] = [];
    return {
      async connect() {
        const database = await openPostgres<Notes>(url);
        open.push(database);
        return database;
      },
      async [Symbol.asyncDispose]() {
        for (const database of open) await database.close();
      },
    };
  });
});
