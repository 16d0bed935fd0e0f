import {
  type StepInput,
  checkInternalProcedure,
  readInternalProcedures,
  recordInternalProcedure,
} from "#contract/steps.ts";
import type { TimeLimit } from "#domain/calendar/time-limit.ts";
import {
  type PlannedStep,
  type ProcedureFinding,
  type WrittenStep,
  checkProcedure,
  hoursOf,
  isStepRole,
  longestHours,
  longestLimit,
  plannedStates,
} from "#domain/dossier/internal-procedure.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Space } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { keepProcedure } from "../ledgers/procedure-ledger.ts";
import type { ProcedureVersion, Reference } from "../units/reference.ts";
import { type StoredProcedure, findProcedures, holdProcedures } from "./procedure-store.ts";

/** What is wrong with an internal procedure as it is written so far. Nothing is kept. */
export const checkInternalProcedureRoute = bind(checkInternalProcedure, (context) => {
  const { body, reference } = context;
  const version = reference.versionsById.get(body.procedureVersionId);
  return context.read(async (_tx, space) => {
    if (!version) return refuse("unknown_procedure");
    const steps = body.steps.map(writtenStep);
    const whole = wholeOf(version);
    return done({
      findings: [...findingsOf(steps, whole, reference, space)],
      whole,
      longestHours: longestHours(steps),
      wholeHours: whole && hoursOf(whole),
    });
  });
});

/**
 * Keeps an internal procedure by its decision. Nothing is kept of one that cannot be worked by, and nothing that is kept
 * is ever changed: what comes later takes its place for what is received from then on.
 *
 * @rule STEPS-01
 */
export const recordInternalProcedureRoute = bind(recordInternalProcedure, (context) => {
  const { actor, body, deps, now, reference } = context;
  return context.write(async (tx, space) => {
    const version = reference.versionsById.get(body.procedureVersionId);
    if (!version) return refuse("unknown_procedure");
    const post = postFor(actor, body.agencyId, reference, space);
    if (!post) return refuse("outside_jurisdiction");
    const today = localTime(now).day;
    const validFrom = plainDate(body.validFrom);
    if (validFrom < today) return refuse("valid_from_too_early", { earliest: today });
    const written = body.steps.map(writtenStep);
    const found = findingsOf(written, wholeOf(version), reference, space);
    const steps = written.filter(isPlanned);
    if (found.length > 0 || steps.length < written.length)
      return refuse("internal_procedure_invalid", { faults: found.map(faultWords) });
    const newest = await holdProcedures(tx, version.id, body.agencyId);
    if (newest !== body.seenId) return refuse("internal_procedure_changed");
    const id = deps.newId();
    await keepProcedure(tx, {
      id,
      procedure_version_id: version.id,
      agency_id: body.agencyId,
      valid_from: validFrom,
      steps: steps.map((step) => ({ ...step })),
      decision_number: tidyText(body.decision.number),
      decided_on: plainDate(body.decision.issuedOn),
      signer: tidyText(body.decision.signer),
      basis_id: post.id,
      recorded_by: actor.accountId,
      recorded_at: now,
    });
    return done({ internalProcedureId: id });
  });
});

/** The internal procedures of a procedure version with all that were before, the newest first. */
export const readInternalProceduresRoute = bind(readInternalProcedures, (context) => {
  const { actor, now, params, reference } = context;
  const version = reference.versionsById.get(params.versionId);
  return context.read(async (tx, space) => {
    if (!version) return refuse("unknown_procedure");
    const today = localTime(now).day;
    const stored = await findProcedures(tx, version.id);
    const agencies = agenciesOf(reference, space);
    return done({
      procedureVersionId: version.id,
      procedureCode: version.content.code,
      procedureName: version.content.name,
      validFrom: version.validFrom,
      validTo: version.validTo,
      today,
      whole: wholeOf(version),
      mayPlanFor: agencies.filter(({ id }) => postFor(actor, id, reference, space) !== undefined),
      general: postFor(actor, null, reference, space) !== undefined,
      agencies,
      internalProcedures: stored.map((row) => {
        const same = stored.filter(({ agencyId }) => agencyId === row.agencyId);
        const state = plannedStates(same, today)[same.indexOf(row)] ?? "replaced";
        return { ...procedureView(row, reference), state };
      }),
    });
  });
});

function procedureView({ id, steps, agencyId, ...row }: StoredProcedure, reference: Reference) {
  return {
    ...row,
    internalProcedureId: id,
    agencyId,
    agencyName: agencyName(reference, agencyId),
    steps: steps.map((step) => ({
      ...step,
      after: [...step.after],
      yields: [...step.yields],
      agencyName: agencyName(reference, step.agencyId),
    })),
  };
}

function agencyName({ agencies }: Reference, agencyId: string | null): string | null {
  return agencyId === null ? null : (agencies.get(agencyId)?.name ?? "");
}

function agenciesOf(reference: Reference, space: Space): { readonly id: string; readonly name: string }[] {
  return placesOfSpace(reference, space)
    .agencyIds.filter((id) => reference.heirOf(id) === id)
    .map((id) => ({ id, name: reference.agencies.get(id)?.name ?? "" }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The post by which somebody plans for an agency: an administrator for any and for all, an approver for the own one. */
function postFor(actor: Actor, agencyId: string | null, reference: Reference, space: Space) {
  if (agencyId !== null && reference.spaceOf.get(agencyId)?.id !== space.id) return undefined;
  return (
    actor.posts.find(({ role }) => role === "administrator") ??
    actor.posts.find((post) => post.role === "approver" && agencyId !== null && post.agencyId === agencyId)
  );
}

function writtenStep({ key, name, role, agencyId, limit, after, yields }: StepInput): WrittenStep {
  return {
    key,
    name: tidyText(name),
    role,
    agencyId,
    limit,
    after: [...new Set(after)],
    yields: [...new Set(yields.map(tidyText))],
  };
}

function isPlanned(step: WrittenStep): step is PlannedStep {
  return isStepRole(step.role);
}

function findingsOf(
  steps: readonly WrittenStep[],
  whole: TimeLimit | null,
  reference: Reference,
  space: Space,
): readonly ProcedureFinding[] {
  const known = new Set(agenciesOf(reference, space).map(({ id }) => id));
  return checkProcedure(steps, { whole, isAgency: (id) => known.has(id) });
}

function faultWords({ code, step }: ProcedureFinding): string {
  return step === null ? code : `${code}:${step}`;
}

/** What the steps must fit into: the longest that the procedure may take on any channel, in any case. */
function wholeOf({ content }: ProcedureVersion): TimeLimit | null {
  return longestLimit(content.channels.flatMap(({ limits }) => limits.map(({ limit }) => limit)));
}
