import type { CodeFrame } from "#domain/dossier/dossier-code.ts";
import type { DossierEvent } from "#domain/dossier/dossier-event.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import { CompiledQuery, type Selectable, sql } from "kysely";
import { type Rows, insertSteps } from "../db/insert-rows.ts";
import type { Db, Space, Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { WriteRequest } from "../db/write-request.ts";
import type { SessionFacts } from "./actor.ts";
import { type ActRecord, eventRow } from "./dossier-ledger.ts";
import { noticeTopics } from "./notice-topic.ts";
import { sessionInForce } from "./session-in-force.ts";

type Unnumbered<Table extends keyof Database> = readonly [Omit<Selectable<Database[Table]>, "code">];

/** The rows of a new dossier; its code, and the number of its form, are found by the statement that writes them. */
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

/**
 * What follows at once, by an act of its own: a dossier that is lodged is asked for more, or refused, and its form is among
 * the rows; one that the post brought was submitted by an earlier signing.
 */
export interface Following {
  readonly act: ActRecord;
  readonly event: DossierEvent;
}

/** A dossier that is decided and not yet written. */
export interface Opening<Answer> {
  readonly act: ActRecord;
  readonly event: DossierEvent;
  readonly following?: Following;
  readonly rows: OpeningRows;
  readonly code: CodeOrder;
  /** The draft that it came from, if it is the actor's own, goes in the same statement. */
  readonly draftId: string | null;
  /** Whose open dossiers of the same procedure at the same unit stand in the way; left out, nobody's do. */
  readonly besides?: { readonly unitId: string; readonly procedureCode: string; readonly number: Buffer };
  /** What the request is answered, but for the code. */
  readonly answer: Answer;
}

export type Opened =
  | { readonly kind: "opened"; readonly code: string }
  /** The mandate epoch or the session is not the one of the decision: nothing was written. */
  | { readonly kind: "moved" }
  /** The person has open dossiers with these codes: nothing was written. */
  | { readonly kind: "besides"; readonly codes: readonly string[] }
  /** Somebody else received this row of the group: nothing was written. */
  | { readonly kind: "rowTaken" }
  /** The request's key has an answer already: nothing was written. */
  | { readonly kind: "keyTaken" };

/**
 * Opens a dossier: one statement, one round trip, one transaction. It asserts the mandate epoch and that the session
 * is in force with the same posts, counter and reference data, takes the next number of the agency's day, writes every
 * row and keeps the answer under the request's key. What fails takes the number back with it, so a day has no gap and
 * no double; intakes of one agency wait for each other at its number and only there. A form that is issued with it takes
its number in the same way.
 *
 * The epoch's row is held until the commit: whoever stops somebody waits for the intakes under way and then finds their
 * papers, and an intake that came a moment later waits, meets the new epoch and is decided anew.
 *
 * The row policies read their settings when a row is checked, and every row waits for `guard`, which sets them.
 * `follow` does in the same transaction what the opening brings with it, as the parts of an interlinked dossier.
 */
export async function openDossier(
  db: Db,
  space: Space,
  request: WriteRequest & { readonly session: SessionFacts },
  opening: Opening<object>,
  follow?: (tx: Tx) => Promise<void>,
): Promise<Opened> {
  if (!follow) return openOne(db, space, request, opening);
  return db.transaction().execute(async (tx) => {
    const opened = await openOne(tx, space, request, opening);
    if (opened.kind !== "opened") return opened;
    await sql`select set_config('search_path', ${`${space.schema},nation`}, true)`.execute(tx);
    await follow(tx);
    return opened;
  });
}

async function openOne(
  db: Db,
  space: Space,
  request: WriteRequest & { readonly session: SessionFacts },
  opening: Opening<object>,
): Promise<Opened> {
  const { session } = request;
  const { act, event, following, rows, code, draftId, answer } = opening;
  const more = moreOf(opening);
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
    ...more.values,
  ];
  const events = [{ act, event }, ...(following ? [following] : [])];
  const told = events.flatMap((one, index) => noticeTopics(one.act, one.event, index + 1, null));
  const inserts = insertSteps(
    {
      ...rows,
      ...(told.length > 0 && { outbox: [...(rows.outbox ?? []), ...told] }),
      dossier_event: events.map((one, index) => eventRow(one.act, one.event, index + 1)),
    },
    {
      after: "numbered",
      schema: space.schema,
      late: NUMBERED,
      offset: own.length,
    },
  );
  const statement = CompiledQuery.raw(openingText(space.schema, inserts, more.kind), [
    ...own,
    ...inserts.values,
  ]);
  try {
    const { rows: found } = await db.executeQuery<FoundOpening>(statement);
    return openedOf(found[0]);
  } catch (error) {
    if (breaks(error, "idempotency_pkey")) return { kind: "keyTaken" };
    if (breaks(error, "dossier_group_row_group_id_row_id_key")) return { kind: "rowTaken" };
    throw error;
  }
}

