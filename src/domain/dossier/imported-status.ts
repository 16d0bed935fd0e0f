import { searchKey } from "../shared/vietnamese-text.ts";
import type { ImportedStatus } from "./dossier-payloads.ts";
import type { BusinessStatus } from "./dossier-state.ts";

/**
 * Why a status of the portal has no place here. `never_received`: there is no dossier without a receipt. `stopped`:
 * it ended without a result; our states know no such end, and as finished or returned it would count as a result that
 * never was.
 */
export type StatusReject = "never_received" | "stopped";

/**
 * The ten statuses of the national portal (TrangThaiHoSo) [sourced], and where a dossier in each stands with us
 * [inference], or why there is no place for it [undecided].
 */
const PLACE_OF_NATIONAL: Readonly<Record<number, ImportedStatus | StatusReject>> = {
  1: "never_received",
  2: "received",
  3: "never_received",
  4: "processing",
  5: "processing",
  6: "processing",
  7: "processing",
  8: "stopped",
  9: "finished",
  10: "returned",
};

/** Words for the ten, as the portal names them [sourced], and the statuses of OpenCPS that map onto them [inference]. */
const NATIONAL_WORDS: readonly (readonly [code: number, ...words: string[]])[] = [
  [1, "Mới đăng ký", "new"],
  [2, "Được tiếp nhận", "Đã tiếp nhận", "Tiếp nhận", "receiving"],
  [3, "Không được tiếp nhận", "Từ chối tiếp nhận", "denied"],
  [4, "Đang xử lý", "Đang giải quyết", "handover"],
  [5, "Yêu cầu bổ sung giấy tờ", "Yêu cầu bổ sung", "waiting", "correcting"],
  [6, "Yêu cầu thực hiện nghĩa vụ tài chính", "paying"],
  [7, "Công dân yêu cầu rút hồ sơ", "Yêu cầu rút hồ sơ"],
  [8, "Dừng xử lý", "Dừng giải quyết", "cancelled"],
  [9, "Đã xử lý xong", "Đã có kết quả", "releasing", "collecting", "posting"],
  [10, "Đã trả kết quả", "done"],
];

/** Our own words. What waits for a confirmation of ours is not among them: another system has none. */
const OWN = {
  received: "received",
  forwarded: "forwarded",
  processing: "processing",
  awaitingApproval: "processing",
  finished: "finished",
  returned: "returned",
} as const satisfies Partial<Record<BusinessStatus, ImportedStatus>>;

const NATIONAL_OF_WORD: ReadonlyMap<string, number> = new Map(
  NATIONAL_WORDS.flatMap(([code, ...words]) => words.map((word) => [searchKey(word), code] as const)),
);

/** What a status of another system means here. */
export type ReadStatus =
  | { readonly known: true; readonly status: ImportedStatus; readonly approvalStartsAgain: boolean }
  | { readonly known: false; readonly reason: "unknown_status" | StatusReject };

/**
 * Reads a status: one of our words, a number of the national portal, its Vietnamese name, or a word of OpenCPS.
 * @example readImportedStatus("Đã xử lý xong") → { known: true, status: "finished", … }
 * @example readImportedStatus("8") → { known: false, reason: "stopped" }
 */
export function readImportedStatus(text: string): ReadStatus {
  const word = text.trim();
  const own = (Object.keys(OWN) as (keyof typeof OWN)[]).find((one) => one === word);
  if (own) return { known: true, status: OWN[own], approvalStartsAgain: own === "awaitingApproval" };
  const code = /^0?\d{1,2}$/.test(word) ? Number(word) : NATIONAL_OF_WORD.get(searchKey(word));
  const place = code === undefined ? undefined : PLACE_OF_NATIONAL[code];
  if (place === undefined) return { known: false, reason: "unknown_status" };
  if (place === "never_received" || place === "stopped") return { known: false, reason: place };
  return { known: true, status: place, approvalStartsAgain: false };
}
