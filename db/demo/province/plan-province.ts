import type { ReceiveDossierInput } from "#contract/intake.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import type { Channel, ProcedureContent } from "#domain/catalogue/procedure.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { intakeDueDate } from "#domain/dossier/receive-dossier.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import type { ProcedureVersion, Reference } from "#server/units/reference.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { type Desks, desksOf } from "./desks.ts";
import { type Fate, fatesOf } from "./fates.ts";
import { HAND_OVERS } from "./hand-overs.ts";
import { inventForm } from "./intake-form.ts";
import { type Residents, createResidents } from "./invent-party.ts";
import { NEIGHBOURHOODS, type Neighbourhood } from "./places.ts";
import { type MixEntry, mixOf } from "./procedure-mix.ts";
import { type Random, type Weighted, createRandom } from "./random.ts";
import { STOPPED_CLERK } from "./staff.ts";
import { type TimedStep, lastDaysFor, planTimeline } from "./timeline.ts";
import { type WorkClock, createWorkClock } from "./work-clock.ts";
import { type StepWords, wordsOf } from "./step-words.ts";

/** Seven weeks of work. */
const WORKING_DAYS = 35;

/** What somebody of the demo does at a moment. */
export type PlannedAct = { readonly at: Instant; readonly by: string; readonly dossier: number } & (
  | { readonly step: "receive"; readonly form: ReceiveDossierInput }
  | StepWords
);

export interface ProvincePlan {
  readonly clock: WorkClock;
  readonly desks: Desks;
  /** In the order of time. */
  readonly acts: readonly PlannedAct[];
  readonly dossiers: number;
}

export interface PlanOptions {
  readonly seed: number;
  readonly dossiers: number;
  readonly now: Instant;
}

interface Land {
  readonly random: Random;
  readonly clock: WorkClock;
  readonly calendar: WorkCalendar;
  readonly reference: Reference;
  readonly residents: Residents;
  readonly desks: Desks;
}

/**
 * Everything that happens in the demo province up to `now`: the same seed, clock and reference data give the same
 * people, procedures, states and moments. Nothing is written.
 * @throws RangeError when the reference data leave no way to a state (a catalogue without any time limit)
 */
export function planProvince(reference: Reference, { seed, dossiers, now }: PlanOptions): ProvincePlan {
  const random = createRandom(seed);
  const calendar = calendarOfProvince(reference);
  const clock = createWorkClock(calendar, now, WORKING_DAYS);
  const desks = desksOf(clock);
  const residents = createResidents(random, clock.firstDay);
  const land = { random, clock, calendar, reference, residents, desks };
  const acts = fatesOf(dossiers).flatMap((fate, index) => planDossier(land, fate, index));
  const byTime = (a: PlannedAct, b: PlannedAct) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.dossier - b.dossier;
  return { clock, desks, acts: acts.toSorted(byTime), dossiers };
}

/** When the play ends: a minute of work before `now`, or with the last act if that is later. */
export function endOf({ clock, acts }: Pick<ProvincePlan, "clock" | "acts">): Instant {
  const minute = clock.at(clock.nowMinute - 1);
  const last = acts.at(-1)?.at ?? minute;
  return last < minute ? minute : last;
}

/** How the dossiers fall to the units: the pilot's commune first. */
const UNIT_SHARES: Readonly<Record<string, number>> = {
  "unit:commune:30163": 34,
  "unit:commune:29869": 16,
  "unit:commune:28261": 13,
  "unit:commune:30130": 11,
  "unit:commune:30157": 10,
  "unit:commune:29905": 8,
  "unit:province:82": 8,
};

/** A unit with its people and what its counters see. */
interface Area {
  readonly place: Neighbourhood;
  readonly unitId: string;
  readonly mix: Weighted<MixEntry>;
}

const AREAS: Weighted<Area> = NEIGHBOURHOODS.map((place) => [
  {
    place,
    unitId: referenceId(place.unit),
    mix: mixOf(place.unit).map((entry) => [entry, entry.weight] as const),
  },
  UNIT_SHARES[place.unit] ?? 0,
]);

/** Where somebody works who is stopped as the demo begins. */
const STOPPED_AREAS: Weighted<Area> = AREAS.filter(([{ place }]) => place.unit === STOPPED_CLERK.unit);

/** Where a clerk only assists. */
const ASSISTED_AREAS: Weighted<Area> = AREAS.filter(([{ place }]) =>
  HAND_OVERS.some(({ unit, autonomy }) => unit === place.unit && autonomy === "assist"),
);

const CHANNEL_SHARES: Readonly<Record<Channel, number>> = { direct: 84, online: 9, postal: 7 };

/** Tries to meet a fate exactly; some cannot be met, as "due today" on a Sunday, and then come near enough. */
const EXACT_TRIES = 1_500;
const ALL_TRIES = 6_000;

