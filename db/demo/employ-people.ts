import { plainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "#server/db/kysely.ts";
import type { KeyRing } from "#server/keys/key-ring.ts";
import { seal } from "#server/keys/seal.ts";
import { newTotpSecret } from "#server/keys/one-time-code.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { hash } from "@node-rs/argon2";
import { v7 as uuidv7 } from "uuid";
import { DEMO_PASSWORD, type DemoPerson } from "./people.ts";

/** The day of the two-tier units: nobody but the people of the stories has a post before it. */
export const SINCE = plainDate("2025-07-01");

export interface Employed {
  readonly accountId: string;
  readonly postId: string;
  /** Of the authenticator, in base 32. */
  readonly secret: string;
}

/**
 * Writes an account with a post for each person, in the given order; the sign-in page lists them in it.
 * @returns account and authenticator by user name
 */
export async function employPeople(
  tx: Tx,
  people: readonly DemoPerson[],
  ring: KeyRing,
): Promise<ReadonlyMap<string, Employed>> {
  const passwordHash = await hash(DEMO_PASSWORD);
  const employed = new Map(
    people.map(({ username }) => [
      username,
      { accountId: uuidv7(), postId: uuidv7(), secret: newTotpSecret() },
    ]),
  );
  for (const person of people) {
    const account = employed.get(person.username);
    if (!account) continue;
    await tx
      .insertInto("nation.account")
      .values({
        id: account.accountId,
        username: person.username,
        full_name: person.fullName,
        employer: person.employer,
        employer_kind: person.employerKind,
        password_hash: passwordHash,
        totp_sealed: seal(ring, `account.totp:${account.accountId}`, account.secret),
        ...daysOf(person),
        demo_password: DEMO_PASSWORD,
      })
      .execute();
    await tx.insertInto("nation.staff_post").values(postRow(person, account)).execute();
  }
  return employed;
}

function daysOf({ since = SINCE, until = null }: DemoPerson) {
  return { valid_from: since, valid_to: until };
}

function postRow(person: DemoPerson, { accountId, postId }: Employed) {
  const { role, at } = person;
  const id = referenceId(at.key);
  return {
    id: postId,
    account_id: accountId,
    role,
    one_stop_unit_id: at.kind === "unit" ? id : null,
    agency_id: at.kind === "agency" ? id : null,
    post_office_id: at.kind === "postOffice" ? id : null,
    ...daysOf(person),
  };
}
