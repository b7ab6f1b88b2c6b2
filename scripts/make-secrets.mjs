// Writes random passwords for docker-compose.yml into .env: those of the engines, and the one that a household types
// into its browsers. Passwords that are there already stay.
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const typed = "GLIMPSE_PASSWORD";
const names = [typed, "POSTGRES_PASSWORD", "RABBITMQ_PASSWORD", "MILVUS_PASSWORD"];
const before = existsSync(".env") ? readFileSync(".env", "utf8") : "";
const missing = names.filter((name) => !new RegExp(`^${name}=.`, "m").test(before));
const lines = missing.map(
  (name) => `${name}=${name === typed ? easilyTyped() : randomBytes(24).toString("hex")}\n`,
);
const gap = before === "" || before.endsWith("\n") ? "" : "\n";
writeFileSync(".env", before + gap + lines.join(""), { mode: 0o600 });
console.log(
  missing.length > 0 ? `Written to .env: ${missing.join(", ")}` : "Nothing to do: .env has them all.",
);
if (missing.includes(typed)) console.log(`${typed} in .env is what browsers are asked for.`);

/** Returns four groups of letters and digits that nobody mistakes for one another: 79 bits. */
function easilyTyped() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
