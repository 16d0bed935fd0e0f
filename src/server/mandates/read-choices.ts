import { listSuspensionChoices } from "#contract/assignments.ts";
import { listMandateChoices } from "#contract/mandates.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Counter, OneStopUnit, Reference } from "../units/reference.ts";
import { mayDraftFor } from "./mandate-act.ts";
import { fieldEnds } from "./mandate-world.ts";
import { findClerkChoices, findOperators } from "./suspension-store.ts";

/** What the form of a mandate offers: the units of this person that have not ended, by name. */
export const listMandateChoicesRoute = bind(listMandateChoices, async ({ actor, reference, now }) => {
  const today = localTime(now).day;
  const counters = staffedCounters(reference, today);
  const ends = fieldEnds(reference, today);
  return done({
    units: unitsOf(actor, reference, today).map(({ id, name }) => ({
      id,
      name,
      offices: officesOf(counters.get(id) ?? [], reference),
    })),
    fields: [...reference.fieldNames]
      .map(([id, name]) => ({ id, name, endedOn: ends.get(id) ?? null }))
      .toSorted(byName),
  });
});

/** Who and what can be stopped: everybody of the post who works at the units of the space. */
export const listSuspensionChoicesRoute = bind(listSuspensionChoices, async (context) => {
  const { actor, reference, now, read } = context;
  const today = localTime(now).day;
  const counters = staffedCounters(reference, today);
  const units = unitsOf(actor, reference, today);
  const offices = new Map<string, { id: string; name: string; place: string }>();
  for (const unit of units)
    for (const { id, name } of officesOf(counters.get(unit.id) ?? [], reference))
      offices.set(id, { id, name, place: unit.name });
  const officeIds = [...offices.keys()];
  const { clerks, operators } = await read(async (tx) => ({
    clerks: await findClerkChoices(tx, officeIds, today),
    operators: await findOperators(tx, officeIds),
  }));
  return done({ clerks: [...clerks], offices: [...offices.values()].toSorted(byName), operators });
});

function unitsOf(actor: Actor, reference: Reference, today: PlainDate): readonly OneStopUnit[] {
  return [...reference.units.values()]
    .filter(({ id, validTo }) => (validTo === null || today <= validTo) && mayDraftFor(actor, id, reference))
    .toSorted(byName);
}

/** Counters of the post that have not been closed, by their unit. */
function staffedCounters(reference: Reference, today: PlainDate): ReadonlyMap<string, readonly Counter[]> {
  const found = new Map<string, Counter[]>();
  for (const counter of reference.counters.values()) {
    if (counter.postOfficeId === null || (counter.validTo !== null && counter.validTo < today)) continue;
    const known = found.get(counter.unit.id);
    if (known) known.push(counter);
    else found.set(counter.unit.id, [counter]);
  }
  return found;
}

function officesOf(counters: readonly Counter[], reference: Reference) {
  const ids = [...new Set(counters.flatMap(({ postOfficeId }) => postOfficeId ?? []))];
  return ids
    .map((id) => ({
      id,
      name: reference.postOfficeNames.get(id) ?? id,
      counters: counters
        .filter(({ postOfficeId }) => postOfficeId === id)
        .map((counter) => ({ id: counter.id, name: `${counter.receptionPoint.name} – ${counter.label}` }))
        .toSorted(byName),
    }))
    .toSorted(byName);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, "vi", { numeric: true });
}