/** What the statement asks beside the rest, from $20 on: the number of a form, or what the person has open already. */
function moreOf({ rows, besides }: Opening<object>) {
  const [form] = rows.form_issue ?? [];
  invariant(!form || !besides, "what is lodged is compared with nothing");
  if (form) return { kind: "form", values: [form.unit_id, form.year, form.form] } as const;
  if (!besides) return { kind: undefined, values: [] } as const;
  return { kind: "besides", values: [besides.unitId, besides.procedureCode, besides.number] } as const;
}

interface FoundOpening {
  readonly code: string | null;
  readonly besides?: readonly string[] | null;
}

function openedOf(found: FoundOpening | undefined): Opened {
  const codes = found?.besides ?? [];
  if (codes.length > 0) return { kind: "besides", codes };
  return found?.code ? { kind: "opened", code: found.code } : { kind: "moved" };
}

const NUMBERED = {
  name: "numbered",
  columns: {
    dossier: { code: "numbered.code" },
    dossier_search: { code: "numbered.code" },
    form_issue: { number: "numbered.form_number" },
  },
};

const known = new Map<string, string>();

/** The same text for rows of the same shape: it is joined once, and the server plans it once. */
function openingText(
  schema: string,
  inserts: { readonly text: string; readonly shape: string },
  more: ReturnType<typeof moreOf>["kind"],
): string {
  const key = `${more ?? ""} ${inserts.shape}`;
  let text = known.get(key);
  if (text === undefined) {
    if (known.size >= 1000) known.clear();
    text = `with guard as materialized (
      select set_config('motcua.scope', $1::text, true), set_config('motcua.account', $2::text, true)
      from ${schema}.mandate_epoch, (${sessionInForce("$15", "$13", "$16")}) as session
      where epoch = $3::bigint and session.posts = $17::jsonb
        and session."counterId" is not distinct from $18::uuid and session."referenceEpoch" = $19::bigint
      for share of mandate_epoch),${more === "besides" ? openBefore(schema) : ""}
    counted as (
      insert into ${schema}.dossier_code_counter as counter (agency_code, day, last)
      select $4::text, $5::date, 1 from guard ${more === "besides" ? "where not exists (select from open_before)" : ""}
      on conflict (agency_code, day) do update set last = counter.last + 1
      returning last),${more === "form" ? formCounted(schema) : ""}
    numbered as materialized (
      select $6::text || lpad(last::text, greatest($7::integer, length(last::text)), '0') || $8::text as code
        ${more === "form" ? ", (select number from form_counted) as form_number" : ""}
      from counted)${inserts.text},
    kept as (
      insert into ${schema}.idempotency (account_id, key, route, request_hash, answer, created_at)
      select $2::uuid, $9::text, $10::text, $11::bytea, $12::jsonb || jsonb_build_object('code', numbered.code), $13::timestamptz
      from numbered),
    discarded as (delete from ${schema}.draft where id = $14::uuid and exists (select from numbered))
    select (select code from numbered) as code
      ${more === "besides" ? ", (select array_agg(code) from open_before) as besides" : ""}`;
    known.set(key, text);
  }
  return text;
}

/**
 * What the person has open already: where there is any, no number is taken and no row is written. Intakes of one person
 * about one procedure at one unit wait for each other here, before the number, so each sees what the other wrote.
 */
function openBefore(schema: string): string {
  return `
    open_before as materialized (
      select code from guard, ${schema}.open_of_applicant($20::uuid, $21::text, $22::bytea) as code),`;
}

/** The next number of the form, after the code's: of two lodgings that meet, both counters are taken in one order. */
function formCounted(schema: string): string {
  return `
    form_counted as (
      insert into ${schema}.form_counter as counter (unit_id, year, form, last)
      select $20::uuid, $21::smallint, $22::text, 1 from counted
      on conflict (unit_id, year, form) do update set last = counter.last + 1
      returning last as number),`;
}

/** Two requests with one key, or two persons with one row: the second to write finds the first one's row. */
function breaks(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    (error as { code?: unknown }).code === "23505" &&
    (error as { constraint?: unknown }).constraint === constraint
  );
}
