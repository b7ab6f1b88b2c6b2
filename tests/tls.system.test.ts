import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { runCommand } from "./fixtures/cli.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { spawnGlimpse } from "./fixtures/glimpse.ts";

const hasOpenssl = !spawnSync("openssl", ["version"]).error;

/** Makes a certificate for 127.0.0.1 that nobody but us trusts. */
function makeCertificate(folder: string) {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=photos.home", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["-newkey", "rsa:2048", "-nodes", "-days", "1"];
  execFileSync("openssl", ["req", "-x509", ...kind, ...subject, "-out", cert, "-keyout", key], {
    stdio: "ignore",
  });
  return { cert, key };
}

describe.runIf(hasOpenssl)("a certificate", () => {
  test("serves pages and the API over TLS", async () => {
    await using folder = await temporaryFolder();
    const { cert, key } = makeCertificate(folder.path);
    const settings = {
      ...{ GLIMPSE_DATA: join(folder.path, "data"), GLIMPSE_MODELS: "off" },
      ...{ GLIMPSE_TLS_CERT: cert, GLIMPSE_TLS_KEY: key, GLIMPSE_PASSWORD: "correct horse" },
    };
    await using glimpse = spawnGlimpse({ settings });
    const url = await glimpse.says(/Glimpse is at (https:\S+).*Photos are kept in/s);
    const ask = (path: string) =>
      new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
        get(`${url}${path}`, { ca: readFileSync(cert) }, (answer) => {
          text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject);
        }).once("error", reject);
      });
    expect(await ask("/healthz")).toEqual({ status: 200, body: "ok" });
    expect((await ask("/login")).status).toBe(200);
    expect((await ask("/api/trpc/jobs.summary")).status).toBe(401);
    // A restore would replace its database, so it has to notice that Glimpse runs.
    const restored = await runCommand(
      { GLIMPSE_DATA: settings.GLIMPSE_DATA, GLIMPSE_PORT: new URL(url).port },
      "restore",
      join(settings.GLIMPSE_DATA, "glimpse.sqlite"),
    );
    expect(restored).toMatchObject({
      code: 1,
      output: expect.stringContaining("Stop it, and run this again"),
    });
  });

  test("that cannot be read, or does not fit its key, is refused in one line", async () => {
    await using folder = await temporaryFolder();
    const { cert, key } = makeCertificate(folder.path);
    const refusal = async (files: Record<string, string>) => {
      const settings = { GLIMPSE_DATA: join(folder.path, "data"), GLIMPSE_MODELS: "off", ...files };
      await using glimpse = spawnGlimpse({ settings });
      expect(await glimpse.ended).toBe(1);
      return glimpse.output().trim();
    };
    const missing = join(folder.path, "nothing.pem");
    expect(await refusal({ GLIMPSE_TLS_CERT: missing, GLIMPSE_TLS_KEY: key })).toBe(
      `glimpse: GLIMPSE_TLS_CERT: ${missing} cannot be read (ENOENT)`,
    );
    writeFileSync(missing, "nonsense");
    expect(await refusal({ GLIMPSE_TLS_CERT: cert, GLIMPSE_TLS_KEY: missing })).toMatch(
      /^glimpse: GLIMPSE_TLS_CERT: certificate and key cannot be used \(.*\)$/,
    );
  });
});
