import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { createApiTokens } from "./api-tokens.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import { createPasswords } from "./passwords.ts";
import { createSessions, sessionMs } from "./sessions.ts";

const hour = 3_600_000;
const day = 24 * hour;

test("a password fits its own hash only, however it is composed, and no hash is like another", async () => {
  const hash = await hashPassword("Grüße aus Lissabon");
  expect(await isPassword("Gru\u0308ße aus Lissabon", hash)).toBe(true);
  expect(await isPassword("grüße aus Lissabon", hash)).toBe(false);
  expect(await hashPassword("Grüße aus Lissabon")).not.toBe(hash);
  expect(hash).not.toContain("Lissabon");
  for (const broken of ["", "x", "md5$a", "scrypt$1"]) {
    expect(await isPassword("", broken).catch(() => false)).toBe(false);
  }
});

onEachDatabase((connect) => {
  test("a new password takes the place of the old one, and logs browsers out", async () => {
    const database = await connect();
    const passwords = createPasswords(database);
    const sessions = createSessions(database);
    expect([await passwords.isSet("me"), await passwords.fits("me", "")]).toEqual([false, false]);
    await passwords.set("me", "the first one");
    const secret = await sessions.begin("me");
    expect(await sessions.find("me", secret)).not.toBeNull();
    await passwords.set("me", "the second one");
    expect(await sessions.find("me", secret)).toBeNull();
    expect(await passwords.fits("me", "the first one")).toBe(false);
    expect(await passwords.fits("me", "the second one")).toBe(true);
    expect([await passwords.remove("me"), await passwords.remove("me")]).toEqual([true, false]);
  });

  test("a session is its owner's, ends when it is told to, and when it was not used for long", async () => {
    const database = await connect();
    const sessions = createSessions(database);
    const [first, second] = [await sessions.begin("me"), await sessions.begin("me")];
    const id = await sessions.find("me", first);
    expect(await sessions.find("you", first)).toBeNull();
    expect(await sessions.count("me")).toBe(2);
    await sessions.end("me", id ?? "");
    expect(await sessions.find("me", first)).toBeNull();
    const used = (at: number) => database.rows.updateTable("sessions").set({ used_at: at }).execute();
    const usedAt = async () =>
      Number((await database.rows.selectFrom("sessions").select("used_at").executeTakeFirst())?.used_at);
    const lately = Date.now() - hour;
    await used(lately);
    expect(await sessions.find("me", second)).not.toBeNull();
    expect(await usedAt()).toBe(lately);
    await used(Date.now() - 2 * day);
    expect(await sessions.find("me", second)).not.toBeNull();
    expect(await usedAt()).toBeGreaterThan(lately);
    await used(Date.now() - sessionMs - 1);
    expect(await sessions.find("me", second)).toBeNull();
    expect(await sessions.endAll("me")).toBe(1);
  });

  test("a token is found until it is revoked; it is known to the hour when it was used", async () => {
    const tokens = createApiTokens(await connect());
    const { id, token } = await tokens.create("me", "upload", "camera");
    expect(await tokens.find("me", token)).toEqual({ id, scope: "upload" });
    for (const other of ["", "glimpse_", token.slice(0, -1), token.slice(1), `${token}x`]) {
      expect(await tokens.find("me", other)).toBeNull();
    }
    expect(await tokens.find("you", token)).toBeNull();
    const [listed] = await tokens.list("me");
    expect(listed).toMatchObject({ id, name: "camera", scope: "upload", revokedAt: null });
    expect(Number(listed?.usedAt) % hour).toBe(0);
    expect(await tokens.revoke("you", "camera")).toBe(false);
    expect([await tokens.revoke("me", "camera"), await tokens.revoke("me", id)]).toEqual([true, false]);
    expect(await tokens.find("me", token)).toBeNull();
  });
});
