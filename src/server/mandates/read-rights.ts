import { type ClerkView, type StopView, readOwnRights, readUnitRights } from "#contract/assignments.ts";
import { type ClerkAtUnit, type ClerkRights, clerkRights } from "#domain/mandate/clerk-rights.ts";
import type { Suspension } from "#domain/mandate/mandate.ts";
import { asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { Reference } from "../units/reference.ts";
import {
  type Clerk,
  findAssignments,
  findClerks,
  findHeads,
  findMandateStops,
  findSuspended,
} from "./assignment-store.ts";
import { headsUnit } from "./mandate-act.ts";
import { fieldOf } from "./mandate-world.ts";
import { officesAt } from "./unit-offices.ts";

/** Who of the post may do what at a unit today; without a unit, at the one that this person heads. */
export const readUnitRightsRoute = bind(readUnitRights, async (context) => {
  const { query, actor, reference, now } = context;
  const unitId = query.unitId ?? actor.posts.find((post) => post.role === "unitHead")?.unitId;
  const unit = unitId ? reference.units.get(unitId) : undefined;
  if (!unit || !headsUnit(actor, unit.id)) return refuse("outside_jurisdiction");
  const facts = await context.mandates();
  const day = localTime(now).day;
  const { clerks, assignments } = await context.read(async (tx) => {
    const found = await findClerks(tx, { officeIds: officesAt(reference, unit.id, day), day });
    return {
      clerks: await clerkViews(tx, found, { unitId: unit.id, counterId: null }, { facts, reference, now }),
      assignments: await findAssignments(tx, { unitIds: reference.lineOf(unit.id), day }),
    };
  });
  return done({
    unitId: unit.id,
    unitName: unit.name,
    units: unitsHeaded(actor, reference),
    clerks,
    assignments,
  });
});

function unitsHeaded({ posts }: Actor, { units }: Reference): { id: string; name: string }[] {
  const headed = posts.flatMap(({ role, unitId }) =>
    role === "unitHead" && unitId !== null ? [unitId] : [],
  );
  return [...new Set(headed)].map((id) => ({ id, name: units.get(id)?.name ?? "" }));
}

/** The clerk's own sheet, at the counter where he or she sits. Civil servants act by their office: nothing to list. */
export const readOwnRightsRoute = bind(readOwnRights, async (context) => {
  const { actor, reference, now } = context;
  const { counter } = actor;
  if (!counter) return done({ unitName: null, heads: [], clerk: null, assignments: [] });
  const { unit } = counter;
  const facts = await context.mandates();
  const day = localTime(now).day;
  const found = await context.read(async (tx) => {
    const unitIds = reference.lineOf(unit.id);
    const clerks = await findClerks(tx, { officeIds: officesAt(reference, unit.id, day), day });
    const own = clerks.filter(
      ({ accountId, postOfficeId }) => accountId === actor.accountId && postOfficeId === counter.postOfficeId,
    );
    const [clerk = null] = await clerkViews(
      tx,
      own,
      { unitId: unit.id, counterId: counter.id },
      { facts, reference, now },
    );
    return {
      clerk,
      heads: await findHeads(tx, { unitIds, day }),
      assignments: await findAssignments(tx, { unitIds, day, accountId: actor.accountId }),
    };
  });
  return done({ unitName: unit.name, ...found });
});

interface World {
  readonly facts: MandateFacts;
  readonly reference: Reference;
  readonly now: Instant;
}

/** Clerks with what they may do at a place, and by which decisions they are kept from it. */
async function clerkViews(
  tx: Tx,
  clerks: readonly Clerk[],
  place: Pick<ClerkAtUnit, "unitId" | "counterId">,
  world: World,
): Promise<ClerkView[]> {
  const all = clerks.map((clerk) => ({ clerk, found: rightsOf(clerk, place, world) }));
  const founds = all.map(({ found }) => found);
  const stops: Stops = {
    mandates: await findMandateStops(
      tx,
      unique(founds.flatMap(({ suspendedMandates }) => suspendedMandates)),
    ),
    suspended: await findSuspended(
      tx,
      unique(founds.flatMap(({ stoppedBy }) => stoppedBy.map(({ id }) => id))),
    ),
  };
  return all.map(({ clerk, found }) => clerkView(clerk, found, world.reference, stops));
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** What the ledger says of that which stops clerks: by which decision, since when, why. */
interface Stops {
  readonly mandates: Awaited<ReturnType<typeof findMandateStops>>;
  readonly suspended: Awaited<ReturnType<typeof findSuspended>>;
}

function rightsOf(
  clerk: Clerk,
  place: Pick<ClerkAtUnit, "unitId" | "counterId">,
  { facts, reference, now }: World,
): ClerkRights {
  const at = {
    accountId: asId<never>(clerk.accountId),
    ...place,
    postOfficeId: asId<never>(clerk.postOfficeId),
    operatorId: clerk.operatorId,
  };
  return clerkRights(at, facts.about(place.unitId, clerk.accountId), now, fieldOf(reference));
}

function clerkView(
  { accountId, fullName, postOffice }: Clerk,
  { rights, untrainedFields, stoppedBy, suspendedMandates }: ClerkRights,
  { fieldNames }: Reference,
  stops: Stops,
): ClerkView {
  const nameOf = (code: string) => fieldNames.get(code) ?? code;
  return {
    accountId,
    fullName,
    postOffice,
    rights: rights.map(({ decisionNumber, ...right }) => ({
      ...right,
      fieldName: nameOf(right.fieldCode),
      decision: decisionNumber,
    })),
    untrainedFields: untrainedFields.map(nameOf),
    suspended: stoppedBy.length > 0,
    stops: [
      ...stoppedBy.flatMap((stop) => stopView(stop, stops.suspended.get(stop.id))),
      ...suspendedMandates.flatMap((id) => {
        const stop = stops.mandates.get(id);
        return stop ? [{ kind: "mandate" as const, ...stop }] : [];
      }),
    ],
  };
}

/** A suspension of a procedure stops nobody as a whole. */
function stopView(
  { target, decisionNumber, from }: Suspension,
  { since, reason } = { since: from, reason: "" },
): StopView[] {
  if (target === "procedure") return [];
  return [{ kind: target, decision: decisionNumber, since, reason, mandate: null }];
}
