import { acceptManifest } from "#contract/custody.ts";
import { type Holder, isSameHolder } from "#domain/custody/custody.ts";
import { type Difference, countLines, needsPhoto } from "#domain/custody/difference.ts";
import { mayTakeAs } from "#domain/custody/keeper.ts";
import { asId } from "#domain/shared/id.ts";
import { instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { isKept, recordSignature } from "../ledgers/custody-signature.ts";
import { type NewCustodyTask, recordCustodyTasks } from "../ledgers/custody-task.ts";
import {
  type StandingManifest,
  acceptLines,
  keepReception,
  lockManifest,
} from "../ledgers/manifest-ledger.ts";
import { recordTaking } from "../ledgers/courier-taking.ts";
import { holdForwarded, submitForwarded } from "../ledgers/submission-ledger.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { type Hands, actWithThings } from "./act-with-things.ts";
import { receptionsOfManifest } from "./reception.ts";

type Asked = Context<typeof acceptManifest>;

/**
 * Takes over what was offered and counted. The first acceptance that is recorded moves the holder. Another one, of
 * somebody who took the same while neither had a network, moves nothing: it becomes a task with both proofs, and nothing
 * of it is lost.
 *
 * @rule HANDOVER-01
 */
export const acceptManifestRoute = bind(acceptManifest, (context) => {
  const { actor, body, params } = context;
  return actWithThings(context, async (hands) => {
    const { tx, custodian } = hands;
    const manifest = await lockManifest(tx, params.manifestId);
    if (!manifest) return refuse("not_found");
    // Two people sign: nobody takes over what he or she gives.
    if (manifest.offeredBy === actor.accountId) return refuse("manifest_not_yours");
    const person: Holder = { kind: "person", id: asId(actor.accountId) };
    const takenBy = body.inPerson ? person : manifest.to;
    if (!mayTakeAs(custodian.keeper, manifest.to, takenBy, custodian.places))
      return refuse("manifest_not_yours");
    if (manifest.state === "accepted" && manifest.settledBy !== actor.accountId)
      return compete(context, hands, manifest, takenBy);
    if (manifest.state !== "offered") return refuse("manifest_settled", { state: manifest.state });
    const counted = countGiven(body, manifest);
    if (!counted.ok) return counted;
    const received = await receive(context, hands, manifest, takenBy, counted.value.missing);
    if (!received.ok) return received;
    const signature = await signed(context, tx, manifest);
    if (!signature.ok) return signature;
    await acceptLines(tx, manifest, {
      actId: context.deps.newId(),
      takenBy,
      takenAt: takenAtOf(context, manifest),
      signatureId: signature.value,
      missing: counted.value.missing,
      actorId: actor.accountId,
      now: context.now,
    });
    await received.value();
    await takeToThePost(context, tx, manifest, takenBy);
    const tasks = await differenceTasks(context, tx, manifest);
    return done({ manifestId: manifest.id, accepted: counted.value.accepted, tasks, competing: false });
  });
});

/** What was counted against the lines, with what differs; what is seen on a thing is shown by its photo. */
function countGiven({ counted, differences: given = [] }: Asked["body"], { lines }: StandingManifest) {
  const count = countLines(lines, counted, given.map(differenceOf));
  if (!count.ok) return count;
  const isShown = given.every(({ kind, photoFileId }) => !needsPhoto(kind) || photoFileId !== undefined);
  return isShown ? count : refuse("difference_without_photo");
}

/** What a courier takes in person is accepted by the post. */
async function takeToThePost(context: Asked, tx: Tx, manifest: StandingManifest, takenBy: Holder) {
  const { id, number } = manifest;
  const { actor, deps, now, reference } = context;
  if (takenBy.kind !== "person" || !actor.posts.some(({ role }) => role === "courier")) return;
  const taking = {
    manifestId: id,
    number,
    courierId: actor.accountId,
    takenAt: takenAtOf(context, manifest),
  };
  const calendar = postalCalendar(reference);
  await recordTaking(tx, taking, { now, newId: deps.newId, ring: deps.ring, calendar });
}

/**
 * As what it is taken over from the post. What the post forwards is held before anything moves, as whoever returns a
 * dossier holds it before its papers; the date is written when the taker has signed.
 *
 * @rule SUBMISSION-01
 */
async function receive(
  context: Asked,
  hands: Hands,
  manifest: StandingManifest,
  takenBy: Holder,
  missing: readonly number[],
) {
  const { actor, body, deps, now, reference, requestId } = context;
  const { tx, space, mandates } = hands;
  const { id, from, number } = manifest;
  if (!(await photosAreKept(tx, context))) return refuse("file_missing");
  const where = { reference, space, now, mandates, accountId: actor.accountId };
  if (missing.length === manifest.lines) return done(async () => undefined);
  const may = await receptionsOfManifest(tx, { id, from, to: takenBy }, where);
  const { receivedAs = may.length === 1 ? may[0] : undefined } = body;
  if (receivedAs === undefined && may.length > 1) return refuse("reception_to_choose");
  if (receivedAs !== undefined && !may.includes(receivedAs)) return refuse("reception_not_possible");
  if (receivedAs !== undefined) await keepReception(tx, id, receivedAs);
  if (receivedAs !== "postalForwarder") return done(async () => undefined);
  return acrossSpace(tx, where, async () => {
    const dossiers = await holdForwarded(tx, id, missing);
    const signing = {
      deps,
      reference,
      manifestId: id,
      number,
      signedAt: takenAtOf(context, manifest),
      now,
      requestId,
    };
    const by = { actorId: actor.accountId, mandateEpoch: mandates.epoch };
    return done(() => acrossSpace(tx, where, () => submitForwarded(tx, dossiers, { ...signing, ...by })));
  });
}

/**
 * What a device says that its clock said; never later than now, nor before it was offered: a clock that was set back makes
 * nothing happen earlier, least of all the submission of a dossier.
 */
function takenAtOf({ body, now }: Pick<Asked, "body" | "now">, { offeredAt }: StandingManifest) {
  const said = body.takenAt === undefined ? now : instant(body.takenAt);
  if (said > now) return now;
  return said < offeredAt ? offeredAt : said;
}

function signed(context: Asked, tx: Tx, manifest: StandingManifest) {
  const { actor, body, deps, now } = context;
  return recordSignature(tx, body.signature, {
    id: deps.newId(),
    signer: { kind: "person", id: actor.accountId },
    signedAt: takenAtOf(context, manifest),
    recordedBy: actor.accountId,
    now,
    scope: manifest.scope,
  });
}

type Written = NonNullable<Static<typeof acceptManifest.body>["differences"]>[number];

function differenceOf({ kind, position, scanned }: Written): Difference {
  return { kind, position: position ?? null, scanned: scanned ?? null };
}

async function photosAreKept(tx: Tx, { actor, body }: Asked): Promise<boolean> {
  for (const { photoFileId } of body.differences ?? []) {
    if (photoFileId !== undefined && !(await isKept(tx, actor.accountId, photoFileId, "photo"))) return false;
  }
  return true;
}

/** @returns how many tasks there are: one a difference */
async function differenceTasks(context: Asked, tx: Tx, manifest: StandingManifest): Promise<number> {
  const { actor, body, deps, now } = context;
  const given = body.differences ?? [];
  if (given.length === 0) return 0;
  const lines = await tx
    .selectFrom("manifest_line")
    .select(["position", "thing", "thing_id"])
    .where("manifest_id", "=", manifest.id)
    .where("position", "in", given.flatMap(({ position }) => position ?? []).concat(0))
    .execute();
  const tasks: NewCustodyTask[] = given.map((difference) => {
    const line = lines.find(({ position }) => position === difference.position);
    return {
      id: deps.newId(),
      kind: difference.kind,
      thing: line ? { thing: line.thing === "item" ? "item" : "container", id: line.thing_id } : null,
      scanned: difference.scanned ?? null,
      manifestId: manifest.id,
      signatureId: null,
      photoFileId: difference.photoFileId ?? null,
      claimed: null,
      note: difference.note,
      foundAt: takenAtOf(context, manifest),
    };
  });
  const by = { accountId: actor.accountId, now, scope: manifest.scope };
  await recordCustodyTasks(tx, deps.ring, tasks, by);
  return tasks.length;
}

/** Somebody was first: what this person says and signed is kept beside it, for a third to find out. */
async function compete(context: Asked, { tx }: Hands, manifest: StandingManifest, takenBy: Holder) {
  const { actor, deps, now } = context;
  if (manifest.takenBy && isSameHolder(manifest.takenBy, takenBy))
    return refuse("manifest_settled", { state: "accepted" });
  const signature = await signed(context, tx, manifest);
  if (!signature.ok) return signature;
  const [line] = await tx
    .selectFrom("manifest_line")
    .select(["thing", "thing_id"])
    .where("manifest_id", "=", manifest.id)
    .orderBy("position")
    .limit(1)
    .execute();
  const task: NewCustodyTask = {
    id: deps.newId(),
    kind: "competing",
    thing: line ? { thing: line.thing === "item" ? "item" : "container", id: line.thing_id } : null,
    scanned: manifest.number,
    manifestId: manifest.id,
    signatureId: signature.value,
    photoFileId: null,
    claimed: { kind: takenBy.kind, id: takenBy.id },
    note: null,
    foundAt: takenAtOf(context, manifest),
  };
  await recordCustodyTasks(tx, deps.ring, [task], { accountId: actor.accountId, now, scope: manifest.scope });
  return done({ manifestId: manifest.id, accepted: 0, tasks: 1, competing: true });
}
