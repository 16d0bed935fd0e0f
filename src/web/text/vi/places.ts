import type { FileProblem } from "#contract/places.ts";
import type { PlaceProblem } from "#domain/unit/check-places.ts";
import type { UnitKind } from "#domain/unit/administrative-unit.ts";
import type { MapColumn, MapProblem } from "#domain/unit/read-map-row.ts";
import type { PlaceColumn, RowOutcome } from "#domain/unit/import-places.ts";
import type { AGENCY_KINDS, CODE_MARKS, PlaceKind } from "#domain/unit/place.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const kinds: Words<PlaceKind | "administrativeUnits"> = {
  agency: "Cơ quan",
  oneStopUnit: "Bộ phận Một cửa",
  postOffice: "Bưu điện",
  receptionPoint: "Điểm tiếp nhận",
  counter: "Quầy",
  administrativeUnits: "Địa giới",
};

const fields: Words<PlaceColumn | MapColumn> = {
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
  agency: "Cơ quan",
  governingBody: "Cơ quan chủ quản",
  calendar: "Lịch làm việc",
  address: "Địa chỉ",
  oneStopUnit: "Bộ phận Một cửa",
  receptionPoint: "Điểm tiếp nhận",
  postOffice: "Bưu điện đảm nhận",
  code: "Mã",
  kind: "Loại",
  parent: "Cấp trên",
  predecessors: "Hình thành từ",
  successors: "Chuyển thành",
  source: "Nguồn",
};

const agencyKinds: Words<(typeof AGENCY_KINDS)[number]> = {
  provincialCommittee: "Ủy ban nhân dân tỉnh",
  provincialDepartment: "Sở, ngành của tỉnh",
  provincialBody: "Đơn vị khác của tỉnh",
  districtCommittee: "Ủy ban nhân dân huyện",
  communeCommittee: "Ủy ban nhân dân xã",
};

const codeMarks: Words<(typeof CODE_MARKS)[number]> = {
  sourced: "Có nguồn",
  recalled: "Theo trí nhớ",
  inference: "Suy luận",
  undecided: "Chưa quyết định",
};

const unitKinds: Words<UnitKind> = {
  province: "Tỉnh",
  centralCity: "Thành phố trực thuộc trung ương",
  provincialCity: "Thành phố thuộc tỉnh",
  town: "Thị xã",
  urbanDistrict: "Quận",
  district: "Huyện",
  ward: "Phường",
  commune: "Xã",
  township: "Thị trấn",
  specialZone: "Đặc khu",
};

