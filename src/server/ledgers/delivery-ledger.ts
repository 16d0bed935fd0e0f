import type { Holder } from "#domain/custody/custody.ts";
import type { DeliveryTask } from "#domain/custody/difference.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { afterMove } from "#domain/dossier/dossier-machine.ts";
import {
  CLOSED_WORDS,
  type Carrying,
  type DeliveryFacts,
  decideClosing,
} from "#domain/postal/close-delivery.ts";
import type { Taker } from "#domain/postal/decide-delivery.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { Reference } from "../units/reference.ts";
import { unseal } from "../keys/seal.ts";
import { moveThings } from "./custody-acts.ts";
import { settleTaskRow } from "./custody-task.ts";
import { type Delivered, type Parcel, loadParcel } from "./delivery-rows.ts";
import { stateOfRow } from "./dossier-ledger.ts";
import { type DossierRecord, holdDossier } from "./load-dossier.ts";
import { recordMove } from "./move-dossier.ts";
import { unlessPart, unlessPartsOpen } from "./part-ledger.ts";
import type { Recorded } from "./shipment-ledger.ts";
import { type HeldThing, lockThings } from "./things.ts";

export interface Closing {
  readonly deps: Deps;
  readonly reference: Reference;
  readonly now: Instant;
  /** Who of us reported: whoever takes a delivery back has caused what comes of it. */
  readonly reporterId?: string;
}

/** Of our own couriers: there is nobody outside to ask. */
const OWN = "own";

/**
 * What follows from new reports of shipments, in the transaction that recorded them: a delivered result is in the citizen's
 * hands by the ledger of custody, and its dossier is returned; what does not fit is a task. Done again it changes nothing.
 *
 * @param tx sees every place of the space
 * @rule DELIVERY-02
 */
export async function closeDeliveries(tx: Tx, closing: Closing, touched: Recorded["touched"]): Promise<void> {
  for (const { shipmentId, journey } of touched) {
    const parcel = await loadParcel(tx, shipmentId, journey);
    if (parcel) await closeDelivery(tx, closing, parcel);
  }
}

async function closeDelivery(tx: Tx, closing: Closing, parcel: Parcel): Promise<void> {
  const { deliveries, closedBy } = parcel;
  // Most reports are of no delivery: nobody's dossier is held for them.
  if (deliveries.length === 0 && closedBy === null) return;
  // Whatever asks after the epoch of rights holds it before things and dossiers, as every act with things does.
  const epoch = await epochNow(tx);
  const dossier = await holdDossier(tx, parcel.dossierId);
  invariant(dossier, "the dossier of a shipment is there");
  const packet = closedBy === null ? await lockPacket(tx, parcel) : null;
  const decided = decideClosing({
    leg: parcel.leg,
    reported: await carryingsOf(tx, parcel),
    closed: closedOf(parcel),
    packet: packet && { holder: packet.root, offered: packet.box.offered, ownResult: packet.ownResult },
  });
  if (decided.kind === "nothing") return;
  const delivered = deliveries[decided.kind === "close" ? decided.by : 0];
  const actorId = causedBy(closing, parcel, delivered);
  const task = (kind: DeliveryTask) => addTask(tx, closing, parcel, { kind, packet, actorId });
  if (decided.kind === "task") return task(decided.task);
  invariant(packet && delivered, "what is closed was delivered in a packet");
  await handPacketOver(tx, closing, parcel, { packet, delivered, actorId });
  await settleElsewhere(tx, closing, parcel, actorId);
  if (!(await returnDossier(tx, closing, dossier, { parcel, delivered, actorId, epoch })))
    await task("deliveryNotReturned");
}

/** Whoever reported it; whoever takes a delivery back has caused what comes of that. */
function causedBy(
  { reporterId }: Closing,
  { askedBy }: Parcel,
  delivered: { readonly actorId: string | null } | undefined,
): AccountId {
  if (delivered === undefined) return asId<AccountId>(reporterId ?? askedBy);
  return asId<AccountId>(delivered.actorId ?? askedBy);
}

/** A carrier outside has no account: any report of it stands for the one that closed. */
function closedOf({ closedBy, deliveries }: Parcel): DeliveryFacts["closed"] {
  if (closedBy === null) return "no";
  const stands = deliveries.some(({ actorId }) => actorId === null || actorId === closedBy);
  return stands ? "stands" : "takenBack";
}

async function epochNow(tx: Tx): Promise<number> {
  const { rows } = await sql<{ epoch: number }>`select epoch from mandate_epoch for share`.execute(tx);
  invariant(rows[0], "a space has an epoch");
  return rows[0].epoch;
}

