import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import type { Schema } from "./schema.ts";

/** The password of the household, kept as a hash. Whoever changes it logs all browsers out. */
export interface Passwords {
  isSet(owner: string): Promise<boolean>;
  /** Says whether this is the password; false if there is none. */
  fits(owner: string, password: string): Promise<boolean>;
  set(owner: string, password: string): Promise<void>;
  /** Returns false if there was none. */
  remove(owner: string): Promise<boolean>;
}

export function createPasswords(database: Database<Schema>): Passwords {
  const { rows } = database;
  const hashOf = async (owner: string) =>
    (await rows.selectFrom("passwords").select("hash").where("owner", "=", owner).executeTakeFirst())?.hash;

  return {
    isSet: async (owner) => (await hashOf(owner)) !== undefined,

    async fits(owner, password) {
      const hash = await hashOf(owner);
      return hash !== undefined && isPassword(password, hash);
    },

    async set(owner, password) {
      const changed = { hash: await hashPassword(password), changed_at: libraryTime() };
      await rows.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("passwords")
          .values({ owner, ...changed })
          .onConflict((conflict) => conflict.column("owner").doUpdateSet(changed))
          .execute();
        await transaction.deleteFrom("sessions").where("owner", "=", owner).execute();
      });
    },

    remove: (owner) =>
      rows.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom("passwords")
          .where("owner", "=", owner)
          .executeTakeFirst();
        await transaction.deleteFrom("sessions").where("owner", "=", owner).execute();
        return numDeletedRows > 0n;
      }),
  };
}