const problems: Words<PlaceProblem | MapProblem> = {
  keyMalformed: "Khóa không đúng dạng của loại này.",
  keyTaken: "Đã có nơi khác dùng khóa này.",
  keyTwice: "Khóa này có nhiều lần trong tệp.",
  missing: "Không được để trống.",
  tooLong: "Dài quá 300 ký tự.",
  notADay: "Không phải một ngày; viết như 21/11/2026 hoặc 2026-11-21.",
  periodReversed: "Ngày cuối đứng trước ngày đầu.",
  notInList: "Không thuộc các giá trị đã biết.",
  unknownPlace: "Không có nơi nào mang khóa này.",
  unknownAdministrativeUnit: "Ngày bắt đầu chưa có xã, tỉnh nào mang mã này.",
  notThroughout: "Nơi này không mở suốt những ngày đã chọn.",
  openDependants: "Còn nơi khác phụ thuộc trong những ngày đó.",
  codeMalformed: "Mã không đúng dạng.",
  codeKept: "Mã đã cấp chỉ sửa được, không bỏ được.",
  codeUnmarked: "Mã cần có mức tin cậy và nguồn.",
  nameTaken: "Điểm này đã có quầy cùng tên trong những ngày đó.",
  outsideJurisdiction: "Thuộc phạm vi quản trị khác.",
  kept: "Đơn vị đang có chỉ sửa được ngày cuối; hãy kết thúc rồi lập đơn vị mới.",
  endMissing: "Có đơn vị kế tiếp thì phải có ngày cuối.",
  code_missing: "Thiếu mã; hãy ghi mã.",
  name_missing: "Thiếu tên; hãy ghi tên.",
  name_not_tidy: "Tên có dấu tổ hợp hoặc khoảng trắng thừa; hãy gõ lại tên.",
  ends_before_it_begins: "Ngày cuối đứng trước ngày đầu; hãy sửa một trong hai ngày.",
  periods_overlap: "Mã này đã có đơn vị khác trong những ngày đó; hãy kết thúc đơn vị đó vào hôm trước.",
  parent_unknown: "Không có đơn vị cấp trên nào mang mã này; hãy sửa mã hoặc thêm đơn vị đó.",
  parent_not_standing: "Đơn vị cấp trên không tồn tại suốt những ngày đó; hãy sửa ngày hoặc ghi đơn vị khác.",
  predecessor_unknown: "Không có đơn vị trước nào mang mã này; hãy sửa mã.",
  predecessor_not_standing: "Đơn vị trước không còn tồn tại vào hôm trước; hãy sửa ngày hoặc mã.",
  predecessor_not_ended:
    "Đơn vị kế tiếp bắt đầu trước khi đơn vị trước kết thúc; hãy kết thúc đơn vị trước vào hôm trước, hoặc đánh dấu một phần (~).",
  successor_unknown: "Không có đơn vị kế tiếp nào mang mã này; hãy sửa mã hoặc thêm đơn vị đó.",
  successor_not_standing:
    "Đơn vị kế tiếp không tồn tại vào ngày đó; hãy cho bắt đầu từ ngày đó hoặc ghi đơn vị khác.",
  succession_twice: "Quan hệ kế tiếp này được nêu nhiều lần; hãy để lại một lần.",
  whole_into_several: "Đơn vị chia cho nhiều nơi phải đánh dấu từng phần (~) sau mỗi mã.",
  succession_circle: "Các đơn vị kế tiếp nhau thành vòng tròn; hãy bỏ quan hệ dẫn ngược lại.",
};

const fileProblems: Words<FileProblem> = {
  notText: "Tệp không phải văn bản UTF-8.",
  empty: "Tệp không có dòng nào.",
  broken: "Dấu ngoặc kép chưa đóng, hoặc số ô khác dòng tiêu đề.",
  unknownColumn: "Có cột lạ.",
  columnTwice: "Có cột bị lặp.",
  columnMissing: "Thiếu cột.",
  tooManyRows: "Tệp có quá nhiều dòng.",
};

const outcomes: Words<RowOutcome> = {
  created: "Thêm mới",
  changed: "Thay đổi",
  unchanged: "Giữ nguyên",
  refused: "Chưa đúng",
};

const list = {
  search: "Tìm theo tên hoặc khóa",
  searchHint: "Gõ không dấu cũng được. Phím / để tới ô này.",
  all: "Kể cả nơi không mở ngày này",
  total: (count: number) => `${count} nơi`,
  none: "Không có nơi nào",
  noneHint: "Thử bỏ bớt chữ, chọn ngày khác, hoặc xem cả nơi không mở.",
  results: (kind: string) => `Danh sách: ${kind}`,
  above: "Thuộc",
  days: "Thời gian",
  state: "Tình trạng",
  open: "Đang mở",
  closed: "Đã đóng",
  coming: "Chưa mở",
  since: (day: string) => `từ ${day}`,
  between: (from: string, to: string) => `${from} – ${to}`,
  add: "Thêm",
  importFile: "Nhập từ CSV",
  download: "Tải về CSV",
};

const detail = {
  choose: "Chọn một dòng để xem",
  chooseHint: "Mũi tên lên, xuống để đi; Enter để mở.",
  back: "Về danh sách",
  edit: "Sửa",
  close: "Đóng…",
  reopen: "Mở lại…",
  counters: "Xem các nơi bên dưới",
  notYours: "Thuộc phạm vi quản trị khác: chỉ xem.",
  history: "Lịch sử thay đổi",
  noHistory: "Chưa ai thay đổi ở đây; dữ liệu như phần mềm mang theo.",
  created: "Thêm mới",
  byCommand: "Lệnh trên máy chủ",
  from: "trước",
  to: "sau",
  empty: "trống",
  undo: "Hoàn tác thay đổi gần nhất",
  undoReason: "Hoàn tác thay đổi gần nhất",
};

