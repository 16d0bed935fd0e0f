import { reportShipment } from "#contract/postal.ts";
import type { CallProblem, call as callApi } from "#web/staff/api.ts";
import type { CourierStore, KeptAct, Report } from "./courier-store.ts";
import { sendFile } from "./send-file.ts";

type Call = typeof callApi;

/** Why sending stopped: everything is away, no answer came, nobody is signed in, or the server has trouble. */
export type SendEnd = "sent" | "offline" | "signedOut" | "trouble";

/** Answers that say nothing of the act itself: it is sent again later. */
const PASSING: ReadonlySet<string> = new Set([
  "too_many_requests",
  "internal_error",
  "storage_full",
  "not_ready",
  "mandates_changed",
]);

/**
 * Sends what one person recorded, in the order in which it was recorded. Each goes away when the server has it; a report has
 * the phone's number, so one that arrived without its answer counts once. What the server refuses is marked and stays, and
 * what comes after it goes on; so does what comes after one that the server stumbles over, unless it stumbles twice.
 *
 * @param changed told after each act, so that the screen follows
 */
export async function sendQueue(
  store: CourierStore,
  accountId: string,
  call: Call,
  changed: () => Promise<void>,
): Promise<SendEnd> {
  const mine = (await store.acts()).filter((act) => act.accountId === accountId && !act.refused);
  let stumbled = false;
  for (const act of mine) {
    const problem = await sendAct(act, call);
    if (problem === null) await store.removeAct(act.seq);
    else {
      const end = endOf(problem);
      if (end !== null && (stumbled || !isStumble(problem))) return end;
      stumbled ||= isStumble(problem);
      if (end !== null) continue;
      if (problem.kind === "refused")
        await store.putAct({ ...act, refused: { code: problem.code, details: problem.details } });
    }
    await changed();
  }
  return stumbled ? "trouble" : "sent";
}

/** A fault of the server's with one act; what lies behind it may be whole. */
function isStumble(problem: CallProblem): boolean {
  return problem.kind === "refused" && problem.code === "internal_error";
}

/** What stops all sending; null where only this one act was refused. */
function endOf(problem: CallProblem): SendEnd | null {
  if (problem.kind === "offline") return "offline";
  if (problem.kind === "unexpected") return "trouble";
  if (problem.code === "not_signed_in") return "signedOut";
  return PASSING.has(problem.code) ? "trouble" : null;
}

async function sendAct(act: KeptAct, call: Call): Promise<CallProblem | null> {
  const fileIds: { signatureFileId?: string; photoFileId?: string } = {};
  for (const file of act.files) {
    const kept = await sendFile(file, call);
    if (!kept.ok) return kept.problem;
    fileIds[file.purpose === "signature" ? "signatureFileId" : "photoFileId"] = kept.value;
  }
  const body: Report = { ...act.report, ...fileIds };
  const answer = await call(reportShipment, {
    params: { shipmentId: act.shipmentId },
    body,
    idempotencyKey: act.report.reportId,
  });
  return answer.ok ? null : answer.problem;
}