/** The packet of a shipment with what lies in it, held until the transaction ends. */
interface Packet {
  readonly box: HeldThing;
  readonly from: Holder;
  /** The bag that it lies in, open; null when it lies in none. */
  readonly bagId: string | null;
  /** Whoever has the outermost. */
  readonly root: Holder;
  readonly inside: readonly Inside[];
  readonly ownResult: boolean;
}

interface Inside {
  readonly id: string;
  readonly boxId: string;
  readonly kind: string;
  readonly originals: number;
  readonly copies: number;
  readonly own: boolean;
}

async function lockPacket(tx: Tx, { dossierId, packetId }: Parcel): Promise<Packet | null> {
  const id = packetId ?? (await onlyPacket(tx, dossierId));
  if (id === null) return null;
  const [box] = await lockThings(tx, [{ thing: "container", id }]);
  if (!box?.holder || box.holder.kind === "citizen") return null;
  const outer = await lockOuter(tx, box.holder);
  if (!outer) return null;
  const inside = await lockInside(tx, id, dossierId);
  const ownResult = inside.some(({ kind }) => kind === "result") && inside.every(({ own }) => own);
  const { bagId, root } = outer;
  const offered = box.offered || outer.offered;
  return { box: { ...box, offered }, from: box.holder, bagId, root, inside, ownResult };
}

/** Whoever has it, or has the bag; null where that bag is closed: somebody opens it before anything is delivered from it. */
async function lockOuter(tx: Tx, holder: Holder) {
  if (holder.kind !== "container") return { bagId: null, root: holder, offered: false };
  const [bag] = await lockThings(tx, [{ thing: "container", id: holder.id }]);
  if (!bag?.holder || bag.seal !== null || bag.holder.kind === "container") return null;
  return { bagId: bag.id, root: bag.holder, offered: bag.offered };
}

