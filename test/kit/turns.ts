import { type Instant, instant } from "#domain/shared/instant.ts";
import { aForm, receive } from "./forms.ts";
import { type Desks, passed } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";

/** Turns of a dossier over the wire, each with what it needs least. */
export const A_PAPER = { name: "Bản sao trích lục kết hôn", originals: 0, copies: 1 };
const REASON = "Thiếu bản sao trích lục kết hôn";

type Turn =
  | "supplement-requests"
  | "supplements"
  | "duties"
  | "duty-fulfilment"
  | "withdrawal-requests"
  | "withdrawal-decision"
  | "stopping"
  | "extension"
  | "apologies"
  | "reopening"
  | "sending-to-desk";

/** What is sent with a turn unless a case says otherwise. */
const TURN_BODIES = {
  "supplement-requests": { papers: [A_PAPER], reason: REASON, answerBy: "2026-12-21" },
  supplements: { papers: [A_PAPER] },
  duties: { amount: 150_000, reason: "Nộp lệ phí trước bạ", answerBy: "2026-12-21" },
  "duty-fulfilment": { proof: "Giấy nộp tiền 0012" },
  "withdrawal-requests": { reason: "Người dân không còn nhu cầu" },
  "withdrawal-decision": { accept: true, reason: "Chưa có kết quả giải quyết" },
  stopping: { reason: "Người đề nghị đã mất" },
  extension: { day: "2026-12-18", reason: "Chờ kết quả xác minh" },
  apologies: { expectedOn: "2026-12-18", reason: "Chờ kết quả xác minh" },
  reopening: { fault: "agency", reason: "In sai họ tên" },
  "sending-to-desk": { reason: "Không thuộc thẩm quyền" },
} as const satisfies Record<Turn, object>;

/** Takes a turn of a dossier that was seen at a version. */
export function turn(
  by: Client,
  dossierId: string,
  what: Turn,
  version: number,
  changes: Record<string, unknown> = {},
): Promise<Reply> {
  return by.send("POST", `/dossiers/${dossierId}/${what}`, { version, ...TURN_BODIES[what], ...changes });
}

/** A procedure of the commune with a limit of five working days. */
const FIVE_DAYS = "1.004884";

/** Somebody received a dossier on Monday 7 December 2026 at 8:30, due on Monday 14 December at 17:00. */
export async function receivedInDecember(app: TestApp, desks: Desks, by = desks.officer): Promise<string> {
  await goTo(app, "12-07 08:30");
  return String((await receive(by, await aForm(by, FIVE_DAYS))).body["dossierId"]);
}

/** Moves the clock to a moment of 2026 in Việt Nam; whoever was signed in still is. @example goTo(app, "12-10 09:00") */
export async function goTo(app: TestApp, text: string): Promise<void> {
  await goToMoment(app, moment(text));
}

/** {@link goTo} for a moment of any year. */
export async function goToMoment(app: TestApp, now: Instant): Promise<void> {
  app.clock.set(now);
  await app.owner.query(
    "update nation.session set created_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 hour'",
    [app.clock.now()],
  );
}

export function moment(text: string): Instant {
  return instant(`2026-${text.replace(" ", "T")}:00+07:00`);
}

/** An agency is closed on a day by its own decision, and the dates of open dossiers are moved. */
export async function closeAgency(app: TestApp, agencyId: string, day: string): Promise<void> {
  const admin = await app.signIn("quyen.admin");
  const content = {
    kind: "days",
    from: day,
    to: day,
    name: "Nghỉ theo quyết định của xã",
    openForIntake: false,
    countsForDeadline: false,
    sessions: null,
  };
  const decision = { number: "12/QĐ-UBND", issuedOn: "2026-12-07", signer: "Nguyễn Văn Bình" };
  const entry = { placeKind: "agency", placeId: agencyId, content, decision };
  passed(await admin.send("POST", "/calendar-entries", entry));
  passed(await admin.send("POST", "/due-date-moves", { after: null }));
}
