import type { HolderView, ThingView } from "#contract/custody.ts";
import { printManifest } from "#contract/custody-papers.ts";
import { DIFFERENCE_KINDS } from "#domain/custody/difference.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { instant } from "#domain/shared/instant.ts";
import { dong } from "#domain/shared/money.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { type Context, bind } from "../http/context.ts";
import type {
  HandOverRecordData,
  ManifestData,
  ManifestLine,
  PaperCount,
  PaperParty,
  RecordLine,
  SignerProof,
} from "../print/custody-data.ts";
import { isWholePng } from "../ledgers/whole-png.ts";
import { type Parcel, parcelsToCitizens } from "./parcels-to-citizens.ts";
import { type Answered, loadManifest } from "./read-manifest.ts";

type Asked = Context<typeof printManifest>;

/** What stands on the papers beside the page's own answer. */
interface Beside {
  readonly receivedAs: HandOverRecordData["receivedAs"];
  readonly people: ReadonlyMap<string, string>;
  readonly contents: ReadonlyMap<string, readonly PaperCount[]>;
  /** The packets in a bag, by the bag. */
  readonly packets: ReadonlyMap<string, readonly InnerPacket[]>;
  readonly signatures: ReadonlyMap<string, Buffer>;
  /** What goes to a citizen, by the packet that it travels in. */
  readonly parcels: ReadonlyMap<string, Parcel>;
  /** Places of giver and taker. */
  readonly scope: readonly string[];
}

/** A packet that lies in a bag on the bảng kê, with its own sheets. */
interface InnerPacket {
  readonly line: string;
  readonly id: string;
  readonly code: string;
  readonly seal: string | null;
  readonly dossierCode: string | null;
  readonly person: string | null;
  readonly originals: number;
  readonly copies: number;
}

/**
 * The bảng kê bàn giao, and once it is accepted the biên bản giao nhận: with both signatures as they were given.
 *
 * @rule HANDOVER-01
 */
export const printManifestRoute = bind(printManifest, async (context) => {
  const { actor, params, query, deps, reference, read } = context;
  const found = await read(async (tx, space) => {
    const manifest = await loadManifest(tx, { reference, space, ring: deps.ring }, actor, params.manifestId);
    return manifest && { manifest, beside: await loadBeside(tx, deps, manifest) };
  });
  if (!found) return refuse("not_found");
  const { manifest, beside } = found;
  if (query.paper === "record" && manifest.manifest.state !== "accepted")
    return refuse("manifest_not_accepted");
  const paper =
    query.paper === "record" ? recordOf(context, manifest, beside) : listOf(context, manifest, beside);
  const content = await deps.printer.renderCustodyPaper(paper);
  const name = query.paper === "record" ? "bien-ban-giao-nhan" : "bang-ke";
  return done({ content, mediaType: "application/pdf", fileName: `${manifest.manifest.number}-${name}.pdf` });
});

async function loadBeside(tx: Tx, deps: Deps, { manifest, lines, signatures }: Answered): Promise<Beside> {
  const { rows: people } = await sql<{ id: string; name: string }>`
    select id, applicant_name as name from dossier
    where id = any (${lines.flatMap(({ view }) => view.dossierId ?? [])}::uuid[])`.execute(tx);
  const { rows: papers } = await sql<PaperCount & { box: string }>`
    select holder_id as box, name, originals, copies from item
    where holder_kind = 'container' and holder_id = any (${lines.map(({ view }) => view.id)}::uuid[])
    order by dossier_id, position`.execute(tx);
  const packets = await packetsIn(tx, lines);
  const { rows: received } = await sql<{ as: HandOverRecordData["receivedAs"]; scope: readonly string[] }>`
    select received_as as "as", scope from manifest where id = ${manifest.manifestId}::uuid`.execute(tx);
  const fileIds = signatures.flatMap(({ kind, fileId }) => (kind === "drawn" && fileId ? [fileId] : []));
  const { rows: files } = await sql<{ id: string; sha256: Buffer }>`
    select id, sha256 from custody_file where id = any (${fileIds}::uuid[]) and media_type = 'image/png'`.execute(
    tx,
  );
  const drawn = await Promise.all(
    files.map(async ({ id, sha256 }) => [id, await deps.files.get(sha256)] as const),
  );
  return {
    receivedAs: received[0]?.as ?? null,
    scope: received[0]?.scope ?? [],
    people: new Map(people.map(({ id, name }) => [id, name])),
    contents: groupBy(papers, ({ box }) => box),
    packets: groupBy(packets, ({ line }) => line),
    signatures: new Map(drawn),
    parcels: await parcelsToCitizens(tx, deps.ring, [
      ...lines.flatMap(({ view }) => (view.thing === "container" ? view.id : [])),
      ...packets.map(({ id }) => id),
    ]),
  };
}

