import { type ClerkView, readOwnRights, readUnitRights } from "#contract/assignments.ts";
import { type ClerkAtUnit, clerkRights } from "#domain/mandate/clerk-rights.ts";
import { asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { Reference } from "../units/reference.ts";
import { type Clerk, findAssignments, findClerks } from "./assignment-store.ts";
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
  const { clerks, assignments } = await context.read(async (tx) => ({
    clerks: await findClerks(tx, { officeIds: officesAt(reference, unit.id, day), day }),
    assignments: await findAssignments(tx, { unitIds: reference.lineOf(unit.id), day }),
  }));
  return done({
    unitId: unit.id,
    unitName: unit.name,
    units: unitsHeaded(actor, reference),
    clerks: clerks.map((clerk) =>
      clerkView(clerk, { unitId: unit.id, counterId: null }, { facts, reference, now }),
    ),
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
  if (!counter) return done({ unitName: null, clerk: null, assignments: [] });
  const { unit } = counter;
  const facts = await context.mandates();
  const day = localTime(now).day;
  const { clerks, assignments } = await context.read(async (tx) => ({
    clerks: await findClerks(tx, { officeIds: officesAt(reference, unit.id, day), day }),
    assignments: await findAssignments(tx, {
      unitIds: reference.lineOf(unit.id),
      day,
      accountId: actor.accountId,
    }),
  }));
  const own = clerks.find(
    ({ accountId, postOfficeId }) => accountId === actor.accountId && postOfficeId === counter.postOfficeId,
  );
  return done({
    unitName: unit.name,
    clerk: own ? clerkView(own, { unitId: unit.id, counterId: counter.id }, { facts, reference, now }) : null,
    assignments,
  });
});

function clerkView(
  clerk: Clerk,
  place: Pick<ClerkAtUnit, "unitId" | "counterId">,
  {
    facts,
    reference,
    now,
  }: { readonly facts: MandateFacts; readonly reference: Reference; readonly now: Instant },
): ClerkView {
  const at = {
    accountId: asId<never>(clerk.accountId),
    ...place,
    postOfficeId: asId<never>(clerk.postOfficeId),
    operatorId: clerk.operatorId,
  };
  const found = clerkRights(at, facts.about(place.unitId, clerk.accountId), now, fieldOf(reference));
  const nameOf = (code: string) => reference.fieldNames.get(code) ?? code;
  return {
    accountId: clerk.accountId,
    fullName: clerk.fullName,
    postOffice: clerk.postOffice,
    rights: found.rights.map(({ decisionNumber, ...right }) => ({
      ...right,
      fieldName: nameOf(right.fieldCode),
      decision: decisionNumber,
    })),
    untrainedFields: found.untrainedFields.map(nameOf),
    suspended: found.suspended,
  };
}
