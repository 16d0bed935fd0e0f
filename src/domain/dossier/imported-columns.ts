import { searchKey } from "../shared/vietnamese-text.ts";

/** What a row of another system may hold. Required: those of {@link REQUIRED_FIELDS}. */
export const IMPORT_FIELDS = [
  "code",
  "procedure",
  "unit",
  "commune",
  "receivedAt",
  "dueAt",
  "status",
  "finishedAt",
  "returnedAt",
  "outcome",
  "resultNumber",
  "channel",
  "returnMethod",
  "applicantKind",
  "applicantName",
  "applicantNumber",
  "applicantPhone",
  "applicantEmail",
  "applicantAddress",
  "legalRepresentative",
  "papers",
  "fee",
  "feePaid",
  "remarks",
  "history",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const REQUIRED_FIELDS = [
  "code",
  "procedure",
  "unit",
  "receivedAt",
  "dueAt",
  "status",
  "applicantName",
] as const satisfies readonly ImportField[];

/** One row by our own field names; the values as the file has them: texts of a table, anything of JSON. */
export type ImportFields = Readonly<Partial<Record<ImportField, unknown>>>;

/**
 * Other names of the fields: those that the systems of the country exchange (domain study, 3.2 and 3.3: MaHoSo,
 * MaTTHC …) and plain Vietnamese headings. Compared without diacritics, case, blanks and punctuation.
 */
const OTHER_NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  code: ["MaHoSo", "Mã hồ sơ", "Số hồ sơ", "dossierNo"],
  procedure: ["MaTTHC", "Mã thủ tục", "Mã TTHC", "serviceCode", "procedureCode"],
  unit: ["DonViXuLy", "MaDonViTiepNhan", "Đơn vị tiếp nhận", "Nơi tiếp nhận", "Bộ phận một cửa"],
  commune: ["Xã", "Xã, phường", "Tên xã"],
  receivedAt: ["NgayTiepNhan", "Ngày tiếp nhận", "receiveDate"],
  dueAt: ["NgayHenTra", "Ngày hẹn trả", "dueDate"],
  status: ["TrangThaiHoSo", "Trạng thái", "Trạng thái hồ sơ", "dossierStatus"],
  finishedAt: ["NgayKetThucXuLy", "Ngày kết thúc xử lý", "Ngày có kết quả", "finishDate"],
  returnedAt: ["NgayTra", "Ngày trả kết quả", "Ngày trả", "releaseDate"],
  outcome: ["Kết quả giải quyết", "Kết luận"],
  resultNumber: ["Số kết quả", "Số ký hiệu kết quả"],
  channel: ["KenhThucHien", "Hình thức nộp", "Kênh tiếp nhận"],
  returnMethod: ["HinhThuc", "Hình thức trả", "Hình thức nhận kết quả"],
  applicantKind: ["LoaiDoiTuong", "Loại đối tượng"],
  applicantName: ["ChuHoSo", "Chủ hồ sơ", "Người nộp", "Họ và tên", "Họ tên"],
  applicantNumber: ["SoDinhDanh", "Số định danh", "CCCD", "CMND", "Số giấy tờ", "Mã số thuế"],
  applicantPhone: ["SoDienThoai", "Số điện thoại", "Điện thoại"],
  applicantEmail: ["Email", "Thư điện tử"],
  applicantAddress: ["DiaChi", "Địa chỉ"],
  legalRepresentative: ["Người đại diện"],
  papers: ["Thành phần hồ sơ", "Giấy tờ"],
  fee: ["Lệ phí", "Phí, lệ phí", "Phí"],
  feePaid: ["Đã nộp", "Lệ phí đã nộp"],
  remarks: ["GhiChu", "Ghi chú", "TrichYeuHoSo", "Trích yếu"],
  history: ["Quá trình xử lý", "Lịch sử xử lý"],
};

const FIELD_OF_NAME: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) =>
    [field, ...OTHER_NAMES[field]].map((name) => [nameKey(name), field] as const),
  ),
);

/** What a column holds: a field, or one part of one step of the history. */
export type ImportColumn =
  | { readonly kind: "field"; readonly field: ImportField }
  | { readonly kind: "step"; readonly index: number; readonly part: StepPart };

const STEP_PARTS = ["at", "step", "status", "by", "note"] as const;
export type StepPart = (typeof STEP_PARTS)[number];

/**
 * What a column of this name holds; undefined when it is none of ours, and is then left out.
 * @example importColumn("Mã hồ sơ") → { kind: "field", field: "code" }
 * @example importColumn("history2By") → { kind: "step", index: 2, part: "by" }
 */
export function importColumn(name: string): ImportColumn | undefined {
  const key = nameKey(name);
  const field = FIELD_OF_NAME.get(key);
  if (field) return { kind: "field", field };
  const [, index, part] = /^history(\d{1,3})(at|step|status|by|note)$/.exec(key) ?? [];
  const known = STEP_PARTS.find((one) => one === part);
  return known && index !== undefined ? { kind: "step", index: Number(index), part: known } : undefined;
}

function nameKey(name: string): string {
  return searchKey(name).replace(/[^a-z0-9]/g, "");
}

/**
 * A row in one writing, whatever the order of its columns, blanks and accents as they were composed: what is
 * hashed to tell that a row came again unchanged. A number and its text are the same.
 */
export function canonicalRow(fields: ImportFields): string {
  return JSON.stringify(canonical(fields, DEPTH_MAX));
}

/** Deeper than any row that is read; below that everything is the same. */
const DEPTH_MAX = 6;

function canonical(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.normalize("NFC").trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null || depth === 0) return "";
  if (Array.isArray(value)) return value.map((one: unknown) => canonical(one, depth - 1));
  return Object.entries(value)
    .map(([key, one]) => [key, canonical(one, depth - 1)] as const)
    .filter(([, one]) => one !== "")
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
