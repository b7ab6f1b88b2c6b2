import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "./fixtures/folder.ts";
import { checkout } from "./fixtures/glimpse.ts";

interface Service {
  image?: string;
  ports?: string[];
  user?: string;
  read_only?: boolean;
  healthcheck?: object;
  mem_limit?: string;
  cap_drop?: string[];
  restart?: string;
  environment?: Record<string, string>;
}

const text = readFileSync(join(checkout, "docker-compose.yml"), "utf8");
const file = parse(text, { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(file.services);
const runsOn = services.filter(([name]) => !["models", "volumes"].includes(name));

test("the compose file follows the schema of the compose specification", () => {
  // The schema comes from compose-go 2.9.0 (Apache-2.0).
  const schema = JSON.parse(readFileSync(join(checkout, "tests/fixtures/compose-spec.json"), "utf8"));
  delete schema.$schema;
  const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
  validate(file);
  expect(validate.errors).toBeNull();
});

test("only the web process publishes a port, and only on loopback", () => {
  const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
  expect(published).toEqual([["web", expect.stringMatching(/^127\.0\.0\.1:/)]]);
});

test.each(services)("%s is pinned and read-only, and has neither root nor capabilities", (_, service) => {
  expect(service.image).toMatch(/:v?\d+\.\d+(\.\d+)?(-\w+)?$/);
  expect(service.read_only).toBe(true);
  expect(service.cap_drop).toEqual(["ALL"]);
  if (!service.image?.startsWith("glimpse")) expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
});

test.each(runsOn)("%s has a health check and limits, and is restarted", (_, service) => {
  expect(service.healthcheck).toBeDefined();
  expect(service.mem_limit).toMatch(/^\d+[gm]$/);
  expect(service.restart).toBe("unless-stopped");
});

test("the compose file contains no secret, and no secret has a default", () => {
  const values = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
  const secret = values.filter(([name]) => /PASS|TOKEN|_URL$/.test(name) && name !== "MILVUS_URL");
  expect(secret.length).toBeGreaterThan(5);
  for (const [, value] of secret) expect(value).toMatch(/\$\{\w+_PASSWORD:\?/);
});

test("our image does not run as root, and one command writes the missing secrets once", async () => {
  expect(readFileSync(join(checkout, "Dockerfile"), "utf8")).toMatch(/^USER node$/m);
  await using folder = await temporaryFolder();
  const write = () =>
    execFileSync("node", [join(checkout, "scripts/make-secrets.mjs")], { cwd: folder.path });
  write();
  const first = readFileSync(join(folder.path, ".env"), "utf8");
  expect(first.match(/^\w+_PASSWORD=[0-9a-f]{48}$/gm)).toHaveLength(3);
  expect(first).toMatch(/^GLIMPSE_PASSWORD=(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/m);
  expect(statSync(join(folder.path, ".env")).mode & 0o077).toBe(0);
  write();
  expect(readFileSync(join(folder.path, ".env"), "utf8")).toBe(first);
});
