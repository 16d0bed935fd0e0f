import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const COLUMNS = [
  "code",
  "procedure",
  "unit",
  "receivedAt",
  "dueAt",
  "status",
  "finishedAt",
  "returnedAt",
  "outcome",
  "resultNumber",
  "channel",
  "applicantKind",
  "applicantName",
  "applicantNumber",
  "applicantPhone",
  "applicantAddress",
  "papers",
  "fee",
  "remarks",
  "history",
] as const;

const FAMILIES = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Huỳnh",
  "Võ",
  "Phan",
  "Trương",
  "Bùi",
  "Đặng",
  "Đỗ",
  "Ngô",
];
const MIDDLES = ["Văn", "Thị", "Minh", "Hữu", "Ngọc", "Thanh", "Hồng", "Quốc", "Thị Mỹ", "Thị Kim", "Hoàng"];
const GIVEN = [
  "Anh",
  "Bình",
  "Châu",
  "Dũng",
  "Đức",
  "Giang",
  "Hà",
  "Hùng",
  "Lan",
  "Loan",
  "Nam",
  "Nhung",
  "Phúc",
  "Sơn",
  "Tâm",
  "Tuấn",
  "Yến",
];
const PLACES = [
  "Ấp 1, xã Bình Tấn",
  "Ấp Tân Bình, xã Bình Thành",
  "Khóm 3, thị trấn Thanh Bình",
  "Ấp Trung, xã Tân Thạnh",
];
const OFFICERS = ["Phạm Thu Hà", "Võ Quốc Thái", "Lê Minh Đức", "Trần Thị Bé"];
const PAPERS = ["Tờ khai", "Bản sao chứng minh nhân dân", "Giấy xác nhận của ấp", "Sổ hộ khẩu (bản sao)"];

/** What the rows may name: they must exist where they are imported. */
export interface OldWorld {
  readonly procedures: readonly string[];
  /** Codes of the agencies of the one-stop units. */
  readonly units: readonly string[];
  /** The last day of receipt, whole days are counted back from it. */
  readonly until: Date;
}

const DAY_MS = 86_400_000;
const FIVE_YEARS_DAYS = 5 * 365;
/** Of a hundred dossiers this many are still open, as in a unit that works well. */
const OPEN_PERCENT = 3;

/**
 * Writes a file as another system might have given it: plausible dossiers of five years, the same for the same seed.
 * One in ten lacks a number or has an odd one, as old data do.
 */
export async function writeOldDossiers(
  file: string,
  count: number,
  world: OldWorld,
  seed = 20_261_121,
): Promise<void> {
  const target = createWriteStream(file);
  const done = finished(target);
  target.write(stringify([COLUMNS]));
  const random = xoroshiro128plus(seed);
  const upTo = (most: number) => uniformInt(random, 0, most);
  for (let index = 0; index < count; index += 1) {
    if (!target.write(stringify([oldDossier(index, world, upTo)]))) await once(target, "drain");
  }
  target.end();
  await done;
}

type UpTo = (most: number) => number;

function pick<T>(list: readonly T[], upTo: UpTo): T | undefined {
  return list[upTo(list.length - 1)];
}

function oldDossier(index: number, world: OldWorld, upTo: UpTo): readonly (string | undefined)[] {
  const unit = pick(world.units, upTo) ?? "";
  const open = upTo(99) < OPEN_PERCENT;
  const daysAgo = open ? 1 + upTo(20) : 30 + upTo(FIVE_YEARS_DAYS);
  const received = new Date(world.until.getTime() - daysAgo * DAY_MS + upTo(8 * 3600) * 1000);
  const after = (days: number) => new Date(received.getTime() + days * DAY_MS);
  const kind = upTo(19) === 0 ? "2" : "1";
  const { status, finished, cells } = open ? OPEN : closed(index, received, upTo);
  return [
    `${unit}-${dayFigures(received)}-${String(index).padStart(6, "0")}`,
    pick(world.procedures, upTo),
    unit,
    received.toISOString(),
    after(5 + upTo(5)).toISOString(),
    status,
    ...cells,
    String(1 + upTo(2)),
    kind,
    kind === "2" ? `Hợp tác xã ${pick(GIVEN, upTo)} ${index}` : personName(upTo),
    numberOf(kind, upTo),
    upTo(9) === 0 ? "không có" : `09${String(10_000_000 + upTo(89_999_999))}`,
    pick(PLACES, upTo),
    PAPERS.slice(0, 1 + upTo(PAPERS.length - 1)).join("|"),
    String(upTo(2) * 8000),
    upTo(3) === 0 ? "Hồ sơ nộp thay người nhà" : "",
    JSON.stringify(historyOf(received, finished, upTo)),
  ];
}

/** Finished, returned, outcome, number of the result: an open dossier has none of them. */
const OPEN = { status: "4", finished: undefined, cells: ["", "", "", ""] } as const;

function closed(index: number, received: Date, upTo: UpTo) {
  const finished = new Date(received.getTime() + (1 + upTo(9)) * DAY_MS);
  const returned = new Date(finished.getTime() + (1 + upTo(4)) * DAY_MS);
  const outcome = upTo(49) === 0 ? "refused" : "granted";
  const cells = [finished.toISOString(), returned.toISOString(), outcome, `${index}/TLKT-BS`];
  return { status: "10", finished, cells };
}

function personName(upTo: UpTo): string {
  return `${pick(FAMILIES, upTo)} ${pick(MIDDLES, upTo)} ${pick(GIVEN, upTo)}`;
}

function numberOf(kind: string, upTo: UpTo): string {
  if (upTo(9) === 0) return pick(["", "không rõ", "12345"], upTo) ?? "";
  if (kind === "2") return `140${String(1_000_000 + upTo(8_999_999))}`;
  return `087${upTo(3)}${String(10 + upTo(89))}${String(100_000 + upTo(899_999))}`;
}

function dayFigures(at: Date): string {
  return at.toISOString().slice(2, 10).replaceAll("-", "");
}

function historyOf(received: Date, finished: Date | undefined, upTo: UpTo) {
  const minutes = (count: number) => new Date(received.getTime() + count * 60_000).toISOString();
  const steps = [
    { at: minutes(5), step: "Được tiếp nhận", by: pick(OFFICERS, upTo) },
    { at: minutes(60 + upTo(120)), step: "Chuyển phòng chuyên môn", by: pick(OFFICERS, upTo) },
    { at: minutes(300 + upTo(60)), step: "Đang xử lý", by: pick(OFFICERS, upTo), note: "đã thẩm tra" },
  ];
  const end = { at: finished?.toISOString() ?? "", step: "Đã xử lý xong", by: pick(OFFICERS, upTo) };
  return finished ? [...steps, end] : steps;
}
