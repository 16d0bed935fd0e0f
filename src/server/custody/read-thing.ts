import { type ThingRef, readThing } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { countOpenCustodyTasks } from "../ledgers/custody-task.ts";
import { type Custodian, lookingCustodian } from "../ledgers/custodian.ts";
import { type HolderNames, type Naming, holderNames } from "../ledgers/holders.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { holderOf } from "../ledgers/things.ts";
import {
  type ChainRow,
  type PhotoRow,
  type SignatureRow,
  readChain,
  readPhotos,
  readSignatures,
  visibleFiles,
} from "./chain-store.ts";
import { type Charge, chargesOfWay, placesOfWay, readCharges, responsibleAt } from "./place-charges.ts";
import { viewThing, viewThings } from "./thing-views.ts";

type Answered = Static<typeof readThing.response>;
type Step = Answered["chain"][number];

/** More than lies in any packet that somebody looks through on a screen. */
const CONTENTS_MAX = 500;

/** A paper, packet or bag with its whole way, and what lies in it itself. */
export const readThingRoute = bind(readThing, async ({ actor, params, deps, reference, read }) =>
  read(async (tx, space) => {
    const naming = { reference, space, ring: deps.ring };
    const view = await viewThing(tx, naming, params);
    if (!view) return refuse("not_found");
    const contents = await viewThings(tx, naming, await contentsOf(tx, params));
    const chain = await wayOf(tx, naming, params);
    const mayHandOver = mayGive(view, await lookingCustodian(tx, actor, reference));
    const openDifferences = await countOpenCustodyTasks(tx, params.id);
    return done({ view, contents: [...contents], chain, mayHandOver, openDifferences });
  }),
);

async function contentsOf(tx: Tx, { thing, id }: ThingRef): Promise<readonly ThingRef[]> {
  if (thing === "item") return [];
  const inside = (table: "container" | "item") =>
    tx
      .selectFrom(table)
      .select("id")
      .where("holder_kind", "=", "container")
      .where("holder_id", "=", id)
      .orderBy("id")
      .limit(CONTENTS_MAX)
      .execute();
  const [boxes, papers] = [await inside("container"), await inside("item")];
  return [
    ...boxes.map((box) => ({ thing: "container" as const, id: box.id })),
    ...papers.map((paper) => ({ thing: "item" as const, id: paper.id })),
  ];
}

/** What lies in a container goes with it, what is offered waits for its answer. */
function mayGive({ holder, inside, manifestId }: Answered["view"], custodian: Custodian): boolean {
  return (
    holder !== null &&
    inside === null &&
    manifestId === null &&
    custodian.answers(holderOf(holder.kind, holder.id))
  );
}

async function wayOf(tx: Tx, naming: Naming, ref: ThingRef): Promise<Step[]> {
  const { rows, charges, signatures, photos } = await acrossSpace(tx, naming, async () => {
    const found = await readChain(tx, ref);
    const passed = await readCharges(tx, placesOfWay(found));
    return {
      rows: found,
      charges: passed,
      signatures: await readSignatures(
        tx,
        [...found, ...passed].flatMap(({ signatureIds }) => signatureIds),
      ),
      photos: await readPhotos(tx, [...new Set(found.map(({ thingId }) => thingId))]),
    };
  });
  const files = await visibleFiles(tx, [
    ...signatures.flatMap(({ fileId }) => fileId ?? []),
    ...photos.map(({ fileId }) => fileId),
  ]);
  const names = await holderNames(tx, naming, [
    ...rows.flatMap((row) => [fromOf(row), toOf(row)]),
    ...signatures.map((signature) => signerOf(signature)),
  ]);
  const known: Known = { names, files, charges, signatures, photos };
  const passings = chargesOfWay(rows, charges);
  return rows
    .flatMap((row, index) => [
      stepOf(row, known),
      ...passings.flatMap(({ after, charge }) => (after === index ? [passingOf(row, charge, known)] : [])),
    ])
    .map((step, index) => ({ ...step, seq: index + 1 }));
}

/** What the steps of a way are told with. */
interface Known {
  readonly names: HolderNames;
  readonly files: ReadonlySet<string>;
  readonly charges: readonly Charge[];
  readonly signatures: readonly SignatureRow[];
  readonly photos: readonly PhotoRow[];
}

function stepOf(row: ChainRow, known: Known): Omit<Step, "seq"> {
  return {
    type: row.type,
    by: boxOf(row),
    from: named(known, fromOf(row), row.at),
    to: named(known, toOf(row), row.at),
    at: row.at,
    actor: row.actor ?? "",
    seal: row.seal,
    originals: row.originals,
    copies: row.copies,
    manifestId: row.manifestId,
    signatures: [...byActs(row, known), ...byCitizen(row)],
    photos: photosOf(row, known.photos).filter((id) => known.files.has(id)),
  };
}

/** The place where it lay went into somebody else's charge. */
function passingOf(row: ChainRow, charge: Charge, known: Known): Omit<Step, "seq"> {
  const place = named(known, toOf(row), charge.at);
  return {
    type: "passed",
    by: boxOf(row),
    from: place && { ...place, responsible: charge.before },
    to: place,
    at: charge.at,
    actor: charge.actor,
    seal: null,
    originals: null,
    copies: null,
    manifestId: null,
    signatures: byActs(charge, known),
    photos: [],
  };
}

const boxOf = ({ boxId, boxCode }: ChainRow): Step["by"] =>
  boxId === null ? null : { id: boxId, code: boxCode ?? "" };
const fromOf = ({ fromKind, fromId }: ChainRow): Holder | null =>
  fromKind === null ? null : holderOf(fromKind, fromId);
const toOf = ({ toKind, toId }: ChainRow): Holder | null => (toKind === null ? null : holderOf(toKind, toId));
const signerOf = ({ signerKind, signerId }: SignatureRow): Holder => holderOf(signerKind, signerId);

function named({ names, charges }: Known, holder: Holder | null, at: Instant): Step["from"] {
  if (holder === null) return null;
  const view = names(holder);
  return { ...view, responsible: responsibleAt(charges, holder, at) ?? view.responsible };
}

function byActs(
  { signatureIds }: Pick<ChainRow, "signatureIds">,
  { signatures, names, files }: Known,
): Step["signatures"] {
  return signatureIds.flatMap((id) => {
    const found = signatures.find((signature) => signature.id === id);
    if (!found) return [];
    const fileId = found.fileId !== null && files.has(found.fileId) ? found.fileId : null;
    return [{ name: names(signerOf(found)).name, kind: found.kind, fileId, dossierFile: false }];
  });
}

/** What the citizen signed when a result was fetched belongs to the dossier. */
function byCitizen({ dossierFileId: fileId }: ChainRow): Step["signatures"] {
  return fileId === null ? [] : [{ name: "", kind: "drawn", fileId, dossierFile: true }];
}

/** By which step of an act the ledger tells what its photo shows: another seal was broken, a torn packet closed anew. */
const SHOWN_BY: Readonly<Record<string, string>> = { sealDiffers: "opened", torn: "sealed" };

/** Photos of a hand-over name its bảng kê, those of an act its moment. */
function photosOf(row: ChainRow, photos: readonly PhotoRow[]): string[] {
  const own = photos.filter(({ thingId }) => thingId === row.thingId);
  const ofStep = ({ kind, manifestId, at }: PhotoRow) =>
    manifestId === null ? SHOWN_BY[kind] === row.type && at === row.at : manifestId === row.manifestId;
  return own.filter(ofStep).map(({ fileId }) => fileId);
}
