import { localTime, type Instant } from "#domain/shared/instant.ts";
import type { PlannedAct, ProvincePlan } from "./plan-province.ts";
import type { SampleFiles } from "./sample-files.ts";
import type { Caller } from "./staff-sessions.ts";

export interface Stage {
  /** Sets the clock that the program reads. */
  readonly setClock: (now: Instant) => void;
  /** A person of the demo, signed in and, where they have one, at their counter. */
  readonly callerOf: (username: string) => Promise<Caller>;
  readonly suspend: (office: string, at: Instant) => Promise<void>;
  readonly files: SampleFiles;
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
export async function playProvince({ acts, desks }: ProvincePlan, stage: Stage): Promise<void> {
  const standing = new Map<number, Standing>();
  const suspensions = [...desks.suspensions];
  for (const act of acts) {
    for (const due of suspensions.filter(({ at }) => at <= act.at)) {
      stage.setClock(due.at);
      await stage.suspend(due.office, due.at);
      suspensions.splice(suspensions.indexOf(due), 1);
    }
    stage.setClock(act.at);
    const caller = await stage.callerOf(act.by);
    if (act.step === "receive") {
      standing.set(act.dossier, await receive(caller, act));
      stage.onReceived(standing.size);
      continue;
    }
    const before = standing.get(act.dossier);
    if (!before) throw new Error(`Dossier ${act.dossier} is moved before it was received`);
    standing.set(act.dossier, await move(caller, act, before, stage.files));
  }
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
  if (act.step === "confirm") return confirm(caller, { dossierId, version });
  const body = { ...act.body, version, ...(await filesOf(caller, act, dossierId, files)) };
  const moved = await caller("POST", `/dossiers/${dossierId}/${PATHS[act.step]}`, body);
  return { dossierId, version: Number(moved["version"]) };
}

async function confirm(caller: Caller, dossier: Standing): Promise<Standing> {
  const { results } = await caller("POST", "/confirmations", { dossiers: [dossier] });
  const [confirmed] = results as readonly { readonly version: number | null; readonly refusal: unknown }[];
  if (typeof confirmed?.version !== "number")
    throw new Error(`A dossier is not confirmed: ${JSON.stringify(confirmed?.refusal)}`);
  return { ...dossier, version: confirmed.version };
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
