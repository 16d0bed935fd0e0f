import {
  type PersonRow,
  type PersonView,
  listPeople,
  listPeopleChoices,
  previewLeaving,
  readPerson,
} from "#contract/people.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Space } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { previewHandOver } from "../ledgers/in-hand-view.ts";
import { leavingPerson } from "../ledgers/leavers.ts";
import type { Reference } from "../units/reference.ts";
import { eventView, trainingView } from "./account-views.ts";
import { isPlaceOf, postPlaces } from "./jurisdiction.ts";
import {
  type AccountRow,
  type PostRow,
  findAccounts,
  findHistory,
  findSuspensionsOf,
  loadAccount,
} from "./store.ts";
import { findTrainingOf } from "./training-store.ts";

export const listPeopleRoute = bind(listPeople, async ({ query, reference, now, read }) => {
  const today = localTime(now).day;
  const found = await read((tx, space) =>
    findAccounts(tx, postPlaces(reference, space), today, query.employerKind),
  );
  const words = searchKey(query.q ?? "").split(" ");
  const wanted = found.filter(
    (row) =>
      (query.state === undefined || row.state === query.state) &&
      (query.placeId === undefined || standing(row, today).some((post) => post.placeId === query.placeId)) &&
      fits(row, words),
  );
  // The list is read whole: the search ignores diacritics, and a province has some thousands of accounts.
  const [last] = unpackCursor(query.after, [CURSOR_ID]) ?? [];
  const from = last === undefined ? 0 : wanted.findIndex(({ accountId }) => accountId === last) + 1;
  const page = wanted.slice(from, from + PAGE_ROWS);
  const end = page.at(-1);
  const more = end !== undefined && wanted.length > from + PAGE_ROWS;
  return done({
    people: page.map((row) => personRow(row, today)),
    next: more ? packCursor([end.accountId]) : null,
  });
});

function fits({ fullName, username, employer }: AccountRow, words: readonly string[]): boolean {
  const key = searchKey(`${fullName} ${username} ${employer}`);
  return words.every((word) => key.includes(word));
}

function standing({ posts }: AccountRow, today: PlainDate): readonly PostRow[] {
  return posts.filter(({ validTo }) => validTo === null || validTo >= today);
}

function personRow(row: AccountRow, today: PlainDate): PersonRow {
  return {
    accountId: row.accountId,
    username: row.username,
    fullName: row.fullName,
    employer: row.employer,
    employerKind: row.employerKind,
    validFrom: row.validFrom,
    validTo: row.validTo,
    state: row.state,
    posts: standing(row, today).map(({ role, place }) => ({ role, place })),
  };
}

export const readPersonRoute = bind(readPerson, async ({ actor, params, reference, now, read }) => {
  const today = localTime(now).day;
  const view = await read(async (tx, space): Promise<PersonView | undefined> => {
    const account = await loadAccount(tx, postPlaces(reference, space), today, params.accountId);
    if (!account) return undefined;
    const history = await findHistory(tx, account.accountId);
    const trainings = await findTrainingOf(tx, account.accountId);
    return {
      person: personRow(account, today),
      version: account.version,
      closedAt: account.closedAt,
      mustChangePassword: account.mustChangePassword,
      numberKnown: account.numberIndex !== null,
      successor: account.successor,
      own: account.accountId === actor.accountId,
      posts: account.posts.map((post) =>
        postView(post, { reference, space, today, closed: account.closedAt !== null }),
      ),
      trainings: trainings.map((row) => trainingView(row, today)),
      suspensions: await findSuspensionsOf(tx, account.accountId),
      history: history.map((event) => eventView(event, account.posts)),
    };
  });
  return view ? done(view) : refuse("not_found");
});

function postView(
  post: PostRow,
  {
    reference,
    space,
    today,
    closed,
  }: { reference: Reference; space: Space; today: PlainDate; closed: boolean },
): PersonView["posts"][number] {
  const isOver = closed || (post.validTo !== null && post.validTo < today);
  return {
    postId: post.postId,
    role: post.role,
    placeId: post.placeId,
    place: post.place,
    counters: isOver ? [] : countersBy(post, reference, today),
    validFrom: post.validFrom,
    validTo: post.validTo,
    ended: isOver,
    editable: isPlaceOf(reference, space, post.placeKind, post.placeId),
  };
}

function countersBy({ role, placeId }: PostRow, reference: Reference, today: PlainDate): string[] {
  if (role !== "postalClerk" && role !== "oneStopOfficer") return [];
  return [...reference.counters.values()]
    .filter(
      (counter) =>
        standsOn(counter, today) &&
        (role === "postalClerk"
          ? counter.postOfficeId === placeId
          : counter.postOfficeId === null && counter.unit.id === placeId),
    )
    .map((counter) => `${counter.label}, ${counter.receptionPoint.name}`);
}

export const previewLeavingRoute = bind(previewLeaving, async ({ params, reference, now, read }) => {
  const day = localTime(now).day;
  const found = await read(async (tx, space) => {
    const account = await loadAccount(tx, postPlaces(reference, space), day, params.accountId);
    if (!account) return undefined;
    const where = { reference, space, day };
    return previewHandOver(tx, where, leavingPerson(where, account.accountId));
  });
  return found ? done(found) : refuse("not_found");
});

export const listPeopleChoicesRoute = bind(listPeopleChoices, async ({ actor, reference, now }) => {
  const today = localTime(now).day;
  const { space } = actor;
  if (!space) return done({ units: [], agencies: [], postOffices: [] });
  const { unitIds, agencyIds, officeIds } = postPlaces(reference, space);
  const stands = ({ validTo }: { validTo: PlainDate | null }) => validTo === null || validTo >= today;
  const units = unitIds.flatMap((id) => reference.units.get(id) ?? []).filter(stands);
  const agencies = agencyIds.flatMap((id) => reference.agencies.get(id) ?? []).filter(stands);
  return done({
    units: units.map(({ id, name }) => ({ id, name, place: "" })).toSorted(byName),
    agencies: agencies.map(({ id, name }) => ({ id, name, place: "" })).toSorted(byName),
    postOffices: officeIds.map((id) => officeChoice(id, reference)).toSorted(byName),
  });
});

function officeChoice(id: string, { postOfficeNames, countersOfOffice }: Reference) {
  const unit = countersOfOffice.get(id)?.[0]?.unit;
  return { id, name: postOfficeNames.get(id) ?? id, place: unit?.name ?? "" };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, "vi", { numeric: true });
}
