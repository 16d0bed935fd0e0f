import type { CodeFrame } from "#domain/dossier/dossier-code.ts";
import type { DossierEvent } from "#domain/dossier/dossier-event.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { CompiledQuery, type Selectable } from "kysely";
import { type Rows, insertSteps } from "../db/insert-rows.ts";
import type { Db, Space } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { WriteRequest } from "../db/write-request.ts";
import type { SessionFacts } from "./actor.ts";
import { type ActRecord, eventRow } from "./dossier-ledger.ts";
import { sessionInForce } from "./session-in-force.ts";

type Unnumbered<Table extends keyof Database> = readonly [Omit<Selectable<Database[Table]>, "code">];

/** The rows of a new dossier; its code is found by the statement that writes them. */
export type OpeningRows = Omit<Rows, "dossier" | "dossier_search"> & {
  readonly dossier: Unnumbered<"dossier">;
  readonly dossier_search: Unnumbered<"dossier_search">;
};

/** Whose numbers a new code counts on, and what stands around the number. */
export interface CodeOrder {
  readonly agencyCode: string;
  readonly receivedOn: PlainDate;
  readonly frame: CodeFrame;
}

/** A dossier that is decided and not yet written. */
export interface Opening<Answer> {
  readonly act: ActRecord;
  readonly event: DossierEvent;
  readonly rows: OpeningRows;
  readonly code: CodeOrder;
  /** The draft that it came from, if it is the actor's own, goes in the same statement. */
  readonly draftId: string | null;
  /** What the request is answered, but for the code. */
  readonly answer: Answer;
}

export type Opened =
  | { readonly kind: "opened"; readonly code: string }
  /** The mandate epoch or the session is not the one of the decision: nothing was written. */
  | { readonly kind: "moved" }
  /** The request's key has an answer already: nothing was written. */
  | { readonly kind: "keyTaken" };

/**
 * Opens a dossier: one statement, one round trip, one transaction. It asserts the mandate epoch and that the session
 * is in force with the same posts, counter and reference data, takes the next number of the agency's day, writes every
 * row and keeps the answer under the request's key. What fails takes the number back with it, so a day has no gap and
 * no double; intakes of one agency wait for each other at its number and only there.
 *
 * The epoch's row is held until the commit: whoever stops somebody waits for the intakes under way and then finds their
 * papers, and an intake that came a moment later waits, meets the new epoch and is decided anew.
 *
 * The row policies read their settings when a row is checked, and every row waits for `guard`, which sets them.
 */
export async function openDossier(
  db: Db,
  space: Space,
  request: WriteRequest & { readonly session: SessionFacts },
  opening: Opening<object>,
): Promise<Opened> {
  const { session } = request;
  const { act, event, rows, code, draftId, answer } = opening;
  const own = [
    `{${request.places.join(",")}}`,
    request.accountId,
    act.mandateEpoch,
    code.agencyCode,
    code.receivedOn,
    code.frame.before,
    code.frame.minDigits,
    code.frame.after,
    request.key,
    request.route,
    request.hash,
    JSON.stringify(answer),
    request.now,
    draftId,
    session.tokenHash,
    localTime(request.now).day,
    JSON.stringify(session.posts),
    session.counterId,
    session.referenceEpoch,
  ];
  const inserts = insertSteps(
    { ...rows, dossier_event: [eventRow(act, event, 1)] },
    {
      after: "numbered",
      schema: space.schema,
      late: NUMBERED,
      offset: own.length,
    },
  );
  const statement = CompiledQuery.raw(openingText(space.schema, inserts), [...own, ...inserts.values]);
  try {
    const { rows: found } = await db.executeQuery<{ code: string | null }>(statement);
    const given = found[0]?.code;
    return given ? { kind: "opened", code: given } : { kind: "moved" };
  } catch (error) {
    if (isKeyTaken(error)) return { kind: "keyTaken" };
    throw error;
  }
}

const NUMBERED = {
  name: "numbered",
  columns: { dossier: { code: "numbered.code" }, dossier_search: { code: "numbered.code" } },
};

const known = new Map<string, string>();

/** The same text for rows of the same shape: it is joined once, and the server plans it once. */
function openingText(schema: string, inserts: { readonly text: string; readonly shape: string }): string {
  let text = known.get(inserts.shape);
  if (text === undefined) {
    if (known.size >= 1000) known.clear();
    text = `with guard as materialized (
      select set_config('motcua.scope', $1::text, true), set_config('motcua.account', $2::text, true)
      from ${schema}.mandate_epoch, (${sessionInForce("$15", "$13", "$16")}) as session
      where epoch = $3::bigint and session.posts = $17::jsonb
        and session."counterId" is not distinct from $18::uuid and session."referenceEpoch" = $19::bigint
      for share of mandate_epoch),
    counted as (
      insert into ${schema}.dossier_code_counter as counter (agency_code, day, last)
      select $4::text, $5::date, 1 from guard
      on conflict (agency_code, day) do update set last = counter.last + 1
      returning last),
    numbered as materialized (
      select $6::text || lpad(last::text, greatest($7::integer, length(last::text)), '0') || $8::text as code
      from counted)${inserts.text},
    kept as (
      insert into ${schema}.idempotency (account_id, key, route, request_hash, answer, created_at)
      select $2::uuid, $9::text, $10::text, $11::bytea, $12::jsonb || jsonb_build_object('code', numbered.code), $13::timestamptz
      from numbered),
    discarded as (delete from ${schema}.draft where id = $14::uuid and exists (select from numbered))
    select (select code from numbered) as code`;
    known.set(inserts.shape, text);
  }
  return text;
}

/** Two requests with one key: the second to write finds the first one's row. */
function isKeyTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error as { code?: unknown }).code === "23505" &&
    (error as { constraint?: unknown }).constraint === "idempotency_pkey"
  );
}
