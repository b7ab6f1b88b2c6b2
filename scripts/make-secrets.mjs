// Writes random passwords for docker-compose.yml into .env. Passwords that are there already stay.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const names = ["POSTGRES_PASSWORD", "RABBITMQ_PASSWORD", "MILVUS_PASSWORD"];
const before = existsSync(".env") ? readFileSync(".env", "utf8") : "";
const missing = names.filter((name) => !new RegExp(`^${name}=.`, "m").test(before));
const lines = missing.map((name) => `${name}=${randomBytes(24).toString("hex")}\n`);
const gap = before === "" || before.endsWith("\n") ? "" : "\n";
writeFileSync(".env", before + gap + lines.join(""), { mode: 0o600 });
console.log(
  missing.length > 0 ? `Written to .env: ${missing.join(", ")}` : "Nothing to do: .env has them all.",
);