function planDossier(land: Land, fate: Fate, index: number): readonly PlannedAct[] {
  for (let tries = 0; tries < ALL_TRIES; tries += 1) {
    const wanted = tries < EXACT_TRIES ? fate : nearest(fate, tries);
    const opening = tryOpening(land, wanted);
    const timeline = opening && planTimeline(land.random, land.clock, wanted, opening);
    const acts = opening && timeline && actsOf(land, wanted, index, opening, timeline);
    if (acts && (!fate.stopped || leavesPapers(acts))) return acts;
  }
  throw new RangeError(`No dossier of the reference data can be ${fate.stop} and ${fate.due}`);
}

/** Whether the counter keeps a paper of what was taken in: one that was only shown goes home again. */
function leavesPapers(acts: readonly PlannedAct[]): boolean {
  return acts.some((act) => act.step === "receive" && act.form.papers.some(({ shown }) => !shown));
}

/** Another due date for an open dossier, each in turn. */
function nearest(fate: Fate, tries: number): Fate {
  const others = ["soon", "later", "overdue"] as const;
  const open = !["finished", "returnAwaitingConfirmation", "returned"].includes(fate.stop);
  return open ? { ...fate, due: others[tries % others.length] ?? "soon" } : { ...fate, due: "early" };
}

interface Opening {
  readonly place: Neighbourhood;
  readonly mix: MixEntry;
  readonly version: ProcedureVersion;
  readonly channel: Channel;
  readonly agencyId: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
}

function tryOpening({ random, clock, calendar, reference, desks }: Land, fate: Fate): Opening | undefined {
  const { place, unitId, mix: mixHere } = random.weighted(areasFor(fate));
  const unit = reference.units.get(unitId);
  const mix = random.weighted(mixHere);
  const receivedAt = clock.arrival(random, lastDaysFor(fate));
  const { day } = localTime(receivedAt);
  const version = validVersion(reference.versionsByCode.get(mix.code) ?? [], day);
  if (!unit || !version.ok) return undefined;
  const { content } = version.value;
  const channel = random.weighted(channelsOf(content));
  const facts = { content, calendar, settings: DEFAULT_DUE_DATE_SETTINGS, now: receivedAt };
  const due = intakeDueDate({ channel, case: mix.case }, facts);
  const { competences } = reference;
  const agency = decidingAgency({ ...content, unitAgencyId: unit.agencyId, competences, day });
  if (!due.ok || !agency.ok || desks.caseOfficers(agency.value).length === 0) return undefined;
  const { dueAt } = due.value.due;
  const ask = { unit: place.unit, task: "receive", procedure: content, at: receivedAt } as const;
  const clerks = desks.clerks({ ...ask, assisted: fate.assisted });
  if (fate.assisted && clerks.length === 0) return undefined;
  if (fate.stopped && !clerks.includes(STOPPED_CLERK.username)) return undefined;
  return { place, mix, version: version.value, channel, agencyId: agency.value, receivedAt, dueAt };
}

function areasFor({ assisted, stopped }: Fate): Weighted<Area> {
  if (stopped) return STOPPED_AREAS;
  return assisted ? ASSISTED_AREAS : AREAS;
}

function channelsOf({ channels }: ProcedureContent): Weighted<Channel> {
  return channels.map(({ channel }) => [channel, CHANNEL_SHARES[channel]] as const);
}

/** At a counter of the post three of four are served by its clerk, where the mandate allows it. */
const BY_CLERK = 0.75;

function actsOf(
  land: Land,
  fate: Fate,
  dossier: number,
  opening: Opening,
  timeline: readonly TimedStep[],
): readonly PlannedAct[] {
  const { random, desks } = land;
  const { place, mix, version, agencyId, receivedAt } = opening;
  const officer = random.pick(desks.officers(place.unit));
  const atCounter = (task: "receive" | "returnResult", at: Instant) => {
    const ask = { unit: place.unit, task, procedure: version.content, at, assisted: fate.assisted };
    const clerks = desks.clerks(ask);
    return clerks.length > 0 && (fate.assisted || random.chance(BY_CLERK)) ? random.pick(clerks) : officer;
  };
  const caseOfficer = random.pick(desks.caseOfficers(agencyId));
  const approver = random.pick(desks.approvers(agencyId));
  const form = inventForm({
    ...land,
    ...opening,
    versionId: version.id,
    content: version.content,
    day: localTime(receivedAt).day,
  });
  const received = {
    step: "receive",
    at: receivedAt,
    by: fate.stopped ? STOPPED_CLERK.username : atCounter("receive", receivedAt),
    dossier,
    form,
  } as const;
  const confirming = { confirm: officer, handBack: officer, withdraw: received.by };
  const deciding = { take: caseOfficer, recordOutcome: caseOfficer, sendBack: approver, approve: approver };
  const worker = { ...confirming, ...deciding, forward: officer };
  const acts = timeline.map(({ step, at }): PlannedAct => {
    const words = wordsOf({ random, residents: land.residents, place, step, fate, form, mix, dossier });
    const by = step === "returnResult" ? atCounter(step, at) : worker[step];
    return { ...words, at, by, dossier };
  });
  return [received, ...acts];
}

function calendarOfProvince(reference: Reference): WorkCalendar {
  const id = reference.units.get(referenceId("unit:province:82"))?.calendarId ?? "";
  const calendar = reference.calendars.get(id);
  if (!calendar) throw new RangeError("The provincial centre has no calendar");
  return calendar;
}
