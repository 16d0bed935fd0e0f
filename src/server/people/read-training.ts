import {
  type AccreditationRow,
  listAccreditations,
  listTrainingChoices,
  listTrainingGaps,
  listTrainings,
} from "#contract/training.ts";
import { clerkRights } from "#domain/mandate/clerk-rights.ts";
import { trainingState } from "#domain/people/training.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { standsOn } from "#domain/unit/place.ts";
import { bind } from "../http/context.ts";
import { CURSOR_DAY, CURSOR_ID, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";
import { postPlaces } from "./jurisdiction.ts";
import {
  type AccreditationRecord,
  type ClerkRow,
  findAccreditations,
  findClerksOf,
  findTrainings,
} from "./training-store.ts";

export const listTrainingsRoute = bind(listTrainings, async ({ query, reference, read }) => {
  const [heldOn, id] = unpackCursor(query.after, [CURSOR_DAY, CURSOR_ID]) ?? [
    "9999-12-31",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
  ];
  const rows = await read((tx) => findTrainings(tx, { heldOn: heldOn ?? "", id: id ?? "" }, PAGE_ROWS + 1));
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return done({
    trainings: page.map(({ fieldCodes, ...row }) => ({
      ...row,
      fields: fieldCodes.map((code) => ({ code, name: reference.fieldNames.get(code) ?? code })),
    })),
    next: rows.length > PAGE_ROWS && last ? packCursor([last.heldOn, last.trainingId]) : null,
  });
});

export const listAccreditationsRoute = bind(listAccreditations, async ({ query, now, read }) => {
  const today = localTime(now).day;
  const found = await read((tx) => findAccreditations(tx, query));
  const rows = found
    .map((row) => accreditationRow(row, today))
    .filter(({ state }) => query.state === undefined || state === query.state);
  const [after] = unpackCursor(query.after, [CURSOR_ID]) ?? [];
  const from =
    after === undefined ? 0 : rows.findIndex(({ accreditationId }) => accreditationId === after) + 1;
  const page = rows.slice(from, from + PAGE_ROWS);
  const last = page.at(-1);
  return done({
    accreditations: page,
    next: last && rows.length > from + PAGE_ROWS ? packCursor([last.accreditationId]) : null,
  });
});

function accreditationRow(row: AccreditationRecord, today: PlainDate): AccreditationRow {
  const { accreditationId, accountId, fullName, place, heldOn, validFrom, validTo } = row;
  const { withdrawnAt: at, withdrawnBy: by, withdrawalReason: reason } = row;
  return {
    accreditationId,
    accountId,
    fullName,
    place,
    heldOn,
    validFrom,
    validTo,
    field: { code: row.fieldCode, name: row.fieldName },
    state: trainingState({ ...row, withdrawn: at !== null }, today),
    withdrawal: at === null ? null : { at, by: by ?? "", reason: reason ?? "" },
  };
}

/** Clerks whom a mandate reaches and their training does not: asked of the same rule as the head's own screen. */
export const listTrainingGapsRoute = bind(listTrainingGaps, async (context) => {
  const { reference, now, actor, read } = context;
  if (!actor.space) return done({ gaps: [] });
  const today = localTime(now).day;
  const facts = await context.mandates();
  const { officeIds } = postPlaces(reference, actor.space);
  const clerks = await read((tx) => findClerksOf(tx, officeIds, today));
  const fieldOf = (code: string) => newestVersion(reference, code)?.content.fieldCode;
  const gaps = clerks.flatMap((clerk) =>
    unitsOf(clerk, reference, today).flatMap((unit) => {
      const at = {
        accountId: asId<never>(clerk.accountId),
        unitId: unit.id,
        postOfficeId: asId<never>(clerk.officeId),
        operatorId: clerk.operatorId,
        counterId: null,
      };
      const { untrainedFields } = clerkRights(at, facts.about(unit.id, clerk.accountId), now, fieldOf);
      const fields = untrainedFields.map((code) => ({ code, name: reference.fieldNames.get(code) ?? code }));
      const { accountId, fullName, office: postOffice } = clerk;
      return fields.length === 0 ? [] : [{ accountId, fullName, postOffice, unit: unit.name, fields }];
    }),
  );
  return done({ gaps });
});

/** The units at which the clerk's office staffs a counter today. */
function unitsOf({ officeId }: ClerkRow, reference: Reference, day: PlainDate) {
  const counters = (reference.countersOfOffice.get(officeId) ?? []).filter((one) => standsOn(one, day));
  return [...new Map(counters.map(({ unit }) => [unit.id, unit])).values()];
}

export const listTrainingChoicesRoute = bind(listTrainingChoices, async ({ actor, reference, now, read }) => {
  const fields = [...reference.fieldNames]
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
  const { space } = actor;
  if (!space) return done({ clerks: [], fields });
  const { officeIds } = postPlaces(reference, space);
  const rows = await read((tx) => findClerksOf(tx, officeIds, localTime(now).day));
  const clerks = new Map(
    rows.map(({ accountId, fullName, office }) => [
      accountId,
      { id: accountId, name: fullName, place: office },
    ]),
  );
  return done({ clerks: [...clerks.values()], fields });
});
