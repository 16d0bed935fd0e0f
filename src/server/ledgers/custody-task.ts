import type { Thing } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal } from "../keys/seal.ts";
import type { CustodyTaskKind, DifferenceOrigin } from "#domain/custody/difference.ts";

/** What did not agree, with its proofs; null where there is none. */
export interface NewCustodyTask {
  readonly id: string;
  readonly kind: CustodyTaskKind;
  readonly thing: { readonly thing: Thing; readonly id: string } | null;
  readonly scanned: string | null;
  readonly manifestId: string | null;
  readonly signatureId: string | null;
  readonly photoFileId: string | null;
  readonly claimed: { readonly kind: string; readonly id: string | null } | null;
  readonly note: string | null;
  readonly foundAt: Instant;
}

/** The words of a task are sealed under its own key. */
export function custodyTaskContext(taskId: string): string {
  return `custody-task:${taskId}`;
}

/** Writes what did not agree, for a person to settle. */
export async function recordCustodyTasks(
  tx: Tx,
  ring: KeyRing,
  tasks: readonly NewCustodyTask[],
  by: { readonly accountId: string; readonly now: Instant; readonly scope: readonly string[] },
): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .insertInto("custody_task")
    .values(
      tasks.map((task) => ({
        id: task.id,
        kind: task.kind,
        thing: task.thing?.thing ?? null,
        thing_id: task.thing?.id ?? null,
        scanned: task.scanned,
        manifest_id: task.manifestId,
        signature_id: task.signatureId,
        photo_file_id: task.photoFileId,
        claimed_kind: task.claimed?.kind ?? null,
        claimed_id: task.claimed?.id ?? null,
        note_sealed: task.note === null ? null : seal(ring, custodyTaskContext(task.id), task.note),
        found_by: by.accountId,
        found_at: task.foundAt,
        recorded_at: by.now,
        settled_at: null,
        settled_by: null,
        settled_words_sealed: null,
        scope: [...by.scope],
      })),
    )
    .execute();
}

/** Whose act a difference came of; see `maySettle`. @throws when there is no such task */
export async function originOfTask(tx: Tx, taskId: string): Promise<DifferenceOrigin> {
  const row = await tx
    .selectFrom("custody_task as t")
    .leftJoin("manifest as m", "m.id", "t.manifest_id")
    .select(["t.kind", "t.found_by", "t.claimed_kind", "t.claimed_id", "m.offered_by"])
    .where("t.id", "=", taskId)
    .executeTakeFirstOrThrow();
  return {
    kind: row.kind as CustodyTaskKind,
    foundBy: row.found_by,
    offeredBy: row.offered_by,
    claimedBy: row.claimed_kind === "person" ? row.claimed_id : null,
  };
}

/** Says of a task, held by whoever calls this, what came of it; the words are sealed. */
export async function settleTaskRow(
  tx: Tx,
  ring: KeyRing,
  taskId: string,
  { by, now, words }: { readonly by: string; readonly now: Instant; readonly words: string },
): Promise<void> {
  await tx
    .updateTable("custody_task")
    .set({
      settled_at: now,
      settled_by: by,
      settled_words_sealed: seal(ring, custodyTaskContext(taskId), words),
    })
    .where("id", "=", taskId)
    .execute();
}

/**
 * How many differences at the places of whoever asks nobody has settled.
 * @param thingId those about this one alone
 */
export async function countOpenCustodyTasks(tx: Tx, thingId?: string): Promise<number> {
  const { open } = await tx
    .selectFrom("custody_task")
    .$if(thingId !== undefined, (tasks) => tasks.where("thing_id", "=", thingId ?? null))
    .select((eb) => eb.fn.countAll<number>().as("open"))
    .where("settled_at", "is", null)
    .executeTakeFirstOrThrow();
  return open;
}
