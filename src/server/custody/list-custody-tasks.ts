import type { HolderView, ThingRef, ThingView } from "#contract/custody.ts";
import { type CustodyTaskView, listCustodyTasks } from "#contract/custody-places.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { type DifferenceOrigin, maySettle } from "#domain/custody/difference.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { countOpenCustodyTasks, custodyTaskContext } from "../ledgers/custody-task.ts";
import { type Naming, holderNames } from "../ledgers/holders.ts";
import { holderOf } from "../ledgers/things.ts";
import { type SignatureRow, readSignatures } from "./chain-store.ts";
import { viewThings } from "./thing-views.ts";

interface TaskRow {
  readonly taskId: string;
  readonly kind: CustodyTaskView["kind"];
  readonly thing: ThingRef["thing"] | null;
  readonly thingId: string | null;
  readonly scanned: string | null;
  readonly manifestId: string | null;
  readonly manifestNumber: string | null;
  /** Of a competing acceptance: what the first one signed, and what this one did. */
  readonly signatureIds: readonly string[];
  readonly photoFileId: string | null;
  readonly claimedKind: string | null;
  readonly claimedId: string | null;
  readonly note: Buffer | null;
  readonly foundBy: string;
  /** The account of who found it, and of who signed the bảng kê as its giver. */
  readonly finder: string;
  readonly offeredBy: string | null;
  readonly foundAt: Instant;
  readonly settledBy: string | null;
  readonly settledAt: Instant | null;
  readonly settledWords: Buffer | null;
}

/** What did not agree at the places of this person, newest first: what is open, or how it was settled. */
export const listCustodyTasksRoute = bind(listCustodyTasks, async ({ actor, query, deps, reference, read }) =>
  read(async (tx, space) => {
    const rows = await findTasks(tx, query.settled === "true", query.after);
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    return done({
      tasks: await viewTasks(tx, { reference, space, ring: deps.ring }, page, actor.accountId),
      next: rows.length > PAGE_ROWS && last ? packCursor([momentOf(last), last.taskId]) : null,
      open: await countOpenCustodyTasks(tx),
    });
  }),
);

const momentOf = ({ settledAt, foundAt }: TaskRow) => settledAt ?? foundAt;

async function findTasks(tx: Tx, settled: boolean, after: string | undefined): Promise<readonly TaskRow[]> {
  const [moment, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
  const at = settled ? sql`t.settled_at` : sql`t.found_at`;
  const which = settled ? sql`t.settled_at is not null` : sql`t.settled_at is null`;
  const { rows } = await sql<TaskRow>`
    select t.id as "taskId", t.kind, t.thing, t.thing_id as "thingId", t.scanned, t.manifest_id as "manifestId",
      m.number as "manifestNumber",
      case when t.kind = 'competing' then array_remove(array[m.accept_signature_id, t.signature_id], null)
        else '{}' end as "signatureIds",
      t.photo_file_id as "photoFileId", t.claimed_kind as "claimedKind", t.claimed_id as "claimedId",
      t.note_sealed as note, coalesce(f.full_name, '') as "foundBy",
      t.found_by as finder, m.offered_by as "offeredBy", t.found_at as "foundAt", s.full_name as "settledBy",
      t.settled_at as "settledAt", t.settled_words_sealed as "settledWords"
    from custody_task t left join manifest m on m.id = t.manifest_id
    left join nation.account f on f.id = t.found_by left join nation.account s on s.id = t.settled_by
    where ${which} and (${at}, t.id) < (${moment}::timestamptz, ${id}::uuid)
    order by ${at} desc, t.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  return rows;
}

const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;

const claimOf = ({ claimedKind, claimedId }: TaskRow): Holder | null =>
  claimedKind === null ? null : holderOf(claimedKind, claimedId);
const signerOf = ({ signerKind, signerId }: SignatureRow): Holder => holderOf(signerKind, signerId);

async function viewTasks(
  tx: Tx,
  naming: Naming,
  rows: readonly TaskRow[],
  accountId: string,
): Promise<CustodyTaskView[]> {
  const refs = rows.flatMap(({ thing, thingId }) =>
    thing === null || thingId === null ? [] : [{ thing, id: thingId }],
  );
  const views = await viewThings(tx, naming, [...new Map(refs.map((ref) => [ref.id, ref])).values()]);
  const signatures = await readSignatures(
    tx,
    rows.flatMap(({ signatureIds }) => signatureIds),
  );
  const names = await holderNames(tx, naming, [...rows.map(claimOf), ...signatures.map(signerOf)]);
  const viewOf = new Map(views.map((view) => [view.id, view]));
  const proofOf = new Map(
    signatures.map((signature) => {
      const { id, signedAt, fileId } = signature;
      return [id, { name: names(signerOf(signature)).name, signedAt, fileId }];
    }),
  );
  return rows.map((row) =>
    viewTask(naming.ring, row, {
      view: viewOf.get(row.thingId ?? "") ?? null,
      claimedBy: nameOf(claimOf(row), names),
      maySettle: row.settledAt === null && maySettle(originOf(row), accountId),
      proofs: row.signatureIds.flatMap((id) => proofOf.get(id) ?? []),
    }),
  );
}

function originOf({ kind, finder, offeredBy, claimedKind, claimedId }: TaskRow): DifferenceOrigin {
  return { kind, foundBy: finder, offeredBy, claimedBy: claimedKind === "person" ? claimedId : null };
}

function nameOf(holder: Holder | null, names: (holder: Holder) => HolderView): HolderView | null {
  return holder && names(holder);
}

function viewTask(
  ring: KeyRing,
  row: TaskRow,
  shown: {
    readonly view: ThingView | null;
    readonly claimedBy: HolderView | null;
    readonly proofs: CustodyTaskView["proofs"];
    readonly maySettle: boolean;
  },
): CustodyTaskView {
  const { taskId, settledAt, settledWords } = row;
  const opened = (sealed: Buffer | null) =>
    sealed && unseal<string>(ring, custodyTaskContext(taskId), sealed);
  return {
    ...shown,
    taskId,
    kind: row.kind,
    scanned: row.scanned,
    manifestId: row.manifestId,
    manifestNumber: row.manifestNumber,
    photoFileId: row.photoFileId,
    note: opened(row.note),
    foundBy: row.foundBy,
    foundAt: row.foundAt,
    settled: settledAt && {
      by: row.settledBy ?? "",
      at: settledAt,
      words: opened(settledWords) ?? "",
    },
  };
}