const form = {
  addTitle: (kind: string) => `Thêm: ${kind}`,
  editTitle: "Sửa thông tin",
  keyHint: "Để trống thì phần mềm tự đặt. Khóa không đổi về sau.",
  administrativeUnitHint: "Mã của xã, phường hoặc tỉnh theo thẻ Địa giới.",
  pick: "Gõ để tìm",
  nothingFound: "Không tìm thấy",
  stateCounter: "Để trống nếu là quầy của cơ quan nhà nước.",
  reason: "Lý do",
  reasonHint: "Ví dụ: theo quyết định số …; người sau đọc được trong lịch sử.",
  save: "Lưu",
  saved: "Đã lưu.",
  added: "Đã thêm.",
  undone: "Đã hoàn tác.",
  closeTitle: (name: string) => `Đóng: ${name}`,
  closeFrom: "Đóng từ ngày",
  closeHint: (day: string) => `Ngày cuối còn mở là ${day}. Hồ sơ đang giải quyết vẫn xem được.`,
  closeSubmit: "Xác nhận đóng",
  closed: "Đã đóng.",
  reopenTitle: (name: string) => `Mở lại: ${name}`,
  reopenFrom: "Mở lại từ ngày",
  reopenTooEarly: (day: string) => `Sớm nhất là ${day}, ngày ngay sau ngày đóng.`,
  reopenSubmit: "Xác nhận mở lại",
  reopened: "Đã mở lại.",
  gap: (day: string) =>
    `Nơi này đã đóng sau ${day}. Mở lại từ một ngày khác thì thêm một nơi mới, để những ngày đóng vẫn còn đúng.`,
  addFromHere: "Thêm nơi mới từ ngày đó",
};

const asOf = {
  label: "Xem theo ngày",
  today: "Hôm nay",
  other: (day: string) => `Đang xem theo ngày ${day}, không phải hôm nay`,
  otherHint: "Danh sách là những nơi mở vào ngày này.",
};

const importing = {
  title: (kind: string) => `Nhập từ CSV: ${kind}`,
  intro: "Chọn tệp CSV có dòng tiêu đề như tệp tải về. Trước khi nhập, phần mềm cho xem từng dòng.",
  mapIntro:
    "Cột: Mã, Tên, Loại, Mã cấp trên, Từ ngày, Đến hết ngày, Hình thành từ các mã, Chuyển thành các mã, Nguồn. Mã kèm ~ là chỉ một phần.",
  file: "Tệp CSV",
  choose: "Chọn tệp CSV",
  reading: "Đang đọc tệp…",
  counts: (created: number, changed: number, unchanged: number, refused: number) =>
    `Thêm mới ${created}, thay đổi ${changed}, giữ nguyên ${unchanged}, chưa đúng ${refused}.`,
  allOrNothing: "Còn dòng chưa đúng thì không nhập dòng nào. Hãy sửa tệp rồi chọn lại.",
  nothing: "Tệp này không làm thay đổi gì.",
  rows: "Từng dòng của tệp",
  line: "Dòng",
  outcome: "Sẽ làm",
  details: "Chi tiết",
  more: (count: number) => `Còn ${count} dòng nữa không hiện ở đây.`,
  tidied: (columns: string) => `Đã chuẩn hóa: ${columns}`,
  submit: "Nhập tất cả",
  done: (count: number) => `Đã nhập ${count} dòng.`,
};

const map = {
  search: "Tìm tỉnh, xã, phường",
  province: "Tỉnh, thành phố",
  chooseProvince: "Tất cả tỉnh, thành phố",
  code: "Mã",
  kind: "Loại",
  predecessors: "Hình thành từ",
  successors: "Nay là",
  none: "Không có",
  parents: "Thuộc",
  part: "một phần",
  below: "Xem các đơn vị bên dưới",
  up: "Lên cấp trên",
  results: "Đơn vị hành chính",
};

/** Words of the section of places: agencies, one-stop units, post offices, points, counters, and the map. */
export const places = {
  title: "Đơn vị",
  tabs: "Loại đơn vị",
  kinds,
  fields,
  agencyKinds,
  codeMarks,
  unitKinds,
  problems,
  fileProblems,
  outcomes,
  list,
  detail,
  form,
  asOf,
  importing,
  map,
};
