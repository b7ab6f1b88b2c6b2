import { spawnSync } from "node:child_process";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./fixtures/folder.ts";
import { checkout } from "./fixtures/glimpse.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;

/** A repository with the hook and what it needs, set up as `npm run dev` does it. */
async function repository(settings: Record<string, string> = {}, hooksPath = "") {
  const folder = await temporaryFolder();
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, HOME: folder.path, GIT_CONFIG_GLOBAL: folder.at("gitconfig"), ...settings };
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder.path, env, encoding: "utf8" });
    return { status, said: stdout + stderr };
  };
  await folder.write("gitconfig", "[user]\n  name = A\n  email = a@example.org\n");
  for (const file of [".githooks", ".gitignore", "biome.json", "package-lock.json", "scripts/setup.mjs"])
    await cp(join(checkout, file), folder.at(file), { recursive: true });
  const config = JSON.parse(await readFile(join(checkout, "tsconfig.json"), "utf8"));
  config.compilerOptions = { ...config.compilerOptions, tsBuildInfoFile: "tsbuildinfo", types: [] };
  await folder.write("tsconfig.json", JSON.stringify(config));
  await symlink(join(checkout, "node_modules"), folder.at("node_modules"));
  run("git", "init", "--quiet");
  if (hooksPath) run("git", "config", "core.hooksPath", hooksPath);
  expect(run("node", "scripts/setup.mjs", "--hooks")).toEqual({ status: 0, said: "" });
  return {
    hooksPath: () => run("git", "config", "core.hooksPath").said.trim(),
    async commit(file: string, text: string) {
      await writeFile(folder.at(file), text);
      run("git", "add", file);
      return run("git", "commit", "--message", file);
    },
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  };
}

test.skipIf(!hasGit)(
  "the hook refuses what is badly formatted or of the wrong type, and nothing else",
  async () => {
    await using checked = await repository();
    expect(checked.hooksPath()).toBe(".githooks");
    const unformatted = await checked.commit("a.ts", "export const a = 'a'\n");
    expect(unformatted).toMatchObject({ status: 1, said: expect.stringContaining("a.ts format") });
    expect(await checked.commit("a.ts", 'export const a = "a";\n')).toMatchObject({ status: 0 });
    const mistyped = await checked.commit("b.ts", 'export const b: number = "b";\n');
    expect(mistyped).toMatchObject({ status: 1, said: expect.stringContaining("b.ts(1,14)") });
    expect(await checked.commit("b.ts", "export const b = 1;\n")).toMatchObject({ status: 0 });
    expect(await checked.commit("notes.md", "Not  code\n")).toMatchObject({ status: 0 });
  },
);

test.skipIf(!hasGit)("GLIMPSE_HOOKS=off turns it off", async () => {
  await using unchecked = await repository({ GLIMPSE_HOOKS: "off" });
  expect(unchecked.hooksPath()).toBe("");
});

test.skipIf(!hasGit)("hooks that somebody has set stay", async () => {
  await using own = await repository({}, "my-hooks");
  expect(own.hooksPath()).toBe("my-hooks");
});