/** Asked with the giver's and taker's eyes: of a dossier that neither may see the packet alone is named. */
async function packetsIn(tx: Tx, lines: Answered["lines"]): Promise<readonly InnerPacket[]> {
  const { rows } = await sql<InnerPacket>`
    with recursive inner_box as (
      select c.holder_id as line, c.id from container c
      where c.holder_kind = 'container' and c.holder_id = any (${lines.map(({ view }) => view.id)}::uuid[])
      union all
      select b.line, c.id from container c join inner_box b on c.holder_kind = 'container' and c.holder_id = b.id)
    select b.line, c.id, c.code, c.seal, d.code as "dossierCode", d.applicant_name as person,
      coalesce(s.originals, 0)::integer as originals, coalesce(s.copies, 0)::integer as copies
    from inner_box b join container c on c.id = b.id and c.kind = 'packet'
    left join dossier d on d.id = c.dossier_id
    left join container_sums(array(select id from inner_box)) s on s.box = c.id
    order by b.line, c.code`.execute(tx);
  return rows;
}

/** The unit that gives it over stands at the head, whoever prints it; where it happens is the giver's place. */
function headOf(
  { now, reference }: Pick<Asked, "now" | "reference">,
  { manifest }: Answered,
  beside: Beside,
) {
  const { from, number } = manifest;
  const counter = from.kind === "counter" ? reference.counters.get(from.id ?? "") : undefined;
  const unit = counter?.unit ?? unitAmong([from.id ?? "", ...beside.scope], reference);
  const elsewhere = { governingBody: "", unitName: from.name, place: "" };
  return {
    copies: 1,
    ...(unit ? { governingBody: unit.governingBody, unitName: unit.name, place: unit.place } : elsewhere),
    number,
    issuedAt: now,
    venue: counter?.receptionPoint.name ?? venueOf(from, unit?.name),
  };
}

function unitAmong(places: readonly string[], { units }: Asked["reference"]) {
  return places.flatMap((id) => units.get(id) ?? [])[0];
}

/** A person is no place: it happens at the unit. */
function venueOf({ kind, name }: HolderView, unitName = ""): string {
  return kind === "person" ? unitName : name;
}

function partyOf(
  { manifest, signatures, outsider }: Answered,
  side: "giver" | "receiver",
  office: string,
  beside: Beside,
): PaperParty {
  const signature = signatures.find((one) => one.side === side);
  const proof = proofOf(signature, beside);
  const holder = side === "giver" ? manifest.from : manifest.to;
  if (holder.kind !== "outsider" || outsider === null) return { name: signature?.name ?? "", office, proof };
  // Nobody of us knows who that is: the paper that was shown says it.
  const { name, paper, phone } = outsider;
  return { name, office: paper, ...(phone !== null && { phone }), proof };
}

function proofOf(signature: Answered["signatures"][number] | undefined, beside: Beside): SignerProof {
  if (!signature) return { kind: "blank" };
  const { kind, fileId } = signature;
  const at = instant(signature.signedAt);
  if (kind !== "drawn") return { kind, at };
  // What was kept before signatures were looked at may not print: then the words stand for the picture.
  const png = beside.signatures.get(fileId ?? "");
  return { kind, png: png && isWholePng(png) ? png : null, at };
}

/** A holder's name stands beside the signer's only where it is another: a counter, an office. */
function officeOf(holder: { readonly kind: string; readonly name: string }): string {
  return holder.kind === "person" || holder.kind === "outsider" ? "" : holder.name;
}

function listOf(context: Asked, answered: Answered, beside: Beside): ManifestData {
  const { manifest, lines } = answered;
  const taker = partyOf(answered, "receiver", officeOf(manifest.to), beside);
  return {
    paper: "manifest",
    ...headOf(context, answered, beside),
    issuedAt: instant(manifest.offeredAt),
    giver: partyOf(answered, "giver", officeOf(manifest.from), beside),
    taker:
      taker.name === "" ? { ...taker, name: manifest.to.kind === "person" ? manifest.to.name : "" } : taker,
    lines: lines.flatMap((line) => [
      listLine(line, beside),
      ...asSigned(line.view, beside.packets.get(line.view.id) ?? []).map((packet) =>
        innerLine(packet, line, beside),
      ),
    ]),
    end: endOf(answered),
  };
}

function endOf({ manifest, lines }: Answered): ManifestData["end"] {
  const { state, settledAt, offeredAt } = manifest;
  if (state !== "accepted") return { state };
  const taken = lines.filter(({ outcome }) => outcome === "accepted").length;
  return { state, at: instant(settledAt ?? offeredAt), taken };
}

