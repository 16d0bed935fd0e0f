import { type ThingRef, readThing } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
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
    return done({ view, contents: [...contents], chain, mayHandOver });
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
  const { rows, signatures, photos } = await acrossSpace(tx, naming, async () => {
    const found = await readChain(tx, ref);
    return {
      rows: found,
      signatures: await readSignatures(
        tx,
        found.flatMap(({ signatureIds }) => signatureIds),
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
  return rows.map((row, index) => ({
    seq: index + 1,
    type: row.type,
    by: row.boxId === null ? null : { id: row.boxId, code: row.boxCode ?? "" },
    from: named(names, fromOf(row)),
    to: named(names, toOf(row)),
    at: row.at,
    actor: row.actor ?? "",
    seal: row.seal,
    originals: row.originals,
    copies: row.copies,
    manifestId: row.manifestId,
    signatures: signaturesOf(row, signatures, { names, files }),
    photos: photosOf(row, photos).filter((id) => files.has(id)),
  }));
}

const fromOf = ({ fromKind, fromId }: ChainRow): Holder | null =>
  fromKind === null ? null : holderOf(fromKind, fromId);
const toOf = ({ toKind, toId }: ChainRow): Holder | null => (toKind === null ? null : holderOf(toKind, toId));
const signerOf = ({ signerKind, signerId }: SignatureRow): Holder => holderOf(signerKind, signerId);

function named(names: HolderNames, holder: Holder | null): Step["from"] {
  return holder && names(holder);
}

function signaturesOf(
  row: ChainRow,
  signatures: readonly SignatureRow[],
  { names, files }: { readonly names: HolderNames; readonly files: ReadonlySet<string> },
): Step["signatures"] {
  const byAct = row.signatureIds.flatMap((id) => {
    const found = signatures.find((signature) => signature.id === id);
    return found ? [found] : [];
  });
  const citizens =
    row.dossierFileId === null
      ? []
      : [{ name: "", kind: "drawn", fileId: row.dossierFileId, dossierFile: true }];
  return [
    ...byAct.map((signature) => ({
      name: names(signerOf(signature)).name,
      kind: signature.kind,
      fileId: signature.fileId !== null && files.has(signature.fileId) ? signature.fileId : null,
      dossierFile: false,
    })),
    ...citizens,
  ];
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
