import type { ProgrammeEventPayload, ProgrammeEventType } from "#domain/programme/programme-event.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Insertable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { MandateAct } from "./mandate-life.ts";

/** A programme as it is written. */
export interface NewProgramme {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  readonly decisionId: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** Writes a programme with its first event. */
export async function writeProgramme(tx: Tx, act: MandateAct, programme: NewProgramme): Promise<void> {
  await tx
    .insertInto("programme")
    .values({ id: programme.id, ...columnsOf(programme), version: 1 })
    .execute();
  await writeEvent(tx, act, {
    programmeId: programme.id,
    seq: 1,
    type: "programme.begun",
    partId: null,
    payload: { before: null, after: { ...programme }, reason: "" },
  });
}

/** Changes the programme itself. Its version has been moved by {@link moveProgramme}. */
export async function changeProgrammeRow(tx: Tx, programme: NewProgramme): Promise<void> {
  await tx.updateTable("programme").set(columnsOf(programme)).where("id", "=", programme.id).execute();
}

function columnsOf({ title, aim, decisionId, validFrom, validTo }: NewProgramme) {
  return { title, aim, decision_id: decisionId, valid_from: validFrom, valid_to: validTo };
}

export interface ProgrammeChange {
  readonly programmeId: string;
  /** As seen. */
  readonly version: number;
  readonly type: ProgrammeEventType;
  readonly partId: string | null;
  readonly payload: ProgrammeEventPayload;
}

/**
 * Moves a programme that was seen at a version and writes the event that says how: before anything of it is changed,
 * so that of two who change it at once one wins and the other is told.
 * @returns the new version, or undefined when somebody was faster
 */
export async function moveProgramme(
  tx: Tx,
  act: MandateAct,
  { version: seen, ...change }: ProgrammeChange,
): Promise<number | undefined> {
  const version = seen + 1;
  const moved = await tx
    .updateTable("programme")
    .set({ version })
    .where("id", "=", change.programmeId)
    .where("version", "=", seen)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return undefined;
  await writeEvent(tx, act, { ...change, seq: version });
  return version;
}

async function writeEvent(
  tx: Tx,
  { actorId, basis, now }: MandateAct,
  event: Omit<ProgrammeChange, "version"> & { readonly seq: number },
): Promise<void> {
  await tx
    .insertInto("programme_event")
    .values({
      programme_id: event.programmeId,
      seq: event.seq,
      type: event.type,
      type_version: 1,
      part_id: event.partId,
      payload: JSON.stringify(event.payload),
      basis_kind: basis.kind,
      basis_id: basis.id,
      actor_id: actorId,
      occurred_at: now,
      recorded_at: now,
    })
    .execute();
}

/** A part of a programme with the table that holds it, and its columns. */
export type PartRow =
  | { readonly table: "programme_goal"; readonly row: Insertable<Database["programme_goal"]> }
  | { readonly table: "phase"; readonly row: Insertable<Database["phase"]> }
  | { readonly table: "agreement"; readonly row: Insertable<Database["agreement"]> }
  | { readonly table: "coordination_rule"; readonly row: Insertable<Database["coordination_rule"]> };

/** Writes a part that is new, or over the one that stood: what stood is in the event. */
export async function writePart(tx: Tx, part: PartRow): Promise<void> {
  switch (part.table) {
    case "programme_goal":
      await tx
        .insertInto(part.table)
        .values(part.row)
        .onConflict((one) => one.column("id").doUpdateSet(part.row))
        .execute();
      return;
    case "phase":
      await tx
        .insertInto(part.table)
        .values(part.row)
        .onConflict((one) => one.column("id").doUpdateSet(part.row))
        .execute();
      return;
    case "agreement":
      await tx
        .insertInto(part.table)
        .values(part.row)
        .onConflict((one) => one.column("id").doUpdateSet(part.row))
        .execute();
      return;
    case "coordination_rule":
      await tx
        .insertInto(part.table)
        .values(part.row)
        .onConflict((one) => one.column("id").doUpdateSet(part.row))
        .execute();
  }
}

/** Takes a part out: it stands in its table and in the history, and in no list any more. */
export async function removePart(
  tx: Tx,
  table: PartRow["table"],
  partId: string,
  now: MandateAct["now"],
): Promise<void> {
  await sql`update ${sql.table(table)} set removed_at = ${now}::timestamptz where id = ${partId}::uuid`.execute(
    tx,
  );
}
