import { type ButtonMove, MOVES, type Move, hasButton } from "#domain/dossier/dossier-machine.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { referenceId } from "#server/units/reference-table.ts";
import type { Random } from "../../db/demo/province/random.ts";
import { aForm } from "./forms.ts";
import { A_PDF, A_PNG } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";

/** One act that somebody tries on a dossier that they saw. */
interface Attempt {
  readonly app: TestApp;
  readonly by: Client;
  readonly dossierId: string;
  /** The version that they saw. */
  readonly version: number;
  /** The step or consultation that it is about. */
  readonly part: string;
  /** What they saw, as the server gave it. */
  readonly page: Reply["body"];
  readonly random: Random;
}

const REASON = "Theo đề nghị của người dân";
const A_PAPER = { name: "Bản sao trích lục", originals: 0, copies: 1 };

const OF_PARTS = [
  "takeStep",
  "assignStep",
  "finishStep",
  "sendStepBack",
  "answerConsultation",
  "withdrawConsultation",
] as const satisfies readonly Move[];

/** What somebody chooses: by a button of the dossier, or beside a step or a consultation. */
export type WalkedMove = ButtonMove | (typeof OF_PARTS)[number];
export const WALKED_MOVES: readonly WalkedMove[] = [...MOVES.filter(hasButton), ...OF_PARTS];

/** Tries a move over the wire, whether it is allowed or not. */
export function attempt(move: WalkedMove, how: Attempt): Promise<Reply> {
  return WALK_MOVES[move](how);
}

/**
 * How each move is tried over the wire, with words and days drawn by chance: also days that are refused. Complete by
 * type: a move that walks do not make does not compile.
 */
const WALK_MOVES: Readonly<Record<WalkedMove, (attempt: Attempt) => Promise<Reply>>> = {
  receive: accepting,
  askBeforeReceipt: posting("intake-supplement-requests", () => ({ papers: [A_PAPER], reason: REASON })),
  refuseIntake: posting("intake-refusal", () => ({ reason: REASON })),
  confirm: confirming,
  handBack: posting("hand-back", () => ({ words: "Thiếu chữ ký" })),
  correct: correcting,
  resubmit: posting("resubmission", () => ({ words: "Đã ký" })),
  withdraw: posting("withdrawal"),
  forward: posting("forwarding"),
  sendToDesk: posting("sending-to-desk", () => ({ reason: REASON })),
  take: posting("taking"),
  assign: giving,
  askSupplement: posting("supplement-requests", (attempt) => ({
    papers: [A_PAPER],
    reason: REASON,
    answerBy: someDay(attempt, -1, 30),
    ...(attempt.random.chance(0.7) && { legalBasis: "Khoản 2 Điều 9 Luật chuyên ngành" }),
  })),
  supplement: posting("supplements", ({ random }) => ({ papers: random.chance(0.9) ? [A_PAPER] : [] })),
  imposeDuty: posting("duties", (attempt) => ({
    amount: attempt.random.int(1, 500) * 1000,
    reason: REASON,
    answerBy: attempt.random.chance(0.5) ? someDay(attempt, -1, 30) : null,
  })),
  fulfilDuty: posting("duty-fulfilment", () => ({ proof: "Giấy nộp tiền 0012" })),
  askWithdrawal: posting("withdrawal-requests", () => ({ reason: REASON })),
  acceptWithdrawal: posting("withdrawal-decision", () => ({ accept: true, reason: REASON })),
  declineWithdrawal: posting("withdrawal-decision", () => ({ accept: false, reason: REASON })),
  extend: posting("extension", (attempt) => ({ day: someDay(attempt, 0, 30), reason: REASON })),
  apologise: posting("apologies", (attempt) => ({ expectedOn: someDay(attempt, -1, 20), reason: REASON })),
  stop: posting("stopping", () => ({ reason: REASON })),
  consult: consulting,
  answerConsultation: ofPart("consultations", "answer", () => ({ words: "Thống nhất" }), false),
  withdrawConsultation: ofPart("consultations", "withdrawal", () => ({ reason: REASON })),
  takeStep: ofPart("steps", "taking"),
  assignStep: assigning,
  finishStep: finishing,
  sendStepBack: ofPart("steps", "sending-back", () => ({ reason: REASON })),
  recordOutcome: outcome("granted"),
  recordRefusal: outcome("refused"),
  sendBack: posting("sending-back", () => ({ reason: REASON })),
  approve: posting("approval"),
  reopen: posting("reopening", ({ random }) => ({
    fault: random.pick(["agency", "desk", "post", "citizen"]),
    reason: REASON,
  })),
  handPapersBack: handingPapersBack,
  chooseCollection: posting("collection", ({ random }) => ({
    unitId: referenceId(`unit:commune:${random.chance(0.7) ? 30163 : 30130}`),
  })),
  takeOverResult: posting("result-takeover"),
  returnResult: returning,
  remark: posting("remark", () => ({ words: "Đã gọi điện" })),
};

function posting(path: string, more: (attempt: Attempt) => object = () => ({})) {
  return (attempt: Attempt): Promise<Reply> =>
    attempt.by.send("POST", `/dossiers/${attempt.dossierId}/${path}`, {
      version: attempt.version,
      ...more(attempt),
    });
}

/** An act about a step or a consultation; whoever was asked follows no version. */
function ofPart(parts: string, path: string, more: () => object = () => ({}), versioned = true) {
  return ({ by, dossierId, version, part }: Attempt): Promise<Reply> =>
    by.send("POST", `/dossiers/${dossierId}/${parts}/${part}/${path}`, {
      ...(versioned && { version }),
      ...more(),
    });
}

