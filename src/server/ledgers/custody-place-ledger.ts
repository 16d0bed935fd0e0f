import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";

/** A named place as it is opened, in the charge of whoever opens it. */
export interface NewCustodyPlace {
  readonly id: string;
  readonly kind: "shelf" | "safe" | "agencyDesk" | "vehicle";
  readonly code: string;
  readonly name: string;
  readonly belongsTo: string;
  readonly responsibleId: string;
  readonly now: Instant;
}

/** Opens a place. @returns false when another one has its label */
export async function openPlace(tx: Tx, place: NewCustodyPlace): Promise<boolean> {
  const { id, kind, code, name, belongsTo, responsibleId, now } = place;
  const opened = await tx
    .insertInto("custody_place")
    .values({
      id,
      kind,
      code,
      name,
      belongs_to: belongsTo,
      responsible_id: responsibleId,
      opened_at: now,
      closed_at: null,
      version: 1,
      scope: [belongsTo],
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!opened) return false;
  const charge = { placeId: id, responsibleId, actorId: responsibleId, now, scope: [belongsTo] };
  await writeCharge(tx, { ...charge, seq: 1, reason: "opened", signatures: null });
  return true;
}

/** A place as it stands, held until the transaction ends. */
export interface StandingPlace {
  readonly id: string;
  readonly belongsTo: string;
  readonly responsibleId: string;
  readonly version: number;
  readonly scope: readonly string[];
}

/** The open place, locked; null when there is none that this person may see. */
export async function lockPlace(tx: Tx, id: string): Promise<StandingPlace | null> {
  const row = await tx
    .selectFrom("custody_place")
    .select(["id", "belongs_to", "responsible_id", "version", "scope"])
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { belongs_to: belongsTo, responsible_id: responsibleId, version, scope } = row;
  return { id: row.id, belongsTo, responsibleId, version, scope };
}

/** How a place goes into somebody else's charge: agreed with both signatures, or without, by whoever succeeds. */
export interface Passing {
  readonly to: string;
  readonly signatures: { readonly giver: string; readonly receiver: string } | null;
  readonly actorId: string;
  readonly now: Instant;
}

/** Passes a locked place. @returns its version from then on */
export async function passPlace(
  tx: Tx,
  place: StandingPlace,
  { to, signatures, actorId, now }: Passing,
): Promise<number> {
  const version = place.version + 1;
  await tx
    .updateTable("custody_place")
    .set({ responsible_id: to, version })
    .where("id", "=", place.id)
    .execute();
  await writeCharge(tx, {
    placeId: place.id,
    seq: version,
    responsibleId: to,
    reason: signatures ? "agreed" : "succeeded",
    signatures,
    actorId,
    now,
    scope: place.scope,
  });
  return version;
}

/** Closes a locked place that is empty. @returns its version from then on */
export async function closePlace(tx: Tx, place: StandingPlace, now: Instant): Promise<number> {
  const version = place.version + 1;
  await tx.updateTable("custody_place").set({ closed_at: now, version }).where("id", "=", place.id).execute();
  return version;
}

interface Charge {
  readonly placeId: string;
  /** The version of the place since this charge. */
  readonly seq: number;
  readonly responsibleId: string;
  readonly reason: "opened" | "agreed" | "succeeded";
  readonly signatures: Passing["signatures"];
  readonly actorId: string;
  readonly now: Instant;
  readonly scope: readonly string[];
}

async function writeCharge(tx: Tx, charge: Charge): Promise<void> {
  await tx
    .insertInto("custody_charge")
    .values({
      place_id: charge.placeId,
      seq: charge.seq,
      responsible_id: charge.responsibleId,
      reason: charge.reason,
      giver_signature_id: charge.signatures?.giver ?? null,
      receiver_signature_id: charge.signatures?.receiver ?? null,
      actor_id: charge.actorId,
      recorded_at: charge.now,
      scope: [...charge.scope],
    })
    .execute();
}
