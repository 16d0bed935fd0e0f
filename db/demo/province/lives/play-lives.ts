import type { RequiredPaper } from "#domain/catalogue/procedure.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Reference } from "#server/units/reference.ts";
import type { SampleFiles } from "../sample-files.ts";
import type { Caller } from "../staff-sessions.ts";
import type { WorkClock } from "../work-clock.ts";
import type { Body, Hand, Life } from "./life.ts";

/** Something of the demo that happens at a moment, beside the dossiers of the plan. */
export interface DemoEvent {
  readonly at: Instant;
  readonly happen: () => Promise<void>;
}

export interface LifeStage {
  readonly clock: WorkClock;
  readonly callerOf: (username: string) => Promise<Caller>;
  readonly files: SampleFiles;
  readonly reference: Reference;
}

const DAY_MINUTES = 480;
/** Lives are not lived by the same clock: each begins at a minute of its own, less than two hours earlier. */
const APART = { step: 23, within: 97 } as const;

/** The moment so many working days before the demo's now; after it where the number is below nought. */
export function momentBefore({ at, nowMinute }: WorkClock, workingDays: number): Instant {
  return at(nowMinute - workingDays * DAY_MINUTES);
}

/** What happens in the given lives: each dossier is received or lodged, and then each act is done at its moment. */
export function eventsOfLives(lives: readonly Life[], stage: LifeStage): readonly DemoEvent[] {
  return lives.flatMap((planned, index) => {
    const life = earlier(planned, (APART.step * index) % APART.within);
    const standing = { dossierId: "", version: 0 };
    const notes = new Map<string, string>();
    const opening = {
      at: momentBefore(stage.clock, life.before),
      happen: async () => {
        const opened = await open(await stage.callerOf(life.by), life, stage);
        standing.dossierId = String(opened["dossierId"]);
        standing.version = Number(opened["version"]);
      },
    };
    const acts = life.acts.map(({ before, by, play }) => {
      const at = momentBefore(stage.clock, before);
      return {
        at,
        happen: async () => play(handOf(await stage.callerOf(by), { standing, notes, at }, stage)),
      };
    });
    return [opening, ...acts];
  });
}

function earlier(life: Life, minutes: number): Life {
  const more = minutes / DAY_MINUTES;
  const acts = life.acts.map((act) => ({ ...act, before: act.before + more }));
  return { ...life, before: life.before + more, acts };
}

interface Standing {
  readonly standing: { dossierId: string; version: number };
  readonly notes: Map<string, string>;
  readonly at: Instant;
}

function handOf(
  call: Caller,
  { standing, notes, at }: Standing,
  { clock, files, callerOf }: LifeStage,
): Hand {
  const { dossierId } = standing;
  const add = async (path: string, body: Body) => {
    const moved = await call("POST", `/dossiers/${dossierId}/${path}`, body);
    standing.version = Number(moved["version"]);
    return moved;
  };
  return {
    call,
    callerOf,
    at,
    dossierId,
    notes,
    files,
    add,
    move: (path, body) => add(path, { ...body, version: standing.version }),
    confirm: async () => {
      standing.version = await confirm(call, standing);
    },
    dayIn: (workingDays) => localTime(momentBefore(clock, -workingDays)).day,
  };
}

/** @returns the version after it. @throws Error when it is not confirmed */
export async function confirm(
  call: Caller,
  dossier: { readonly dossierId: string; readonly version: number },
): Promise<number> {
  const { results } = await call("POST", "/confirmations", { dossiers: [dossier] });
  const [confirmed] = results as readonly { readonly version: number | null; readonly refusal: unknown }[];
  if (typeof confirmed?.version !== "number")
    throw new Error(`A dossier is not confirmed: ${JSON.stringify(confirmed?.refusal)}`);
  return confirmed.version;
}

function open(call: Caller, life: Life, { clock, reference }: LifeStage): Promise<Body> {
  const form = {
    ...openingOf(life.procedure, localTime(momentBefore(clock, life.before)).day, reference),
    applicant: { kind: "person", ...life.who },
    ...life.form,
  };
  if (!life.answer) return call("POST", "/dossiers", form);
  const { papers: _papers, furtherPapers: _further, ...lodged } = form;
  return call("POST", "/lodgings", { ...lodged, answer: life.answer });
}

/** What every form of a procedure has on a day: its version, and all the papers that it always asks for. */
export function openingOf(procedure: string, day: Parameters<typeof validVersion>[1], reference: Reference) {
  const version = validVersion(reference.versionsByCode.get(procedure) ?? [], day);
  invariant(version.ok, `the procedure ${procedure} is in force on ${day}`);
  const { id, content } = version.value;
  return {
    procedureVersionId: id,
    channel: "direct",
    papers: content.papers.filter(isAlwaysAsked).map(handedIn),
    furtherPapers: [],
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
  };
}

function isAlwaysAsked({ optional, condition, channels }: RequiredPaper): boolean {
  return optional !== true && condition === undefined && (channels?.includes("direct") ?? true);
}

function handedIn({ id, kind, originals, copies }: RequiredPaper) {
  if (kind === "show") return { paperId: id, originals: 0, copies: 0, shown: true };
  return { paperId: id, originals: originals + copies === 0 ? 1 : originals, copies, shown: false };
}