/** A day near today. @example someDay(attempt, -1, 30) → yesterday at the earliest */
function someDay({ app, random }: Attempt, from: number, to: number): PlainDate {
  return addDays(localTime(app.clock.now()).day, random.int(from, to));
}

async function accepting({ by, dossierId, version }: Attempt): Promise<Reply> {
  const { procedureVersionId: _version, channel: _channel, besidesOpen: _besides, ...form } = await aForm(by);
  return by.send("POST", `/dossiers/${dossierId}/acceptance`, { version, ...form });
}

/** The answer of the one row, as if it had been asked for alone. */
async function confirming({ by, dossierId, version }: Attempt): Promise<Reply> {
  const reply = await by.send("POST", "/confirmations", { dossiers: [{ dossierId, version }] });
  if (reply.status !== 200) return reply;
  const [row] = reply.body["results"] as { refusal: Record<string, unknown> | null }[];
  return row?.refusal ? { ...reply, status: 409, body: row.refusal } : { ...reply, body: { ...row } };
}

async function correcting({ by, dossierId, version, random }: Attempt): Promise<Reply> {
  const read = await by.get(`/dossiers/${dossierId}/correction`);
  if (read.status !== 200) return read;
  const form = read.body["form"] as { applicant: object };
  const phone = `09${random.int(10_000_000, 99_999_999)}`;
  return by.send("POST", `/dossiers/${dossierId}/correction`, {
    ...form,
    applicant: { ...form.applicant, phone },
    version,
    words: "Đã sửa số điện thoại",
  });
}

async function consulting(attempt: Attempt): Promise<Reply> {
  const { by, dossierId, version, random } = attempt;
  const agencyId = random.chance(0.9) ? referenceId("agency:department:health") : dossierId;
  const question = "Đề nghị cho ý kiến";
  const answerBy = someDay(attempt, -1, 10);
  return by.send("POST", `/dossiers/${dossierId}/consultations`, { version, agencyId, question, answerBy });
}

async function giving({ by, dossierId, version, random }: Attempt): Promise<Reply> {
  const read = await by.get("/case-officers");
  if (read.status !== 200) return read;
  const officers = read.body["officers"] as { accountId: string }[];
  const toAccountId = random.chance(0.9) ? random.pick(officers).accountId : dossierId;
  return by.send("POST", `/dossiers/${dossierId}/assignment`, { version, toAccountId });
}

async function assigning({ by, dossierId, version, part, random }: Attempt): Promise<Reply> {
  const read = await by.get(`/dossiers/${dossierId}/steps/${part}/people`);
  if (read.status !== 200) return read;
  const people = read.body["people"] as { accountId: string }[];
  const { accountId } = people.length > 0 ? random.pick(people) : { accountId: dossierId };
  return by.send("POST", `/dossiers/${dossierId}/steps/${part}/assignment`, { version, accountId });
}

/** With the papers that the step yields, each of them mostly there. */
async function finishing({ by, dossierId, version, part, page, random }: Attempt): Promise<Reply> {
  const { steps = [] } = (page["steps"] ?? {}) as { steps?: { key: string; yields: string[] }[] };
  const papers: { name: string; fileId: string }[] = [];
  for (const name of steps.find(({ key }) => key === part)?.yields ?? []) {
    const kept = await keep(by, dossierId, "stepPaper");
    if ("status" in kept) return kept;
    if (random.chance(0.8)) papers.push({ name, fileId: kept.fileId });
  }
  return by.send("POST", `/dossiers/${dossierId}/steps/${part}/finish`, { version, papers });
}

async function handingPapersBack({ by, dossierId, version, page }: Attempt): Promise<Reply> {
  const kept = await keep(by, dossierId, "signature");
  if ("status" in kept) return kept;
  const held = heldOriginals(page);
  return by.send("POST", `/dossiers/${dossierId}/paper-returns`, {
    version,
    itemIds: held.length > 0 ? held : [dossierId],
    signature: { kind: "drawn", fileId: kept.fileId },
  });
}

/** Originals of the citizen that the house still holds. */
function heldOriginals(page: Reply["body"]): readonly string[] {
  const items = (page["items"] ?? []) as {
    itemId: string;
    kind: string;
    originals: number;
    originalsBack: boolean;
  }[];
  return items
    .filter((item) => item.kind === "paper" && item.originals > 0 && !item.originalsBack)
    .map(({ itemId }) => itemId);
}

function outcome(granted: "granted" | "refused") {
  return async ({ by, dossierId, version }: Attempt): Promise<Reply> => {
    const kept = await keep(by, dossierId, "result");
    if ("status" in kept) return kept;
    const { fileId } = kept;
    return by.send("POST", `/dossiers/${dossierId}/outcome`, { version, outcome: granted, fileId });
  };
}

async function returning({ by, dossierId, version, page, random }: Attempt): Promise<Reply> {
  const kept = await keep(by, dossierId, "signature");
  if ("status" in kept) return kept;
  return by.send("POST", `/dossiers/${dossierId}/return`, {
    version,
    collector: "applicant",
    identityProof: "identityCard",
    identityChecked: true,
    signature: { kind: "drawn", fileId: kept.fileId },
    // What is not said of originals that are still here is refused.
    originals: random.chance(0.8) ? heldOriginals(page) : [],
  });
}

/** Keeps the file that an act needs; where even that is refused, the refusal. */
async function keep(by: Client, dossierId: string, purpose: "result" | "signature" | "stepPaper") {
  const url = `/dossiers/${dossierId}/files?purpose=${purpose}&name=tep`;
  const content = purpose === "signature" ? A_PNG : A_PDF;
  const reply = await by.send("POST", url, content, { type: "application/octet-stream" });
  return reply.status === 200 ? { fileId: String(reply.body["fileId"]) } : reply;
}