/** Of what goes to a citizen: to whom, and what is collected at the door. */
function listLine(
  { seal, outcome, view }: Answered["lines"][number],
  { parcels, people }: Beside,
): ManifestLine {
  const parcel = parcels.get(view.id);
  return {
    dossierCode: view.dossierCode ?? "",
    codes: codesOf(view, parcel),
    seal: seal ?? view.seal ?? "",
    person: parcel?.recipient ?? people.get(view.dossierId ?? "") ?? "",
    kind: view.kind === "paper" ? "dossier" : view.kind,
    originals: view.originals,
    copies: view.copies,
    cod: dong(parcel?.due ?? 0),
    note: view.name ?? "",
    missing: outcome === "missing",
    within: false,
  };
}

function innerLine(packet: InnerPacket, { view }: Answered["lines"][number], beside: Beside): ManifestLine {
  const parcel = beside.parcels.get(packet.id);
  return {
    dossierCode: packet.dossierCode ?? "",
    codes: [...(parcel?.waybill ? [parcel.waybill] : []), packet.code],
    seal: packet.seal ?? "",
    person: parcel?.recipient ?? packet.person ?? "",
    kind: "packet",
    originals: packet.originals,
    copies: packet.copies,
    cod: dong(parcel?.due ?? 0),
    note: `Trong túi ${view.code}`,
    missing: false,
    within: true,
  };
}

function codesOf({ waybill: live, thing, code }: ThingView, parcel?: Parcel): readonly string[] {
  const waybill = live ?? parcel?.waybill ?? null;
  return [...(waybill === null ? [] : [waybill]), ...(thing === "container" ? [code] : [])];
}

function recordOf(context: Asked, answered: Answered, beside: Beside): HandOverRecordData {
  const { manifest, lines, signatures, differences } = answered;
  const moments = signatures.map(({ signedAt }) => instant(signedAt));
  const last = moments.toSorted((one, other) => (one < other ? -1 : 1)).at(-1);
  return {
    paper: "handOverRecord",
    ...headOf(context, answered, beside),
    number: manifest.number,
    manifestNumber: manifest.number,
    issuedAt: instant(manifest.settledAt ?? manifest.offeredAt),
    signedAt: last ?? null,
    receivedAs: beside.receivedAs,
    giver: partyOf(answered, "giver", officeOf(manifest.from), beside),
    taker: partyOf(answered, "receiver", officeOf(manifest.takenBy ?? manifest.to), beside),
    lines: lines
      .filter(({ outcome }) => outcome === "accepted")
      .map((line) => recordLine(line, differences, beside)),
    differences: differences.flatMap(({ kind, note, scanned, thingId, settled }) => {
      const known = DIFFERENCE_KINDS.find((one) => one === kind);
      const line = lines.find(({ view }) => view.id === thingId);
      const what = scanned ?? line?.view.code ?? "";
      return known ? [{ kind: known, what, found: note ?? "", agreed: settled?.words ?? "" }] : [];
    }),
    money: null,
  };
}

/** What was taken over: of a sealed packet only the seal was looked at; of what differed the paper says nothing else. */
function recordLine(
  { seal: read, view }: Answered["lines"][number],
  differences: Answered["differences"],
  beside: Beside,
): RecordLine {
  const seal = read ?? view.seal;
  const whole = seal === null ? "complete" : "sealed";
  const { originals, copies } = view;
  return {
    dossierCode: view.dossierCode ?? "",
    waybill: view.waybill ?? "",
    container: view.thing === "container" ? view.code : "",
    seal: seal ?? "",
    applicant: beside.people.get(view.dossierId ?? "") ?? "",
    originals,
    copies,
    state: differences.some(({ thingId }) => thingId === view.id) ? "differs" : whole,
    contents: contentsOf(view, [
      ...(beside.contents.get(view.id) ?? []),
      ...(beside.packets.get(view.id) ?? []).map(packetWords),
    ]),
  };
}

/** A packet in a bag as a line of what the bag holds. */
function packetWords({ code, dossierCode, seal, originals, copies }: InnerPacket): PaperCount {
  const about = [
    dossierCode === null ? "" : `hồ sơ ${dossierCode}`,
    seal === null ? "" : `niêm phong ${seal}`,
  ];
  return { name: [`Bì ${code}`, ...about.filter(Boolean)].join(", "), originals, copies };
}

/** Sheet by sheet only while it is what was signed: what was taken out since would read as never given. */
function contentsOf(view: ThingView, now: readonly PaperCount[]): readonly PaperCount[] {
  const { thing, name, originals, copies } = view;
  return thing === "item" ? [{ name: name ?? "", originals, copies }] : asSigned(view, now);
}

function asSigned<Part extends Pick<PaperCount, "originals" | "copies">>(
  { originals, copies }: ThingView,
  now: readonly Part[],
): readonly Part[] {
  const sum = (of: "originals" | "copies") => now.reduce((total, part) => total + part[of], 0);
  return sum("originals") === originals && sum("copies") === copies ? now : [];
}
