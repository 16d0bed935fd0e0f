import { type MailRunView, type MailStopView, listMailRuns } from "#contract/mail-runs.ts";
import {
  type Movement,
  type StopStanding,
  catchOffers,
  keepsHandOver,
  overCapacity,
  planOn,
  stopOf,
  stopStanding,
} from "#domain/postal/mail-run.ts";
import { type Instant, formatMinute, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, daysBetween, plainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { holderOf } from "../ledgers/things.ts";
import type { Reference } from "../units/reference.ts";
import {
  type DriverManifest,
  type StoredNote,
  type StoredRoute,
  countLying,
  findDriverManifests,
  findHandOverTimes,
  findMailNotes,
  minuteOf,
} from "./mail-store.ts";
import { type RunOfDay, findRunsOfDay } from "./runs-of-day.ts";
import { stopNames } from "./stop-names.ts";

const DAY_MINUTES = 24 * 60;

interface Asked {
  readonly reference: Reference;
  readonly space: Space;
  readonly now: Instant;
  readonly day: PlainDate;
  /** Minute of the asked day: negative before it, 1440 and more after it. */
  readonly minute: number;
}

/** One stop of one run, with what stands about it. */
interface Call {
  readonly run: string;
  readonly driverId: string;
  readonly id: string;
  readonly minute: number;
  readonly position: number;
  readonly note: StoredNote | null;
  /** Minute of the day at which its route was opened; 0 on every later day. */
  readonly opened: number;
  /** The same of the version of the plan that runs. */
  readonly planned: number;
}

/** The runs of a day as somebody at one of their stops, or their driver, sees them. */
export const listMailRunsRoute = bind(listMailRuns, ({ actor, query, reference, now, read }) =>
  read(async (tx, space) => {
    const local = localTime(now);
    const day = query.day === undefined ? local.day : plainDate(query.day);
    const minute = daysBetween(day, local.day) * DAY_MINUTES + local.minute;
    const runs = await findRunsOfDay(tx, reference, day);
    const calls = callsOf(runs, await findMailNotes(tx, day), day);
    const asked = { reference, space, now, day, minute };
    const facts = await acrossSpace(tx, { reference, space }, () => gather(tx, runs, calls, asked), [
      ...actor.places,
      ...runs.flatMap(({ route }) => route.scope),
    ]);
    return done({
      day,
      today: local.day,
      runs: runs.map((run) => viewRun(run, { calls, facts, asked, accountId: actor.accountId })),
    });
  }),
);

function callsOf(runs: readonly RunOfDay[], notes: readonly StoredNote[], day: PlainDate): readonly Call[] {
  const minuteOn = (moment: Instant | undefined) => {
    const local = moment === undefined ? undefined : localTime(moment);
    return local?.day === day ? local.minute : 0;
  };
  return runs.flatMap((run) => {
    const { key, route, plan, extra, stops } = run;
    const opened = minuteOn(route.plans.at(-1)?.madeAt);
    const planned = minuteOn(plan.madeAt);
    return stops.map(({ id, minute }, index) => ({
      run: key,
      opened,
      planned,
      driverId: plan.driverId,
      id,
      minute,
      position: index + 1,
      note:
        notes.find(
          (note) =>
            note.routeId === route.id &&
            note.extraId === (extra?.id ?? null) &&
            note.position === index + 1 &&
            isOfStop(route, note, { day, stopId: id }),
        ) ?? null,
    }));
  });
}

/** A note is of the stop that stood at its position when it was made: another plan since may have turned the stops round. */
function isOfStop(
  { plans }: StoredRoute,
  { notedAt, position }: StoredNote,
  { day, stopId }: { readonly day: PlainDate; readonly stopId: string },
): boolean {
  const before = planOn(
    plans.filter(({ madeAt }) => madeAt <= notedAt),
    day,
  );
  return before === null || before.stops[position - 1]?.id === stopId;
}

interface Facts {
  /** What was handed over at a stop, or waits at it. */
  readonly movements: ReadonlyMap<Call, readonly Movement[]>;
  readonly lying: ReadonlyMap<string, number>;
  readonly times: ReadonlyMap<string, readonly string[]>;
}

async function gather(
  tx: Tx,
  runs: readonly RunOfDay[],
  calls: readonly Call[],
  asked: Asked,
): Promise<Facts> {
  const { day, minute, reference } = asked;
  const isToday = minute >= 0 && minute < DAY_MINUTES;
  const drivers = [...new Set(runs.map(({ plan }) => plan.driverId))];
  const manifests = await findDriverManifests(tx, drivers, day, isToday);
  const movements = new Map<Call, Movement[]>();
  for (const driverId of drivers) {
    const at = await placesOfHolder(tx, holderOf("person", driverId), asked);
    const own = manifests.filter((manifest) => manifest.driverId === driverId);
    const driven = calls.filter((call) => call.driverId === driverId);
    allot(
      own.map((manifest) => movementOf(manifest, at, reference)),
      driven,
      { runs, minute, into: movements },
    );
  }
  const places = [...new Set(calls.map(({ id }) => id))];
  const counters = [...reference.counters.values()].filter(({ unit }) => places.includes(unit.id));
  const byHolder = isToday
    ? await countLying(tx, [...places, ...counters.map(({ id }) => id)])
    : new Map<string, number>();
  const lying = new Map(places.map((id) => [id, byHolder.get(id) ?? 0]));
  for (const { id, unit } of counters)
    lying.set(unit.id, (lying.get(unit.id) ?? 0) + (byHolder.get(id) ?? 0));
  return { movements, lying, times: await findHandOverTimes(tx, places, day) };
}

function movementOf(manifest: DriverManifest, driverAt: readonly string[], reference: Reference): Movement {
  const { otherKind, otherId, scope, at, accepted, aboard, pieces } = manifest;
  return {
    places: placesOf(otherKind, otherId ?? "", { scope, driverAt, reference }),
    minute: localTime(at).minute,
    accepted,
    aboard,
    pieces,
  };
}

/** A person or shelf is at one of the places of the hand-over; those of the driver only if there are no others. */
function placesOf(
  kind: string,
  id: string,
  {
    scope,
    driverAt,
    reference,
  }: {
    readonly scope: readonly string[];
    readonly driverAt: readonly string[];
    readonly reference: Reference;
  },
): readonly string[] {
  if (kind === "unit" || kind === "agency" || kind === "postOffice") return [id];
  if (kind === "counter") return [reference.counters.get(id)?.unit.id ?? ""];
  const others = scope.filter((place) => !driverAt.includes(place));
  return others.length > 0 ? others : scope;
}

/** Gives every hand-over of a driver its stop: what is done where it was done, what waits where it is caught. */
function allot(
  movements: readonly Movement[],
  calls: readonly Call[],
  {
    runs,
    minute,
    into,
  }: { readonly runs: readonly RunOfDay[]; readonly minute: number; readonly into: Map<Call, Movement[]> },
): void {
  const add = (call: Call | null, movement: Movement) => {
    if (call) into.set(call, [...(into.get(call) ?? []), movement]);
  };
  for (const movement of movements.filter(({ accepted }) => accepted)) add(stopOf(movement, calls), movement);
  const open = calls.map((call) => ({
    ...call,
    call,
    open: isOpen(standingOf(call, into, minute).standing),
  }));
  const room = new Map(
    runs.map(({ key, plan }) => {
      const aboard = calls.filter(({ run }) => run === key).flatMap((call) => into.get(call) ?? []);
      return [key, plan.capacity - sum(aboard, true) + sum(aboard, false)] as const;
    }),
  );
  for (const aboard of [true, false]) {
    const offers = movements.filter((movement) => !movement.accepted && movement.aboard === aboard);
    const caught = catchOffers(offers, open, room);
    for (const [index, offer] of offers.entries()) add(caught[index]?.call ?? null, offer);
  }
}

const isOpen = (standing: StopStanding) =>
  standing !== "missed" && standing !== "done" && standing !== "before";

function sum(movements: readonly Movement[], aboard: boolean, accepted = true): number {
  return movements
    .filter((one) => one.aboard === aboard && one.accepted === accepted)
    .reduce((pieces, one) => pieces + one.pieces, 0);
}

function standingOf(call: Call, movements: ReadonlyMap<Call, readonly Movement[]>, now: number) {
  const accepted = (movements.get(call) ?? []).filter((one) => one.accepted).map(({ minute }) => minute);
  const { note, planned } = call;
  const said = note && {
    kind: note.kind,
    minute: localTime(note.notedAt).minute,
    expectedMinute: note.expectedMinute,
  };
  return stopStanding(call.minute, { accepted, note: said, opened: planned }, now);
}

function viewRun(
  { key, route, plan, extra, stops }: RunOfDay,
  {
    calls,
    facts,
    asked,
    accountId,
  }: {
    readonly calls: readonly Call[];
    readonly facts: Facts;
    readonly asked: Asked;
    readonly accountId: string;
  },
): MailRunView {
  const own = calls.filter(({ run }) => run === key);
  const moved = own.map((call) => facts.movements.get(call) ?? []);
  const over = overCapacity(
    moved.map((at) => ({
      aboard: sum(at, true) + sum(at, true, false),
      off: sum(at, false) + sum(at, false, false),
    })),
    plan.capacity,
  );
  const nameOf = stopNames(asked.reference);
  return {
    routeId: route.id,
    extraId: extra?.id ?? null,
    atFault: extra?.atFault ?? null,
    name: route.name,
    vehicle: plan.vehicle,
    capacity: plan.capacity,
    driver: { id: plan.driverId, name: plan.driverName },
    mine: plan.driverId === accountId,
    stops: own.map((call, index): MailStopView => {
      const at = moved[index] ?? [];
      const kind = stops[index]?.kind ?? "unit";
      const times = facts.times.get(call.id) ?? [];
      return {
        position: call.position,
        kind,
        id: call.id,
        name: nameOf({ kind, id: call.id }),
        time: formatMinute(call.minute),
        ...standingOf(call, facts.movements, asked.minute),
        note: noteView(call.note),
        taken: sum(at, true),
        given: sum(at, false),
        waiting: sum(at, true, false),
        toGive: sum(at, false, false),
        lying: facts.lying.get(call.id) ?? 0,
        over: over[index] ?? 0,
        handOverTimes: [...times],
        keepsTimes: keepsHandOver(call.minute, times.map(minuteOf)),
      };
    }),
  };
}

function noteView(note: StoredNote | null): MailStopView["note"] {
  if (!note) return null;
  const { kind, reason, expectedMinute } = note;
  return { kind, reason, expected: expectedMinute === null ? null : formatMinute(expectedMinute) };
}
