import type { ThingView } from "#contract/custody.ts";
import { printInventoryRecord } from "#contract/custody-papers.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { custodyTaskContext } from "../ledgers/custody-task.ts";
import type { InventoryLine, InventoryRecordData } from "../print/custody-data.ts";
import { readCount } from "./count-sheets.ts";
import { viewThing } from "./thing-views.ts";

type Asked = Context<typeof printInventoryRecord>;

interface TornRow {
  readonly containerId: string;
  /** The seal that was there before; null when it was open. */
  readonly oldSeal: string | null;
  readonly newSeal: string;
  readonly note: Buffer | null;
  readonly packer: string;
  readonly foundAt: Instant;
  readonly recordedAt: Instant;
  readonly actId: string;
}

interface Found {
  readonly torn: TornRow;
  readonly container: ThingView;
  readonly papers: readonly PaperRow[];
}

/**
 * The biên bản kiểm kê, đóng gói lại of a container that was closed anew, with what lay in it at that moment; the witness
 * signs on paper.
 *
 * @rule INVENTORY-RECORD-01
 */
export const printInventoryRecordRoute = bind(printInventoryRecord, async (context) => {
  const { params, deps, reference, read } = context;
  const found = await read(async (tx, space): Promise<Found | null> => {
    const torn = await findTorn(tx, params.taskId);
    if (!torn) return null;
    const naming = { reference, space, ring: deps.ring };
    const container = await viewThing(tx, naming, { thing: "container", id: torn.containerId });
    const papers = await papersOf(tx, torn);
    // Whoever carries the packet sees that it was torn, but not what lies in it.
    const seesAll = papers.length > 0 && papers.every(({ name }) => name !== null);
    return container && seesAll ? { torn, container, papers } : null;
  });
  if (!found) return refuse("not_found");
  const content = await deps.printer.renderCustodyPaper(recordOf(context, found));
  const fileName = `${found.container.code}-bien-ban-kiem-ke.pdf`;
  return done({ content, mediaType: "application/pdf", fileName });
});

/** A difference that came of closing a container anew: it names the new seal and no bảng kê. */
async function findTorn(tx: Tx, taskId: string): Promise<TornRow | undefined> {
  const { rows } = await sql<TornRow>`
    select t.thing_id as "containerId", t.scanned as "newSeal", t.note_sealed as note, t.found_at as "foundAt",
      t.recorded_at as "recordedAt", e.act_id as "actId", o.seal as "oldSeal", coalesce(a.full_name, '') as packer
    from custody_task t
    join custody_entry e on e.thing_id = t.thing_id and e.type = 'sealed' and e.seal = t.scanned
    left join custody_entry o on o.thing_id = t.thing_id and o.act_id = e.act_id and o.type = 'opened'
    left join nation.account a on a.id = t.found_by
    where t.id = ${taskId}::uuid and t.kind = 'torn' and t.thing = 'container' and t.manifest_id is null`.execute(
    tx,
  );
  return rows[0];
}

interface PaperRow {
  /** Null where this person may not see it. */
  readonly name: string | null;
  readonly dossierCode: string | null;
  readonly originals: number;
  readonly copies: number;
  /** Null where as many were found as are listed. */
  readonly counted: string | null;
}

/** What lay in it at that moment, also where it was taken out since; with the count where it differed. */
async function papersOf(tx: Tx, { containerId, recordedAt, actId }: TornRow): Promise<readonly PaperRow[]> {
  const { rows } = await sql<PaperRow>`
    select coalesce(i.name, box.code) as name, d.code as "dossierCode", coalesce(p.originals, 0) as originals,
      coalesce(p.copies, 0) as copies, t.scanned as counted
    from custody_entry p left join item i on i.id = p.thing_id left join container box on box.id = p.thing_id
    left join dossier d on d.id = i.dossier_id
    left join custody_task t on t.thing_id = p.thing_id and t.kind = 'sheets' and t.recorded_at = ${recordedAt}
    where p.type = 'packed' and (case when p.type = 'packed' then p.to_id else p.from_id end) = ${containerId}::uuid
      and (p.recorded_at, p.act_id) < (${recordedAt}, ${actId}::uuid)
      and not exists (select from custody_entry u where u.thing_id = p.thing_id and u.seq > p.seq
        and u.type = 'unpacked' and (u.recorded_at, u.act_id) < (${recordedAt}, ${actId}::uuid))
    order by i.dossier_id, i.position, box.code`.execute(tx);
  return rows;
}

function lineOf({ name, originals, copies, counted }: PaperRow): InventoryLine {
  const listed = { originals, copies };
  return {
    name: name ?? "",
    listed,
    found: (counted === null ? null : readCount(counted)) ?? listed,
    note: "",
  };
}

function recordOf(
  { actor, now, deps, params }: Asked,
  { torn, container, papers }: Found,
): InventoryRecordData {
  return {
    paper: "inventoryRecord",
    copies: 1,
    ...headOf(actor),
    number: null,
    issuedAt: now,
    at: torn.foundAt,
    dossierCode: [...new Set(papers.flatMap(({ dossierCode }) => dossierCode ?? []))].join(", "),
    waybill: container.waybill ?? "",
    container: container.code,
    seal: torn.oldSeal ?? "",
    condition: noteOf(deps.ring, params.taskId, torn.note),
    cause: "",
    papers: papers.map(lineOf),
    newContainer: null,
    newSeal: torn.newSeal,
    packer: { name: torn.packer, office: "", proof: { kind: "blank" } },
    witness: { name: "", office: "", proof: { kind: "blank" } },
  };
}

/** Whoever sits at a counter prints for its unit, anybody else for the own employer. */
function headOf({ counter, employer }: Asked["actor"]) {
  if (!counter) return { governingBody: employer, unitName: employer, place: "", venue: employer };
  const { unit, receptionPoint } = counter;
  const { governingBody, name, place } = unit;
  return { governingBody, unitName: name, place, venue: receptionPoint.name };
}

function noteOf(ring: KeyRing, taskId: string, sealed: Buffer | null): string {
  return sealed === null ? "" : unseal<string>(ring, custodyTaskContext(taskId), sealed);
}
