import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import { forgiveTry, withinRate } from "../db/rate-limit.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { readTrackSecret, sameSecret } from "../keys/track-secret.ts";
import { logAccess } from "../ledgers/access-log.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";

/** A family may look several times a day; a program that guesses 50 random bits gets nowhere. */
const CODE_RATE = { hitsMax: 20, windowMs: 15 * 60_000 };
const ADDRESS_RATE = { hitsMax: 60, windowMs: 15 * 60_000 };

/** What a citizen without an account shows: both codes of the slip, from some address. */
export interface ProofInput {
  readonly code: string;
  readonly secret: string;
  readonly address: string;
  readonly now: Instant;
  readonly requestId: string;
}

export type ProofRefusal = "track_not_found" | "too_many_requests";

/**
 * Runs with the one dossier that code and secret open, in a transaction that sees that dossier alone. Wrong code and
 * wrong secret get the same answer; each wrong try counts against the code and against the address, and every one is
 * written down under the route, right or wrong, without who.
 * @param outcomeOf what is written down of a right try
 */
export async function openWithSecret<T>(
  deps: Deps,
  input: ProofInput,
  route: "GET /t/:code" | "POST /rating" | "POST /paper" | "POST /complaint" | "POST /post",
  run: (tx: Tx, dossier: DossierRecord) => Promise<T>,
  outcomeOf: (value: T) => string = () => "ok",
): Promise<Result<T, ProofRefusal>> {
  const read = readDossierCode(input.code);
  const code = read.ok ? read.value.normalised : input.code.trim().slice(0, 60).toUpperCase();
  const [byAddress, byCode] = [`track-address:${input.address}`, `track-code:${code}`];
  const allowed =
    (await withinRate(deps.db, byAddress, ADDRESS_RATE, input.now)) &&
    (await withinRate(deps.db, byCode, CODE_RATE, input.now));
  if (!allowed) return refuse("too_many_requests", { minutes: 15 });
  for (const space of deps.reference.current().spaces) {
    const dossierId = await findByCode(deps, space, code);
    if (dossierId === undefined) continue;
    const opened = await inSpace(deps.db, space, { places: [], dossierId }, async (tx) => {
      const dossier = await loadDossier(tx, dossierId);
      return dossier && isProven(deps, dossier, input.secret) ? done(await run(tx, dossier)) : undefined;
    });
    await logAccess(deps.db, space, {
      id: deps.newId(),
      at: input.now,
      accountId: null,
      route,
      dossierId,
      outcome: opened?.ok ? outcomeOf(opened.value) : "track_not_found",
      requestId: input.requestId,
    });
    if (!opened) return refuse("track_not_found");
    await forgiveTry(deps.db, byAddress);
    await forgiveTry(deps.db, byCode);
    return opened;
  }
  return refuse("track_not_found");
}

/** Which dossier a code names. A function of the database answers it, since no row may be seen yet. */
async function findByCode({ db }: Deps, space: Space, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select ${sql.id(space.schema, "dossier_of_code")}(${code}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

function isProven(
  { ring }: Deps,
  { id, track_secret_sealed: sealed }: DossierRecord,
  typed: string,
): boolean {
  return sameSecret(unseal<string>(ring, `dossier.track:${id}`, sealed), readTrackSecret(typed));
}
