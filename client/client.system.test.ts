import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, expectTypeOf, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { createGlimpse } from "./index.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "..");

const consumer = `
import { createGlimpse, GlimpseError, type Photo, type TurnEvent } from "glimpse-client";

const glimpse = createGlimpse({ url: "http://127.0.0.1:3000" });

export async function find(text: string): Promise<Photo[]> {
  const { hits, total } = await glimpse.api.search.run.query({ text, limit: 24 });
  const counted: number = total;
  return counted > 0 ? hits.map((hit) => hit.photo) : [];
}

export async function add(path: string): Promise<string> {
  try {
    const { photo, duplicate } = await glimpse.upload(path, { onProgress: (bytes: number) => console.log(bytes) });
    return duplicate ? photo.fileName : photo.id;
  } catch (error) {
    if (error instanceof GlimpseError) return error.code;
    throw error;
  }
}

export async function ask(conversationId: string, turnId: string, text: string): Promise<TurnEvent[]> {
  const told: TurnEvent[] = [];
  for await (const event of await glimpse.api.conversations.say.mutate({ conversationId, turnId, text })) told.push(event);
  return told;
}

// @ts-expect-error: the text is missing
glimpse.api.search.run.query({ limit: 3 });
// @ts-expect-error: a photo's id is text
glimpse.api.photos.get.query({ id: 5 });
`;

test("another program type-checks against the packed client, under Bundler and NodeNext", async () => {
  await using folder = await temporaryFolder();
  const dist = join(folder.path, "client");
  await run(
    process.execPath,
    [join(root, "node_modules/rollup/dist/bin/rollup"), ...["-c", "client/rollup.config.mjs", "--silent"]],
    { cwd: root },
  );
  await cp(join(root, "client"), dist, { recursive: true });
  await run("npm", ["pack", "--pack-destination", folder.path], { cwd: dist });
  const [tarball = ""] = (await readdir(folder.path)).filter((name) => name.endsWith(".tgz"));

  const modules = join(folder.path, "app/node_modules");
  await mkdir(join(modules, "glimpse-client"), { recursive: true });
  await run("tar", [
    "-xzf",
    join(folder.path, tarball),
    "--strip-components=1",
    "-C",
    join(modules, "glimpse-client"),
  ]);
  for (const name of ["@trpc", "zod", "eventsource", "eventsource-parser", "@types"]) {
    await symlink(join(root, "node_modules", name), join(modules, name));
  }
  expect((await readdir(join(modules, "glimpse-client"), { recursive: true })).sort()).toEqual([
    "dist",
    "dist/index.d.ts",
    "dist/index.js",
    "package.json",
  ]);
  const types = await readFile(join(modules, "glimpse-client/dist/index.d.ts"), "utf8");
  const imported = [...types.matchAll(/from '([^']+)'/g)].map(([, name]) =>
    name
      ?.split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  expect(new Set(imported)).toEqual(new Set(["@trpc/client", "@trpc/server", "zod"]));

  await writeFile(join(folder.path, "app/index.ts"), consumer);
  await writeFile(join(folder.path, "app/package.json"), '{ "type": "module" }');
  for (const [module, moduleResolution] of [
    ["ESNext", "Bundler"],
    ["NodeNext", "NodeNext"],
  ]) {
    const options = {
      strict: true,
      noEmit: true,
      target: "ES2022",
      module,
      moduleResolution,
      types: ["node"],
      skipLibCheck: false,
    };
    await writeFile(
      join(folder.path, "app/tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["index.ts"] }),
    );
    const check = run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], {
      cwd: join(folder.path, "app"),
    });
    await check.catch((error: { stdout: string }) => expect.fail(error.stdout));
  }
});

test("the client's answers are the API's types", () => {
  const glimpse = createGlimpse({ url: "http://127.0.0.1:9/" });
  expectTypeOf(glimpse.api.photos.get.query).returns.resolves.toEqualTypeOf<Photo>();
});

test("a server that does not answer is UNREACHABLE, with its address", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "a.jpg");
  await writeFile(path, "x");
  const uploading = createGlimpse({ url: "http://127.0.0.1:9" }).upload(path);
  await expect(uploading).rejects.toMatchObject({
    code: "UNREACHABLE",
    message: "Glimpse does not answer at http://127.0.0.1:9.",
  });
});

test("a folder is refused by name", async () => {
  await using folder = await temporaryFolder();
  const uploading = createGlimpse({ url: "http://127.0.0.1:9" }).upload(folder.path);
  await expect(uploading).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: `${folder.path} is a folder.`,
  });
});
