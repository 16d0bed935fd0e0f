import { printWaybill } from "#contract/postal-packets.ts";
import type { Quote } from "#domain/postal/tariff.ts";
import { type Instant } from "#domain/shared/instant.ts";
import { dong } from "#domain/shared/money.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import type { WaybillData, WaybillPaper } from "../print/waybill-data.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { papersToSend } from "../ledgers/papers-to-fetch.ts";
import { PAPERS_TO_COME } from "../ledgers/postal-services.ts";
import { type OrderParty, openOrderParties } from "../ledgers/sealed-order.ts";

type Asked = Context<typeof printWaybill>;

interface WaybillRow {
  readonly waybill: string | null;
  readonly leg: "send" | "return";
  readonly service: WaybillData["service"];
  readonly orderId: string;
  readonly partiesSealed: Buffer | null;
  readonly quote: Quote | null;
  readonly payment: "senderPays" | "recipientPays";
  readonly cod: number;
  readonly acceptedAt: Instant | null;
  readonly dueOn: PlainDate | null;
  readonly days: number | null;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly procedureName: string;
  readonly procedureCode: string;
  readonly packetId: string | null;
  /** Papers of it are still with the citizen. */
  readonly toCome: boolean;
}

/** What lies beside the shipment and stands on its slip. */
interface Enclosed {
  readonly papers: readonly WaybillPaper[];
  readonly packet: WaybillData["packet"];
  /** Of a way back: what comes home. */
  readonly result: string;
}

/**
 * The phiếu gửi hồ sơ of one shipment, in two copies. Before the post accepted it the day of printing stands as the day
 * sent; the signatures are blank, because the slip is signed by hand.
 *
 * @rule WAYBILL-01
 */
export const printWaybillRoute = bind(printWaybill, async (context) => {
  const { params, read } = context;
  const found = await read(async (tx) => {
    const row = await loadWaybill(tx, params.shipmentId);
    if (!row) return undefined;
    const papers = await papersOf(tx, context.deps.ring, row);
    const packet = await packetOf(tx, row.packetId);
    return { row, papers, packet, result: row.leg === "send" ? "" : await resultName(tx, row.dossierId) };
  });
  if (!found) return refuse("not_found");
  const { waybill, quote, partiesSealed } = found.row;
  if (waybill === null || quote === null || partiesSealed === null) return refuse("waybill_incomplete");
  const content = await context.deps.printer.renderCustodyPaper(
    slipOf(context, { ...found.row, waybill, quote }, found),
  );
  return done({ content, mediaType: "application/pdf", fileName: `${waybill}-phieu-gui.pdf` });
});

async function loadWaybill(tx: Tx, shipmentId: string): Promise<WaybillRow | undefined> {
  const { rows } = await sql<WaybillRow>`
    select s.waybill, s.leg, o.service, o.id as "orderId", o.parties_sealed as "partiesSealed", o.quote, o.payment,
      o.cod_amount as cod, (select min(e.at) from shipment_event e where e.shipment_id = s.id
        and e.type in ('pickedUp', 'accepted') and not e.withdrawn) as "acceptedAt",
      s.due_on as "dueOn", s.working_days as days, d.id as "dossierId", d.code as "dossierCode",
      d.procedure_name as "procedureName", d.procedure_code as "procedureCode", s.packet_id as "packetId",
      d.business_status in (${sql.join([...PAPERS_TO_COME])}) as "toCome"
    from shipment s join postal_order o on o.id = s.order_id join dossier d on d.id = s.dossier_id
    where s.id = ${shipmentId}::uuid`.execute(tx);
  return rows[0];
}

/** What is sent in, as it is listed or was asked for; with a result nothing travels of what was lodged: it stays where it is. */
async function papersOf(
  tx: Tx,
  ring: KeyRing,
  { leg, dossierId }: WaybillRow,
): Promise<readonly WaybillPaper[]> {
  if (leg === "return") return [];
  const papers = await papersToSend(tx, ring, dossierId);
  // Which originals come back no source says of each paper: they are marked by hand.
  return papers.map((paper) => ({ ...paper, giveBack: false }));
}

async function resultName(tx: Tx, dossierId: string): Promise<string> {
  const result = await tx
    .selectFrom("item")
    .select("name")
    .where("dossier_id", "=", dossierId)
    .where("kind", "=", "result")
    .where("struck", "=", false)
    .orderBy("position", "desc")
    .executeTakeFirst();
  return result?.name ?? "";
}

async function packetOf(tx: Tx, packetId: string | null): Promise<WaybillData["packet"]> {
  if (packetId === null) return null;
  const { rows } = await sql<NonNullable<WaybillData["packet"]>>`
    select c.code, c.seal, s.things as papers, s.originals + s.copies as sheets
    from container c join container_sums(array[${packetId}::uuid]) s on s.box = c.id`.execute(tx);
  return rows[0] ?? null;
}

function slipOf(
  { actor, deps, now }: Asked,
  row: WaybillRow & { readonly waybill: string; readonly quote: Quote },
  { papers, packet, result }: Enclosed,
): WaybillData {
  const { citizen, unit, proxy } = openOrderParties(deps.ring, row.orderId, row.partiesSealed);
  const [sender, recipient] = row.leg === "send" ? [citizen, unit] : [unit, citizen];
  const blank = { kind: "blank" } as const;
  const office = actor.counter?.receptionPoint.name ?? actor.employer;
  return {
    paper: "waybill",
    trackingNumber: row.waybill,
    dossierCode: row.dossierCode,
    operator: actor.employer,
    office,
    sender: partyOf(sender),
    recipient: partyOf(recipient),
    proxy,
    service: row.service,
    procedure: { name: row.procedureName, code: row.procedureCode },
    acceptedAt: row.acceptedAt ?? now,
    pickUpPlace: sender.address,
    deliverPlace: recipient.address,
    manner: mannerOf(row),
    packet,
    quote: row.quote,
    discountName: "",
    payment: { by: row.payment === "senderPays" ? "bySender" : "byRecipient", how: "cash", paid: false },
    cod: dong(row.cod),
    due: row.dueOn === null || row.days === null ? null : { on: row.dueOn, days: row.days },
    papers,
    result,
    senderSigns: { name: sender.name, office: "", proof: blank },
    // Who prints a slip again later need not be who took the papers.
    clerkSigns: { name: row.acceptedAt === null ? actor.fullName : "", office, proof: blank },
    recipientSigns: row.leg === "return" ? { name: recipient.name, office: "", proof: blank } : null,
  };
}

function mannerOf({ leg, toCome }: WaybillRow): WaybillData["manner"] {
  if (leg === "return") return "delivered";
  return toCome ? "fetched" : "atCounter";
}

function partyOf({ name, address, phone, email }: OrderParty): WaybillData["sender"] {
  return { name, address, phone, email };
}
