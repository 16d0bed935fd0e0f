import { type ThingRef, type ThingView, readManifest } from "#contract/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { openOutsider } from "../ledgers/custody-code.ts";
import { custodyTaskContext } from "../ledgers/custody-task.ts";
import { type Naming, holderNames } from "../ledgers/holders.ts";
import { manifestContext } from "../ledgers/manifest-ledger.ts";
import { holderOf } from "../ledgers/things.ts";
import { readSignatures } from "./chain-store.ts";
import { MANIFEST_COLUMNS, type ManifestRow, viewManifests } from "./manifest-views.ts";
import { receptionsOfManifest } from "./reception.ts";
import { viewThings } from "./thing-views.ts";

export type Answered = Omit<Static<typeof readManifest.response>, "receptions">;

/** One bảng kê with its lines, where their things are now, and what differed. */
export const readManifestRoute = bind(readManifest, async (context) => {
  const { actor, params, deps, reference, now, read } = context;
  const mandates = await context.mandates();
  return read(async (tx, space) => {
    const naming = { reference, space, ring: deps.ring };
    const found = await loadManifest(tx, naming, actor, params.manifestId);
    if (!found) return refuse("not_found");
    const { manifestId: id, from, to, state } = found.manifest;
    const given = { id, from: holderOf(from.kind, from.id), to: holderOf(to.kind, to.id) };
    const where = { reference, space, now, mandates, accountId: actor.accountId };
    const receptions = state === "offered" ? await receptionsOfManifest(tx, given, where) : [];
    return done({ ...found, receptions: [...receptions] });
  });
});

/** @returns undefined when nobody may see it */
export async function loadManifest(
  tx: Tx,
  naming: Naming,
  actor: Actor,
  manifestId: string,
): Promise<Answered | undefined> {
  const { rows } = await sql<ManifestRow>`
    select ${MANIFEST_COLUMNS} from manifest m where m.id = ${manifestId}::uuid`.execute(tx);
  const [row] = rows;
  const custodian = await lookingCustodian(tx, actor, naming.reference);
  const [manifest] = await viewManifests(tx, naming, rows, { custodian, accountId: actor.accountId });
  if (!row || !manifest) return undefined;
  return {
    manifest,
    outsider: await outsiderOf(tx, naming.ring, manifest),
    lines: await linesOf(tx, naming, row.id),
    signatures: await signaturesOf(tx, naming, row),
    differences: await differencesOf(tx, naming.ring, row.id),
    reason: row.reason && unseal<string>(naming.ring, manifestContext(row.id), row.reason),
  };
}

/** Who it was, for whoever asks later: the same who may see the bảng kê. */
async function outsiderOf(
  tx: Tx,
  ring: KeyRing,
  { from, to }: Answered["manifest"],
): Promise<Answered["outsider"]> {
  const { id = null } = [from, to].find(({ kind }) => kind === "outsider") ?? {};
  if (id === null) return null;
  const row = await tx
    .selectFrom("custody_outsider")
    .select(["id", "sealed"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? openOutsider(ring, row) : null;
}

type LineRow = ThingRef & {
  readonly position: number;
  readonly seal: string | null;
  readonly outcome: Answered["lines"][number]["outcome"];
  /** Sheets at the offer; null on lines of before that was kept. */
  readonly originals: number | null;
  readonly copies: number | null;
  readonly dossierId: string | null;
  /** Null where this person may not see the dossier. */
  readonly dossierCode: string | null;
};

/** What was signed, whatever was taken out since. */
function atTheOffer(view: ThingView, { originals, copies, dossierId, dossierCode }: LineRow): ThingView {
  return originals === null || copies === null
    ? view
    : { ...view, originals, copies, dossierId, dossierCode };
}

async function linesOf(tx: Tx, naming: Naming, manifestId: string): Promise<Answered["lines"]> {
  const { rows } = await sql<LineRow>`
    select l.position, l.thing, l.thing_id as id, l.seal, l.outcome, l.originals, l.copies, l.dossier_id as "dossierId",
      d.code as "dossierCode"
    from manifest_line l left join dossier d on d.id = l.dossier_id where l.manifest_id = ${manifestId}::uuid
    order by l.position`.execute(tx);
  const views = await viewThings(tx, naming, rows);
  const byId = new Map(views.map((view) => [view.id, view]));
  return rows.flatMap((row) => {
    const { position, seal, outcome, id } = row;
    const view = byId.get(id);
    return view ? [{ position, outcome, seal, view: atTheOffer(view, row) }] : [];
  });
}

async function signaturesOf(tx: Tx, naming: Naming, row: ManifestRow): Promise<Answered["signatures"]> {
  const { offerSignatureId, acceptSignatureId } = row;
  const found = await readSignatures(tx, [
    offerSignatureId,
    ...(acceptSignatureId ? [acceptSignatureId] : []),
  ]);
  const signers = found.map(({ signerKind, signerId }) => holderOf(signerKind, signerId));
  const names = await holderNames(tx, naming, signers);
  return found
    .map(({ id, kind, fileId, signedAt, signerKind, signerId }) => ({
      side: id === offerSignatureId ? ("giver" as const) : ("receiver" as const),
      name: names(holderOf(signerKind, signerId)).name,
      kind,
      fileId,
      signedAt,
    }))
    .toSorted((one, other) => (one.side < other.side ? -1 : 1));
}

interface DifferenceRow {
  readonly taskId: string;
  readonly kind: string;
  readonly note: Buffer | null;
  readonly thingId: string | null;
  readonly photoFileId: string | null;
  readonly scanned: string | null;
  readonly settledBy: string;
  readonly settledAt: Instant | null;
  readonly settledWords: Buffer | null;
}

async function differencesOf(tx: Tx, ring: KeyRing, manifestId: string): Promise<Answered["differences"]> {
  const { rows } = await sql<DifferenceRow>`
    select t.id as "taskId", t.kind, t.note_sealed as note, t.thing_id as "thingId", t.photo_file_id as "photoFileId",
      t.scanned, coalesce(s.full_name, '') as "settledBy", t.settled_at as "settledAt",
      t.settled_words_sealed as "settledWords"
    from custody_task t left join nation.account s on s.id = t.settled_by
    where t.manifest_id = ${manifestId}::uuid order by t.found_at, t.id`.execute(tx);
  return rows.map(({ note, settledBy: by, settledAt: at, settledWords, ...row }) => {
    const opened = (sealed: Buffer | null) =>
      sealed && unseal<string>(ring, custodyTaskContext(row.taskId), sealed);
    return { ...row, note: opened(note), settled: at && { by, at, words: opened(settledWords) ?? "" } };
  });
}
