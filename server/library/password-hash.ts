import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** Each try takes 32 MB and about a tenth of a second, also for somebody who has stolen the rows. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;

/** Returns a salted hash of a password, from which nobody gets the password back. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize("NFC"), salt, keyBytes, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$");
}

/** Says whether the hash was made from the password; false for a hash that cannot be read. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt = "", key = ""] = hash.split("$");
  if (kind !== "scrypt") return false;
  const expected = Buffer.from(key, "base64");
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const found = await derive(password.normalize("NFC"), Buffer.from(salt, "base64"), keyBytes, options);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Makes a secret that nobody guesses: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Returns the hash by which a secret is kept. It needs no salt, because nobody guesses the secret. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
