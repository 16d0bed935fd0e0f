import { instant, type Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { type Db, type Space, type Tx, createDb, createPool, inSpace } from "../db/kysely.ts";
import { checkCharges, checkContainers, checkHandOvers } from "./check-containers.ts";
import { checkSignedActs } from "./check-signed-acts.ts";
import { checkCustody } from "./check-custody.ts";
import { checkIncidents } from "./check-incidents.ts";
import { checkConsultations, checkParts } from "./check-linked.ts";
import { checkMandates } from "./check-mandates.ts";
import { checkNotices } from "./check-notices.ts";
import { checkCodes, checkFormNumbers, checkGroupNumbers } from "./check-numbers.ts";
import { checkShipments } from "./check-shipments.ts";
import { checkSearch, checkStates } from "./check-states.ts";
import { checkSteps } from "./check-steps.ts";
import type { CheckFacts, DossierCheck, Finding, SpaceCheck } from "./finding.ts";
import { loadHistories } from "./load-histories.ts";

/** What is looked at of each dossier. Another check of dossiers is one more line here, for the command and the tests. */
const DOSSIER_CHECKS = {
  states: checkStates,
  search: checkSearch,
  custody: checkCustody,
  steps: checkSteps,
  consultations: checkConsultations,
  parts: checkParts,
  notices: checkNotices,
} as const satisfies Record<string, DossierCheck>;

/** What is looked at of each space as a whole. */
const SPACE_CHECKS = {
  codes: checkCodes,
  forms: checkFormNumbers,
  groups: checkGroupNumbers,
  mandates: checkMandates,
  containers: checkContainers,
  handOvers: checkHandOvers,
  signedActs: checkSignedActs,
  charges: checkCharges,
  shipments: checkShipments,
  incidents: checkIncidents,
} as const satisfies Record<string, SpaceCheck>;

/** By which check something was found. */
export type CheckName = keyof typeof DOSSIER_CHECKS | keyof typeof SPACE_CHECKS;

/** A {@link Finding} with the check that made it. */
export interface CheckFinding extends Finding {
  readonly check: CheckName;
}

/**
 * Connections that cannot write: every transaction sees one moment of the database, so that what a running program does
 * meanwhile is seen whole or not at all.
 *
 * @param owner of the schema: the row policies would hide from the application what it may not see
 */
export function openForChecking(owner: Parameters<typeof createPool>[0]): Db {
  const settings = "-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read";
  return createDb(
    createPool({ ...owner, max: 1, options: [owner.options, settings].filter(Boolean).join(" ") }),
  );
}

/** Where the projections of these dossiers say something else than their ledgers. */
export async function checkDossiers(
  tx: Tx,
  ids: readonly string[],
  facts: CheckFacts,
): Promise<readonly CheckFinding[]> {
  const dossiers = await loadHistories(tx, ids);
  const found: CheckFinding[] = [];
  for (const [name, check] of Object.entries(DOSSIER_CHECKS)) {
    const of = await check(tx, dossiers, facts);
    found.push(...of.map((finding) => ({ check: name as CheckName, ...finding })));
  }
  return found;
}

/** Where what is counted over a space says something else than what was given. */
async function checkCounters(tx: Tx): Promise<readonly CheckFinding[]> {
  const found: CheckFinding[] = [];
  for (const [name, check] of Object.entries(SPACE_CHECKS)) {
    found.push(...(await check(tx)).map((finding) => ({ check: name as CheckName, ...finding })));
  }
  return found;
}

export interface SpaceChecking {
  /** From when on messages were sent without a pause; left out, from the first message of the space. */
  readonly messagesSince?: Instant;
  /** How many dossiers were looked at so far. */
  readonly onProgress: (dossiers: number) => void;
}

/** So many dossiers are held in memory at once, with all that belongs to them. */
const BATCH_DOSSIERS = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Compares the ledgers of a space with its projections, dossier by dossier, each part in a transaction of its own, and
 * writes nothing. What is held in memory does not grow with the space but for the runs of its numbers.
 */
export async function* checkSpace(
  db: Db,
  space: Space,
  { messagesSince, onProgress }: SpaceChecking,
): AsyncGenerator<CheckFinding> {
  const inPart = <T>(run: (tx: Tx) => Promise<T>) => inSpace(db, space, { places: [] }, run);
  yield* await inPart(checkCounters);
  const facts = { messagesSince: messagesSince ?? (await inPart(firstMessage)) };
  let after = FIRST_ID;
  let looked = 0;
  for (;;) {
    const { ids, found } = await inPart(async (tx) => {
      const part = await idsAfter(tx, after);
      return { ids: part, found: await checkDossiers(tx, part, facts) };
    });
    yield* found;
    looked += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return;
    onProgress(looked);
    after = last;
  }
}

async function idsAfter(tx: Tx, after: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("dossier")
    .select("id")
    .where("id", ">", after)
    .orderBy("id")
    .limit(BATCH_DOSSIERS)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whoever has sent none may have sent none on purpose. */
async function firstMessage(tx: Tx): Promise<Instant | null> {
  const { rows } = await sql<{ first: string | null }>`select min(created_at) as first from notice`.execute(
    tx,
  );
  const first = rows[0]?.first ?? null;
  return first === null ? null : instant(first);
}
