import { type Instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Employed } from "../employ-people.ts";
import { STOPPED_CLERK } from "./staff.ts";
import type { Caller } from "./staff-sessions.ts";

/**
 * The programme officer stops a clerk: papers are in hand, and the colleague has still to take them over.
 * @throws Error when nothing was in hand, which is a bug of the plan
 */
export async function suspendClerk(
  call: Caller,
  people: ReadonlyMap<string, Employed>,
  now: Instant,
): Promise<void> {
  const idOf = (username: string) => people.get(username)?.accountId;
  const { handOverId } = await call("POST", "/suspensions", {
    target: "account",
    targetId: idOf(STOPPED_CLERK.username),
    decision: {
      number: "318/QĐ-UBND",
      issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
      title: "Tạm đình chỉ một nhân viên bưu điện để kiểm tra việc giữ giấy tờ (dữ liệu minh họa)",
      issuedOn: localTime(now).day,
      source: "Dữ liệu minh họa, không phải một quyết định có thật",
    },
    reason: "Kiểm tra việc giữ giấy tờ gốc tại quầy theo phản ánh của người dân",
    successorId: idOf(STOPPED_CLERK.successor),
  });
  invariant(handOverId !== null, "the clerk who is stopped has something in hand");
}
