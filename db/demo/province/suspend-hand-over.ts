import { asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "#server/db/kysely.ts";
import { writeDecision } from "#server/ledgers/mandate-decision.ts";
import { writeMove } from "#server/ledgers/mandate-life.ts";
import { v7 as uuidv7 } from "uuid";
import type { Employed } from "../employ-people.ts";

/** Suspends a mandate of the demo that has only been granted yet, by a decision of its own. */
export async function suspendHandOver(
  tx: Tx,
  { mandateId, by, at }: { readonly mandateId: string; readonly by: Employed; readonly at: Instant },
): Promise<void> {
  const decisionId = uuidv7();
  await writeDecision(tx, {
    id: decisionId,
    number: "305/QĐ-UBND",
    issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    title: "Tạm dừng việc giao cho bưu điện để sắp xếp lại nhân sự (dữ liệu minh họa)",
    issuedOn: localTime(at).day,
    source: "Dữ liệu minh họa, không phải một quyết định có thật",
  });
  const act = {
    actorId: asId<never>(by.accountId),
    basis: { kind: "office", id: by.postId } as const,
    now: at,
  };
  const moved = await writeMove(tx, act, {
    id: asId(mandateId),
    version: 1,
    move: "suspend",
    status: "suspended",
    decisionId,
    reason: "Sắp xếp lại nhân sự tại quầy",
  });
  invariant(moved !== undefined, `the demo's mandate ${mandateId} is as it was granted`);
}
