// Asks the registry for advisories against the installed packages (`npm audit`). Where it does not answer, compares
// package-lock.json with the advisories that we know of. Ends with 1 if a package that is shipped has one that is
// high or critical, or is on our list.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { known } from "./known-advisories.mjs";

const root = resolve(import.meta.dirname, "..");

/** Returns null when the registry answers no audits. */
function asked() {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: root,
    encoding: "utf8",
    timeout: 60_000,
  });
  try {
    const { vulnerabilities } = JSON.parse(stdout);
    return vulnerabilities ? Object.values(vulnerabilities) : null;
  } catch {
    return null;
  }
}

function main() {
  const answer = asked();
  if (answer) {
    const grave = answer.filter(({ severity }) => severity === "high" || severity === "critical");
    for (const { name, severity } of grave) console.error(`audit: ${name} (${severity})`);
    console.log(
      `audit: the registry knows of ${answer.length} packages with advisories, ${grave.length} of them grave`,
    );
    return grave.length > 0 ? 1 : 0;
  }
  const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
  const found = known(read("package-lock.json"), read("scripts/advisories.json"));
  for (const { line, dev } of found) console.error(`audit: ${line}${dev ? " (not shipped)" : ""}`);
  const shipped = found.filter(({ dev }) => !dev);
  console.log(
    `audit: the registry answers no audits; by our own list ${shipped.length} packages that are shipped have a known advisory`,
  );
  return shipped.length > 0 ? 1 : 0;
}

process.exitCode = main();