/** Where nobody said which packet travels, the one that holds the result. */
async function onlyPacket(tx: Tx, dossierId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id from container c where c.kind = 'packet' and c.dossier_id = ${dossierId}::uuid
      and c.holder_kind is not null and c.holder_kind <> 'citizen'
      and exists (select from item i where i.holder_kind = 'container' and i.holder_id = c.id and i.kind = 'result')
    limit 2`.execute(tx);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

async function lockInside(tx: Tx, boxId: string, dossierId: string): Promise<readonly Inside[]> {
  const { rows } = await sql<Inside>`
    with recursive box as (
      select ${boxId}::uuid as id
      union all
      select c.id from container c join box on c.holder_kind = 'container' and c.holder_id = box.id)
    select i.id, i.holder_id as "boxId", i.kind, i.originals, i.copies,
      (i.dossier_id = ${dossierId}::uuid or d.whole_id is not distinct from ${dossierId}::uuid) as own
    from item i join dossier d on d.id = i.dossier_id
    where i.holder_kind = 'container' and i.holder_id in (select id from box) order by i.id for update of i`.execute(
    tx,
  );
  return rows;
}

/** Who says to have delivered it, in the order of the reports. */
async function carryingsOf(tx: Tx, { carrier, deliveries, scope }: Parcel): Promise<readonly Carrying[]> {
  if (carrier !== OWN) return deliveries.map(() => ({ kind: "outside" }));
  const couriers = deliveries.map(({ actorId }) => actorId ?? "");
  const { rows } = await sql<{ id: string; courierId: string }>`
    select id, responsible_id as "courierId" from custody_place
    where responsible_id::text = any (${couriers}::text[]) and closed_at is null order by id for share`.execute(
    tx,
  );
  return couriers.map((courierId) => ({
    kind: "own",
    courierId,
    placeIds: rows.filter((place) => place.courierId === courierId).map(({ id }) => id),
    officeIds: scope,
  }));
}

interface Handing {
  readonly packet: Packet;
  readonly delivered: Delivered;
  readonly actorId: AccountId;
}

/** The packet goes into the citizen's hands, and what lies in it out of the packet: a result is not inside for ever. */
async function handPacketOver(
  tx: Tx,
  closing: Closing,
  parcel: Parcel,
  { packet, delivered, actorId }: Handing,
): Promise<void> {
  const { deps, now } = closing;
  const act = { id: deps.newId(), actorId, now };
  await sql`
    insert into custody_act (id, type, manifest_id, signature_id, shipment_id, actor_id, occurred_at, recorded_at, scope)
    values (${act.id}::uuid, 'delivered', null, null, ${parcel.id}::uuid, ${actorId}::uuid, ${delivered.at}::timestamptz,
      ${now}::timestamptz, ${[...parcel.scope]}::uuid[])`.execute(tx);
  const { box, bagId, from, root, inside } = packet;
  const citizen: Holder = { kind: "citizen", id: null };
  if (bagId !== null)
    await moveThings(tx, act, [{ thing: "container", id: box.id, type: "unpacked", from, to: root }]);
  await moveThings(tx, act, [
    { thing: "container", id: box.id, type: "handedOver", from: root, to: citizen },
    ...inside.map(({ id, boxId, originals, copies }) => ({
      thing: "item" as const,
      id,
      type: "unpacked" as const,
      from: { kind: "container", id: boxId } as const,
      to: citizen,
      originals,
      copies,
    })),
  ]);
  await sql`update item set originals_back = true
    where id = any (${inside.map(({ id }) => id)}::uuid[]) and kind = 'paper' and originals > 0`.execute(tx);
  if (parcel.packetId === null)
    await sql`update shipment set packet_id = ${box.id}::uuid where id = ${parcel.id}::uuid`.execute(tx);
}

interface Proof {
  readonly taker: Taker;
}

/** What the courier wrote at the door; null of a carrier outside, who tells that it was delivered and no more. */
function proofOf({ ring }: Pick<Deps, "ring">, { sourceId, proof }: Delivered): Proof | null {
  return proof && unseal<Proof>(ring, `shipment_event:${sourceId}`, proof);
}

interface Returning {
  readonly parcel: Parcel;
  readonly delivered: Delivered;
  readonly actorId: AccountId;
  readonly epoch: number;
}

/**
 * The dossier is returned by the delivery, as by a hand-over at the counter.
 *
 * @returns false when something keeps it from being returned: a person looks
 */
async function returnDossier(
  tx: Tx,
  closing: Closing,
  dossier: DossierRecord,
  { parcel, delivered, actorId, epoch }: Returning,
): Promise<boolean> {
  const { deps, now } = closing;
  if (!afterMove(stateOfRow(dossier), "returnResult").ok) return false;
  if (!(await unlessPart(tx, dossier)).ok || !(await unlessPartsOpen(tx, dossier)).ok) return false;
  if (await hasMore(tx, dossier.id)) return false;
  const taker = proofOf(deps, delivered)?.taker;
  const collector = taker === undefined ? null : taker === "recipient" ? "applicant" : "proxy";
  const unit = dossier.result_at_unit_id;
  const moved = await recordMove(
    tx,
    deps,
    dossier,
    {
      dossierId: dossier.id,
      // By the rule and not by anybody's discretion: who reported it, or had it sent, is the actor.
      basis: { kind: "rule", id: "DELIVERY-02" },
      actorId,
      counterId: null,
      requestId: `delivery:${parcel.id}`,
      occurredAt: delivered.at,
      recordedAt: now,
      scope: unit === null || dossier.scope.includes(unit) ? dossier.scope : [...dossier.scope, unit],
      mandateEpoch: epoch,
    },
    { event: dossierEvent("dossier.returned", { shipmentId: parcel.id, collector }) },
  );
  invariant(moved.ok, "a dossier that is held does not change");
  return true;
}

/** A result that the house still has: what was delivered is not all of it. */
async function hasMore(tx: Tx, dossierId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from item where kind = 'result' and not struck and holder_kind not in ('citizen', 'agency')
      and dossier_id in (select ${dossierId}::uuid union all select id from dossier where whole_id = ${dossierId}::uuid)
    limit 1`.execute(tx);
  return rows.length > 0;
}

/** One of a kind for a shipment, however often the report comes. */
async function addTask(
  tx: Tx,
  { deps, now }: Closing,
  parcel: Parcel,
  {
    kind,
    packet,
    actorId,
  }: { readonly kind: DeliveryTask; readonly packet: Packet | null; readonly actorId: AccountId },
): Promise<void> {
  const thingId = packet?.box.id ?? parcel.packetId;
  await sql`
    insert into custody_task (id, kind, thing, thing_id, scanned, shipment_id, found_by, found_at, recorded_at, scope)
    values (${deps.newId()}::uuid, ${kind}, ${thingId === null ? null : "container"}, ${thingId}::uuid,
      ${parcel.waybill ?? parcel.orderNumber}, ${parcel.id}::uuid, ${actorId}::uuid, ${now}::timestamptz,
      ${now}::timestamptz, ${[...parcel.scope]}::uuid[])
    on conflict (shipment_id, kind) where shipment_id is not null do nothing`.execute(tx);
}

/** The question where the packet was is answered by the delivery that the ledger fits: nobody need ask the courier any more. */
async function settleElsewhere(tx: Tx, { deps, now }: Closing, { id }: Parcel, by: AccountId): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from custody_task where shipment_id = ${id}::uuid and kind = 'deliveryElsewhere' and settled_at is null
    for update`.execute(tx);
  for (const task of rows) await settleTaskRow(tx, deps.ring, task.id, { by, now, words: CLOSED_WORDS });
}
