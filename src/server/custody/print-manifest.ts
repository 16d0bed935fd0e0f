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
import { type Parcel, parcelsToCitizens } from "./parcels-to-citizens.ts";
import { type Answered, loadManifest } from "./read-manifest.ts";

type Asked = Context<typeof printManifest>;

/** What stands on the papers beside the page's own answer. */
interface Beside {
  readonly receivedAs: HandOverRecordData["receivedAs"];
  readonly people: ReadonlyMap<string, string>;
  readonly contents: ReadonlyMap<string, readonly PaperCount[]>;
  readonly signatures: ReadonlyMap<string, Buffer>;
  /** What goes to a citizen, by the packet that it travels in. */
  readonly parcels: ReadonlyMap<string, Parcel>;
  /** Places of giver and taker. */
  readonly scope: readonly string[];
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
    signatures: new Map(drawn),
    parcels: await parcelsToCitizens(
      tx,
      deps.ring,
      lines.flatMap(({ view }) => (view.thing === "container" ? view.id : [])),
    ),
  };
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
  { signatures }: Answered,
  side: "giver" | "receiver",
  office: string,
  beside: Beside,
): PaperParty {
  const signature = signatures.find((one) => one.side === side);
  return { name: signature?.name ?? "", office, proof: proofOf(signature, beside) };
}

function proofOf(signature: Answered["signatures"][number] | undefined, beside: Beside): SignerProof {
  if (!signature) return { kind: "blank" };
  const { kind, fileId } = signature;
  const at = instant(signature.signedAt);
  if (kind !== "drawn") return { kind, at };
  const png = beside.signatures.get(fileId ?? "");
  return png ? { kind, png, at } : { kind: "blank" };
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
    lines: lines.map((line) => listLine(line, beside)),
  };
}

/** Of what goes to a citizen: to whom, and what is collected at the door. */
function listLine({ seal, view }: Answered["lines"][number], { parcels, people }: Beside): ManifestLine {
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
    lines: lines.filter(({ outcome }) => outcome === "accepted").map((line) => recordLine(line, beside)),
    differences: differences.flatMap(({ kind, note, scanned, thingId }) => {
      const known = DIFFERENCE_KINDS.find((one) => one === kind);
      const line = lines.find(({ view }) => view.id === thingId);
      return known
        ? [{ kind: known, what: scanned ?? line?.view.code ?? "", found: note ?? "", agreed: "" }]
        : [];
    }),
    money: null,
  };
}

/** What was taken over: of a sealed packet only the seal was looked at. */
function recordLine({ seal: read, view }: Answered["lines"][number], beside: Beside): RecordLine {
  const seal = read ?? view.seal;
  const { originals, copies } = view;
  return {
    dossierCode: view.dossierCode ?? "",
    waybill: view.waybill ?? "",
    container: view.thing === "container" ? view.code : "",
    seal: seal ?? "",
    applicant: beside.people.get(view.dossierId ?? "") ?? "",
    originals,
    copies,
    state: seal === null ? "complete" : "sealed",
    contents: contentsOf(view, beside.contents.get(view.id) ?? []),
  };
}

/** Sheet by sheet only while it is what was signed: what was taken out since would read as never given. */
function contentsOf(
  { thing, name, originals, copies }: ThingView,
  now: readonly PaperCount[],
): readonly PaperCount[] {
  if (thing === "item") return [{ name: name ?? "", originals, copies }];
  const sum = (of: "originals" | "copies") => now.reduce((total, paper) => total + paper[of], 0);
  return sum("originals") === originals && sum("copies") === copies ? now : [];
}
