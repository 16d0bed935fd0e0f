import type { Result } from "#domain/shared/result.ts";
import { done } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type PlaceColumn, type PlaceRow, placeColumns } from "#domain/unit/import-places.ts";
import { PLACE_FIELDS, type Place, type PlaceKind } from "#domain/unit/place.ts";
import { readTable, writeTable } from "./csv-table.ts";

/** The headings of the files, as people read them. */
const TITLES = {
  key: "Khóa",
  name: "Tên",
  validFrom: "Từ ngày",
  validTo: "Đến hết ngày",
  agencyKind: "Loại cơ quan",
  administrativeUnit: "Mã đơn vị hành chính",
  code2018: "Mã định danh (Thông tư 01/2018)",
  code2025: "Mã định danh (Thông tư 03/2025)",
  codeMark: "Mức tin cậy của mã",
  codeSource: "Nguồn của mã",
  agency: "Khóa cơ quan",
  governingBody: "Cơ quan chủ quản",
  calendar: "Lịch làm việc",
  address: "Địa chỉ",
  oneStopUnit: "Khóa bộ phận một cửa",
  receptionPoint: "Khóa điểm tiếp nhận",
  postOffice: "Khóa bưu điện",
} as const satisfies Readonly<Record<PlaceColumn, string>>;

/** Cells that hold one of a few values stand in the file as people say them. */
const CELL_WORDS: Readonly<Partial<Record<PlaceColumn, Readonly<Record<string, string>>>>> = {
  agencyKind: {
    provincialCommittee: "Ủy ban nhân dân tỉnh",
    provincialDepartment: "Sở, ngành của tỉnh",
    provincialBody: "Đơn vị khác của tỉnh",
    districtCommittee: "Ủy ban nhân dân huyện",
    communeCommittee: "Ủy ban nhân dân xã",
  },
  codeMark: {
    sourced: "có nguồn",
    recalled: "theo trí nhớ",
    inference: "suy luận",
    undecided: "chưa quyết định",
  },
};

/** The titles of one kind's columns alone: a file of counters has no calendar. */
function titlesOf(kind: PlaceKind): Readonly<Record<PlaceColumn, string>> {
  return Object.fromEntries(placeColumns(kind).map((column) => [column, TITLES[column]])) as Record<
    PlaceColumn,
    string
  >;
}

/** The rows of a file of one kind of places; see {@link readTable} for what files may look like. */
export function readPlaceFile(
  kind: PlaceKind,
  bytes: Uint8Array,
): Result<readonly PlaceRow[], "import_file_unusable"> {
  const table = readTable(bytes, titlesOf(kind), ["key"]);
  if (!table.ok) return table;
  return done(table.value.map(({ line, cells }) => ({ line, cells: withKeysOfWords(cells) })));
}

function withKeysOfWords(cells: PlaceRow["cells"]): PlaceRow["cells"] {
  const read: Partial<Record<PlaceColumn, string>> = { ...cells };
  for (const [column, words] of Object.entries(CELL_WORDS) as [PlaceColumn, Record<string, string>][]) {
    const typed = cells[column];
    if (typed === undefined) continue;
    const known = Object.entries(words).find(([, word]) => searchKey(word) === searchKey(typed));
    if (known) read[column] = known[0];
  }
  return read;
}

/** Places of one kind as a file that imports again without a change. */
export function writePlaceFile(kind: PlaceKind, places: readonly Place[]): Uint8Array {
  const rows = places.map((place) => {
    const cells: Partial<Record<PlaceColumn, string>> = {
      key: place.key,
      name: place.name,
      validFrom: place.validFrom,
      validTo: place.validTo ?? "",
    };
    for (const field of PLACE_FIELDS[kind]) {
      const value = place.values[field] ?? "";
      cells[field] = CELL_WORDS[field]?.[value] ?? value;
    }
    return cells;
  });
  return writeTable(TITLES, placeColumns(kind), rows);
}
