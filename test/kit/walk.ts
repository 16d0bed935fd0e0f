import { type Move, UNDER_ASSIST, afterMove } from "#domain/dossier/dossier-machine.ts";
import { type BusinessStatus, hasEnded } from "#domain/dossier/dossier-state.ts";
import { addMilliseconds, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { type Random, createRandom } from "../../db/demo/province/random.ts";
import { actUnder } from "./assist.ts";
import { employ } from "./employ.ts";
import { aForm } from "./forms.ts";
import { ASK, REFUSE, aLodging } from "./lodging.ts";
import { passed } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";
import { TEST_NOW } from "./test-clock.ts";
import { goToMoment } from "./turns.ts";
import { WALKED_MOVES, type WalkedMove, attempt } from "./walk-moves.ts";

/** Everybody who takes part: each at their own desk. */
export type Cast = Readonly<Record<string, Client>>;

export async function openCast(app: TestApp): Promise<Cast> {
  await employ(app, "yen.health", [{ role: "caseOfficer", at: "agency:department:health" }]);
  await employ(app, "nga.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
  const cast = {
    clerk: await app.signIn("lan.clerk", "Bình Tấn Quầy 1"),
    otherClerk: await app.signIn("phuc.clerk", "Quầy 1"),
    officer: await app.signIn("duc.officer", "xã Bình Thành Quầy 1"),
    head: await app.signIn("hanh.head"),
    caseOfficer: await app.signIn("ha.case"),
    approver: await app.signIn("thai.approver"),
    consulted: await app.signIn("yen.health"),
    // Where a result may be fetched as well.
    elsewhere: await app.signIn("nga.officer", "xã Thanh Bình Quầy 1"),
  };
  await planSteps(cast.approver);
  return cast;
}

/** Of the dossiers that are received from the middle of the walks' time on, the inner work is done in steps. */
async function planSteps(approver: Client): Promise<void> {
  const step = (key: string, after: readonly string[], yields: readonly string[] = []) => ({
    key,
    name: `Bước ${key}`,
    role: "caseOfficer",
    agencyId: null,
    limit: null,
    after,
    yields,
  });
  const { procedureVersionId } = await aForm(approver);
  passed(
    await approver.send("POST", "/internal-procedures", {
      procedureVersionId,
      agencyId: referenceId("agency:commune:30163"),
      validFrom: addDays(localTime(TEST_NOW).day, DAYS / 2),
      steps: [
        step("a", [], ["Phiếu thẩm định"]),
        step("b", []),
        { ...step("c", ["a", "b"]), role: "approver" },
      ],
      decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-10", signer: "Trần Văn Phú" },
      seenId: null,
    }),
  );
}

interface Offered {
  readonly move: WalkedMove;
  /** The step or consultation that it stands beside; empty when it is about the whole. */
  readonly part: string;
  readonly permit: { readonly allowed: boolean; readonly refusal: { readonly code: string } | null };
}

interface State {
  readonly version: number;
  readonly business: BusinessStatus;
  readonly resumesTo: readonly BusinessStatus[];
}

/** What a walk came to: where it was, the moves that were done, and how many were refused. */
export interface Walked {
  readonly statuses: ReadonlySet<BusinessStatus>;
  readonly done: readonly WalkedMove[];
  readonly refused: number;
}

const STEPS = 15;
/** The days over which the walks begin. */
const DAYS = 200;
const DAY = 24 * 60 * 60_000;

/**
 * One dossier, taken in by chance and then worked on by people drawn by chance, who mostly do what their page offers
 * and sometimes what it does not. Every answer is held against the page and the machine's table.
 *
 * @throws with the seed and the way that was gone when an answer is not what page and table say
 */
export async function walk(app: TestApp, cast: Cast, seed: number): Promise<Walked> {
  const random = createRandom(seed);
  const trail: string[] = [];
  try {
    await actUnder(app, random.pick(["assist", "supervised"]));
    // Each has its own time, some weeks before the end of the calendar that is published.
    await goToMoment(app, addMilliseconds(TEST_NOW, random.int(0, DAYS) * DAY));
    const dossierId = await open(cast, random, trail);
    const walking = { app, cast, random, dossierId, trail };
    const statuses = new Set<BusinessStatus>();
    const done: WalkedMove[] = [];
    let refused = 0;
    for (let step = 0; step < STEPS; step += 1) {
      if (random.chance(0.3)) await later(app, random);
      const move = await act(walking);
      if (move === null) refused += 1;
      else done.push(move);
      const { business } = await stateOf(app, dossierId);
      statuses.add(business);
      // Of what has ended it is enough to try it now and then.
      if (hasEnded(business) && random.chance(0.4)) break;
    }
    await canGoOn(walking);
    return { statuses, done, refused };
  } catch (error) {
    throw new Error(`walk ${seed}: ${trail.join(" → ")}`, { cause: error });
  }
}

interface Walking {
  readonly app: TestApp;
  readonly cast: Cast;
  readonly random: Random;
  readonly dossierId: string;
  readonly trail: string[];
}

async function open(cast: Cast, random: Random, trail: string[]): Promise<string> {
  const who = random.pick(["clerk", "officer"]);
  const by = clientOf(cast, who);
  // Refusing is for civil servants: a clerk lodges to ask only.
  const answer = who === "officer" && random.chance(0.2) ? REFUSE : ASK;
  const lodged = random.chance(0.3);
  const reply = lodged
    ? await by.send("POST", "/lodgings", await aLodging(by, { answer }))
    : await by.send("POST", "/dossiers", await aForm(by));
  trail.push(`${who} ${lodged ? `lodges to ${answer.kind}` : "takes in"}`);
  return String(passed(reply).body["dossierId"]);
}

/** What a route may answer before it asks for the right: without the post, without a seat, or of another's dossier. */
const OF_THE_DOOR: readonly string[] = ["permission_missing", "counter_not_chosen", "not_found"];

/** @returns the move when it was done, null when it was refused */
async function act(walking: Walking): Promise<WalkedMove | null> {
  const { app, random, dossierId, trail } = walking;
  const { who, by, before } = await somebody(walking);
  const { move, part } = drawn(random, before.acts);
  trail.push(`${who} ${move}`);
  const { version, page } = before;
  const reply = await attempt(move, { app, by, dossierId, version, part, page, random });
  const after = await stateOf(app, dossierId);
  const code = String(reply.body["code"]);
  if (reply.status === 200) {
    const made = comesTo(move);
    if (!leadsTo(before, made, after)) throw new Error(`${before.business} became ${after.business}`);
    if (!before.acts.some((one) => made.includes(one.move) && one.permit.allowed))
      throw new Error("the page did not offer what the server did");
    return move;
  }
  if (reply.status >= 500 || reply.status === 400)
    throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  if (after.version !== before.version) throw new Error(`refused with ${code}, and all the same it moved`);
  const barred = before.acts.find((one) => one.move === move && one.part === part)?.permit.refusal;
  if (barred && ![barred.code, ...OF_THE_DOOR].includes(code))
    throw new Error(`the page said ${barred.code}, the server ${code}`);
  return null;
}

/** Somebody looks at the page; mostly somebody who can bring it on. */
async function somebody({ app, cast, random, dossierId }: Walking) {
  const state = await stateOf(app, dossierId);
  const waiting = Object.keys(cast);
  for (;;) {
    const [who = ""] = waiting.splice(random.int(0, waiting.length - 1), 1);
    const by = clientOf(cast, who);
    const page = await pageFor(by, dossierId);
    const before = { ...state, page, acts: offeredOn(page) };
    const idle = !before.acts.some(({ move, permit }) => permit.allowed && OFTEN.has(move));
    if (!idle || waiting.length === 0 || random.chance(0.1)) return { who, by, before };
  }
}

/** What brings a dossier on is done more often than what ends it, or no walk would come far. */
const OFTEN: ReadonlySet<WalkedMove> = new Set<WalkedMove>([
  "receive",
  "confirm",
  "resubmit",
  "correct",
  "forward",
  "take",
  "supplement",
  "fulfilDuty",
  "declineWithdrawal",
  "answerConsultation",
  "withdrawConsultation",
  "takeStep",
  "finishStep",
  "sendStepBack",
  "recordOutcome",
  "approve",
  "takeOverResult",
  "returnResult",
  "remark",
]);

const NOWHERE = "0192c1a0-0000-7000-8000-000000000001";

/** Mostly what the page offers, sometimes what it bars, seldom what the status does not know. */
function drawn(random: Random, acts: readonly Offered[]): Pick<Offered, "move" | "part"> {
  const allowed = acts.filter(({ permit }) => permit.allowed);
  if (allowed.length > 0 && random.chance(0.85))
    return random.weighted(allowed.map((one) => [one, OFTEN.has(one.move) ? 9 : 1]));
  if (acts.length > 0 && random.chance(0.6)) return random.pick(acts);
  return { move: random.pick(WALKED_MOVES), part: NOWHERE };
}

/** What a request for a move can come to: less under `assist`, and a refusal is an outcome where nothing is waited for. */
function comesTo(move: WalkedMove): readonly Move[] {
  const waiting: Partial<Record<Move, Move>> = UNDER_ASSIST;
  const made = waiting[move];
  return [move, ...(made ? [made] : []), ...(move === "recordRefusal" ? (["recordOutcome"] as const) : [])];
}

function leadsTo(before: State, made: readonly Move[], after: State): boolean {
  return made.some((move) => {
    const to = afterMove(before, move);
    return to.ok && to.value.business === after.business && after.version > before.version;
  });
}

/** Where the dossier stands, read behind the application's back. */
async function stateOf(app: TestApp, dossierId: string): Promise<State> {
  const { rows } = await app.owner.query<State>(
    `select version, business_status as business, resumes_to as "resumesTo"
     from space_dong_thap.dossier where id = $1`,
    [dossierId],
  );
  const [state] = rows;
  if (!state) throw new Error("the dossier is gone");
  return state;
}

/** What a person sees of the dossier; nothing when it is not theirs to see. */
async function pageFor(by: Client, dossierId: string): Promise<Reply["body"]> {
  const reply = await by.get(`/dossiers/${dossierId}`);
  return reply.status === 404 ? {} : passed(reply).body;
}

interface Part {
  readonly key?: string;
  readonly consultationId?: string;
  readonly acts: readonly { readonly act: string; readonly permit: Offered["permit"] }[];
}

/** What the acts beside a consultation are called in the table of moves; those beside a step are called as there. */
const MOVE_OF_ACT: Readonly<Record<string, string>> = {
  answer: "answerConsultation",
  withdraw: "withdrawConsultation",
};

/** Every button of the page: of the whole, and beside each step and consultation. */
function offeredOn(page: Reply["body"]): readonly Offered[] {
  const whole = (page["acts"] ?? []) as Omit<Offered, "part">[];
  const { steps = [] } = (page["steps"] ?? {}) as { steps?: Part[] };
  const parts = [...steps, ...((page["consultations"] ?? []) as Part[])];
  return [
    ...whole.map((one) => ({ ...one, part: "" })),
    ...parts.flatMap(({ key, consultationId, acts }) =>
      acts.map(({ act, permit }) => ({
        move: (MOVE_OF_ACT[act] ?? act) as WalkedMove,
        permit,
        part: key ?? consultationId ?? "",
      })),
    ),
  ];
}

/** What has not ended is in somebody's power. */
async function canGoOn({ app, cast, dossierId }: Walking): Promise<void> {
  const { business } = await stateOf(app, dossierId);
  const offered = await Promise.all(
    Object.values(cast).map(async (by) => offeredOn(await pageFor(by, dossierId))),
  );
  const movable = offered.flat().some(({ permit }) => permit.allowed);
  if (!movable && !hasEnded(business)) throw new Error(`nobody can move what is ${business}`);
}

/** Hours or days go by, never back. */
async function later(app: TestApp, random: Random): Promise<void> {
  const milliseconds = random.pick([DAY / 72, DAY / 16, DAY, 3 * DAY]);
  await goToMoment(app, addMilliseconds(app.clock.now(), milliseconds));
}

function clientOf(cast: Cast, who: string): Client {
  const client = cast[who];
  if (!client) throw new Error(`${who} is not in the cast`);
  return client;
}
