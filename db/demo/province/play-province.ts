import { localTime, type Instant } from "#domain/shared/instant.ts";
import type { Reference } from "#server/units/reference.ts";
import { otherEvents } from "./lives/other-events.ts";
import { type DemoEvent, confirm, eventsOfLives } from "./lives/play-lives.ts";
import { POSTAL_LIVES } from "./lives/postal-lives.ts";
import { TURNED_LIVES } from "./lives/turned-lives.ts";
import type { PlannedAct, ProvincePlan } from "./plan-province.ts";
import type { SampleFiles } from "./sample-files.ts";
import type { Caller } from "./staff-sessions.ts";
import { type StepDoing, recordProcedures, stepDoings, stepsSince } from "./work-steps.ts";

export interface Stage {
  /** Sets the clock that the program reads. */
  readonly setClock: (now: Instant) => void;
  /** A person of the demo, signed in and, where they have one, at their counter. */
  readonly callerOf: (username: string) => Promise<Caller>;
  readonly suspend: (office: string, at: Instant) => Promise<void>;
  readonly files: SampleFiles;
  readonly reference: Reference;
  readonly onReceived: (count: number) => void;
}

interface Standing {
  readonly dossierId: string;
  readonly version: number;
}

const PATHS = {
  handBack: "hand-back",
  withdraw: "withdrawal",
  forward: "forwarding",
  take: "taking",
  recordOutcome: "outcome",
  sendBack: "sending-back",
  approve: "approval",
  returnResult: "return",
} as const;

/**
 * Does everything of a plan through the routes of the program, in the order of time, each act at its moment.
 * @throws Error with the refusal when an act is refused: the plan and the rules then disagree, which is a bug
 */
export async function playProvince(plan: ProvincePlan, stage: Stage): Promise<void> {
  const standing = new Map<number, Standing>();
  const acts = [...stepDoings(plan, stage.reference), ...plan.acts].map((act) => ({
    at: act.at,
    happen: () => playAct(act, standing, stage),
  }));
  const byTime = (one: DemoEvent, other: DemoEvent) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
  for (const { at, happen } of [...eventsOf(plan, stage), ...acts].toSorted(byTime)) {
    stage.setClock(at);
    await happen();
  }
}

async function playAct(
  act: PlannedAct | StepDoing,
  standing: Map<number, Standing>,
  stage: Stage,
): Promise<void> {
  const caller = await stage.callerOf(act.by);
  if (act.step === "receive") {
    standing.set(act.dossier, await receive(caller, act));
    stage.onReceived(standing.size);
    return;
  }
  const before = standing.get(act.dossier);
  if (!before) throw new Error(`Dossier ${act.dossier} is moved before it was received`);
  const { files } = stage;
  const after =
    act.step === "workStep"
      ? await workStep(caller, act, before, files)
      : await move(caller, act, before, files);
  standing.set(act.dossier, after);
}

/** What happens beside the acts of the plan; before those of the same moment. */
function eventsOf(plan: ProvincePlan, stage: Stage): readonly DemoEvent[] {
  const since = stepsSince(plan);
  const lifeStage = { ...stage, clock: plan.clock };
  return [
    ...eventsOfLives(TURNED_LIVES, lifeStage),
    ...eventsOfLives(POSTAL_LIVES, lifeStage),
    ...otherEvents(lifeStage),
    ...plan.desks.suspensions.map(({ office, at }) => ({ at, happen: () => stage.suspend(office, at) })),
    {
      at: since,
      happen: async () => recordProcedures(await stage.callerOf(PLANNER), stage.reference, since),
    },
  ];
}

const PLANNER = "quyen.admin";

async function workStep(
  caller: Caller,
  { key, doing, yields }: StepDoing,
  { dossierId, version }: Standing,
  { result }: SampleFiles,
): Promise<Standing> {
  const papers: { name: string; fileId: string }[] = [];
  for (const name of doing === "finish" ? yields : []) {
    const place = `/dossiers/${dossierId}/files?purpose=stepPaper&name=${encodeURIComponent(`${name}.pdf`)}`;
    papers.push({ name, fileId: String((await caller("POST", place, result.granted))["fileId"]) });
  }
  const body = { version, ...(doing === "finish" && { papers }) };
  const moved = await caller("POST", `/dossiers/${dossierId}/steps/${key}/${doing}`, body);
  return { dossierId, version: Number(moved["version"]) };
}

async function receive(
  caller: Caller,
  { form }: PlannedAct & { readonly step: "receive" },
): Promise<Standing> {
  const { dossierId, version } = await caller("POST", "/dossiers", form);
  return { dossierId: String(dossierId), version: Number(version) };
}

type Move = Exclude<PlannedAct, { readonly step: "receive" }>;

async function move(
  caller: Caller,
  act: Move,
  { dossierId, version }: Standing,
  files: SampleFiles,
): Promise<Standing> {
  if (act.step === "confirm") return { dossierId, version: await confirm(caller, { dossierId, version }) };
  const body = { ...act.body, version, ...(await filesOf(caller, act, dossierId, files)) };
  const moved = await caller("POST", `/dossiers/${dossierId}/${PATHS[act.step]}`, body);
  return { dossierId, version: Number(moved["version"]) };
}

/** The result or the signature that a step needs, kept first. */
async function filesOf(caller: Caller, act: Move, dossierId: string, { result, signatures }: SampleFiles) {
  const keep = async (purpose: string, name: string, content: Buffer) => {
    const place = `/dossiers/${dossierId}/files?purpose=${purpose}&name=${encodeURIComponent(name)}`;
    return String((await caller("POST", place, content))["fileId"]);
  };
  if (act.step === "recordOutcome")
    return { fileId: await keep("result", `Kết quả ${localTime(act.at).day}.pdf`, result[act.body.outcome]) };
  if (act.step !== "returnResult" && act.step !== "withdraw") return {};
  const signature = signatures[act.dossier % signatures.length];
  if (!signature) throw new Error("There is no signature to return a result against");
  return { signature: { kind: "drawn", fileId: await keep("signature", "Chữ ký.png", signature) } };
}
