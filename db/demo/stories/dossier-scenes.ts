import { validVersion } from "#domain/catalogue/valid-version.ts";
import type { RequiredPaper } from "#domain/catalogue/procedure.ts";
import { localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Act } from "./mandate-scenes.ts";
import { dayOf } from "./moments.ts";
import { type Scene, type Stage, noted } from "./story.ts";

/** A citizen as a story needs one: where they live, and what their number begins with. */
export interface Neighbour {
  readonly address: string;
  /** Code of the province of birth in an identity number. @example "087" */
  readonly birthProvince: string;
  readonly ages?: readonly [number, number];
}

/** A dossier from the counter to the citizen's hands, as far as a story takes it. */
export interface DossierLife {
  /** Under which scenes find it. */
  readonly name: string;
  readonly procedure: string;
  readonly who: Neighbour;
  readonly received: Act;
  /** Under `assist`: the officer who confirmed. */
  readonly confirmed?: Act;
  readonly forwarded?: Act;
  readonly taken?: Act;
  readonly outcome?: Act;
  readonly approved?: Act;
  readonly returned?: Act;
  readonly returnConfirmed?: Act;
  readonly resultNumber?: string;
  /** Why it was refused; left out when it was granted. */
  readonly refusedBecause?: string;
}

/** The scenes of a dossier, in the order in which the errand goes. */
export function dossierLife(life: DossierLife): readonly Scene[] {
  const { name, received, confirmed, forwarded, taken, outcome, approved, returned, returnConfirmed } = life;
  const scene = (act: Act | undefined, play: (stage: Stage) => Promise<void>): readonly Scene[] =>
    act ? [{ at: act[0], by: act[1], play }] : [];
  const move = (path: string, body: Body) => (stage: Stage) => moveDossier(stage, name, path, body);
  return [
    ...scene(received, (stage) => receive(stage, life)),
    ...scene(confirmed, (stage) => confirm(stage, name)),
    ...scene(forwarded, move("forwarding", {})),
    ...scene(taken, move("taking", {})),
    ...scene(outcome, (stage) => recordOutcome(stage, life)),
    ...scene(approved, move("approval", {})),
    ...scene(returned, (stage) => returnResult(stage, name)),
    ...scene(returnConfirmed, (stage) => confirm(stage, name)),
  ];
}

type Body = Readonly<Record<string, unknown>>;

async function moveDossier(stage: Stage, name: string, path: string, body: Body): Promise<void> {
  const id = noted(stage, `dossier:${name}`);
  const version = Number(noted(stage, `dossierVersion:${name}`));
  const moved = await stage.call("POST", `/dossiers/${id}/${path}`, { ...body, version });
  stage.notes.set(`dossierVersion:${name}`, String(moved["version"]));
}

async function receive(stage: Stage, life: DossierLife): Promise<void> {
  const { reference, residents, call, notes } = stage;
  const day = dayOf(life.received[0]);
  const version = validVersion(reference.versionsByCode.get(life.procedure) ?? [], day);
  invariant(version.ok, `the procedure ${life.procedure} is in force on ${day}`);
  const { id, content } = version.value;
  const { address, birthProvince, ages = [24, 62] } = life.who;
  const person = residents.person(NOWHERE, { ages });
  const received = await call("POST", "/dossiers", {
    procedureVersionId: id,
    channel: "direct",
    applicant: { ...person, address, identityNumber: `${birthProvince}${person.identityNumber.slice(3)}` },
    papers: content.papers.filter(isAsked).map(handedIn),
    furtherPapers: [],
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
  });
  notes.set(`dossier:${life.name}`, String(received["dossierId"]));
  notes.set(`dossierVersion:${life.name}`, String(received["version"]));
}

/** The address of whoever comes is given by the story. */
const NOWHERE = { unit: "", commune: "", hamlets: [""], oldPlaces: [""] };

function isAsked({ optional, condition, channels }: RequiredPaper): boolean {
  return optional !== true && condition === undefined && (channels?.includes("direct") ?? true);
}

function handedIn({ id, kind, originals, copies }: RequiredPaper) {
  if (kind === "show") return { paperId: id, originals: 0, copies: 0, shown: true };
  return { paperId: id, originals: originals + copies === 0 ? 1 : originals, copies, shown: false };
}

async function confirm(stage: Stage, name: string): Promise<void> {
  const dossierId = noted(stage, `dossier:${name}`);
  const version = Number(noted(stage, `dossierVersion:${name}`));
  const { results } = (await stage.call("POST", "/confirmations", {
    dossiers: [{ dossierId, version }],
  })) as { results: readonly { version: number | null; refusal: unknown }[] };
  const [confirmed] = results;
  if (typeof confirmed?.version !== "number")
    throw new Error(`${name} is not confirmed: ${JSON.stringify(confirmed?.refusal)}`);
  stage.notes.set(`dossierVersion:${name}`, String(confirmed.version));
}

async function recordOutcome(
  stage: Stage,
  { name, resultNumber, refusedBecause }: DossierLife,
): Promise<void> {
  const outcome = refusedBecause === undefined ? "granted" : "refused";
  const { day } = localTime(stage.now);
  const fileId = await keepFile(stage, name, "result", `Kết quả ${day}.pdf`, stage.files.result[outcome]);
  await moveDossier(stage, name, "outcome", {
    outcome,
    fileId,
    ...(resultNumber !== undefined && { number: resultNumber }),
    ...(refusedBecause !== undefined && { note: refusedBecause }),
  });
}

async function returnResult(stage: Stage, name: string): Promise<void> {
  const [signature] = stage.files.signatures;
  invariant(signature, "there are signatures to return results against");
  const fileId = await keepFile(stage, name, "signature", "Chữ ký.png", signature);
  await moveDossier(stage, name, "return", {
    collector: "applicant",
    identityProof: "identityCard",
    identityChecked: true,
    signature: { kind: "drawn", fileId },
    originals: [],
  });
}

async function keepFile(stage: Stage, name: string, purpose: string, file: string, content: Buffer) {
  const path = `/dossiers/${noted(stage, `dossier:${name}`)}/files?purpose=${purpose}`;
  const kept = await stage.call("POST", `${path}&name=${encodeURIComponent(file)}`, content);
  return String(kept["fileId"]);
}
