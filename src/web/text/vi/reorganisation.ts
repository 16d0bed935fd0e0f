import type { ReorganisationFaultCode } from "#domain/unit/check-reorganisation.ts";
import type { ReorganisationShape, ReorganisationStatus } from "#domain/unit/reorganisation.ts";
import type { PLAN_WARNINGS } from "#contract/reorganisations.ts";

type Say = (names: readonly string[], about: string) => string;

const shapes: Record<ReorganisationShape, string> = {
  merge: "Sáp nhập",
  split: "Chia tách",
  rename: "Đổi tên",
  abolish: "Giải thể",
};

const shapeHints: Record<ReorganisationShape, string> = {
  merge: "Nhiều đơn vị nhập thành một đơn vị mới, hoặc nhập vào một đơn vị đang có.",
  split: "Một đơn vị chia cho nhiều đơn vị; đơn vị chính nhận hồ sơ, giấy tờ và việc đã giao cho bưu điện.",
  rename: "Một đơn vị mang tên mới từ ngày hiệu lực; mọi việc tiếp tục dưới tên mới.",
  abolish: "Một đơn vị kết thúc; đơn vị đang có khác nhận mọi việc còn dở.",
};

const statuses: Record<ReorganisationStatus, string> = {
  planned: "Chờ đến ngày",
  applied: "Đã áp dụng",
  cancelled: "Đã hủy",
};

const first = (names: readonly string[]) => names[0] ?? "";

const faults: Record<ReorganisationFaultCode, Say> = {
  unit_missing: () => "Chưa chọn đơn vị nào kết thúc.",
  unit_unknown: (_names, about) => `Không có đơn vị một cửa mang khóa ${about}.`,
  unit_not_standing: (names) => `${first(names)} không hoạt động vào ngày hiệu lực và ngày trước đó.`,
  unit_twice: (names) => `${first(names)} có hai lần trong phương án.`,
  unit_planned_elsewhere: (names) =>
    `${first(names)} đang nằm trong phương án khác chưa áp dụng: ${names[1] ?? ""}.`,
  unit_of_other_space: (names) => `Dữ liệu của ${first(names)} lưu ở nơi khác với các đơn vị kia.`,
  unit_not_yours: (names) => `${first(names)} không thuộc phạm vi ông/bà quản trị.`,
  heir_missing: (names) => `Chưa chọn nơi tiếp tục việc của ${first(names)}.`,
  heir_unknown: (names) => `Không có đơn vị ${first(names)} để tiếp tục.`,
  heir_ends: (names) => `${first(names)} cũng kết thúc nên không thể tiếp tục việc của đơn vị khác.`,
  heir_later: (names) => `${first(names)} chưa hoạt động vào ngày hiệu lực.`,
  new_unit_unused: (names) => `Không đơn vị nào nhập vào đơn vị mới ${first(names)}.`,
  agency_unknown: () => "Cơ quan của đơn vị mới không có vào ngày hiệu lực.",
  point_unknown: (_names, about) => `Điểm tiếp nhận ${about} không thuộc đơn vị vào ngày hiệu lực.`,
  date_not_future: () => "Ngày hiệu lực phải sau hôm nay.",
  place_invalid: (names) =>
    `Thông tin của ${names[1] ?? ""} chưa hợp lệ${names[2] ? `: ${names.slice(2).join(", ")}` : ""}.`,
};

const warnings: Record<(typeof PLAN_WARNINGS)[number], (names: readonly string[]) => string> = {
  agency_without_code: (names) =>
    `${first(names)} chưa có mã định danh: từ ngày hiệu lực chưa cấp được mã hồ sơ mới.`,
  mandate_without_counter: (names) =>
    `Lần giao việc ${first(names)} cho ${names[1] ?? ""} chỉ nêu các quầy sẽ đóng: từ ngày hiệu lực không còn dùng được.`,
  mandates_contradict: (names) =>
    `Hai lần giao việc ${first(names)} và ${names[1] ?? ""} cho ${names[2] ?? ""} trái nhau tại ${names[3] ?? ""}. Cho đến khi một lần giao việc kết thúc, việc được làm theo mức tự chủ chặt hơn.`,
};

export const reorganisation = {
  title: "Sắp xếp đơn vị",
  intro:
    "Sáp nhập, chia tách, đổi tên, giải thể đơn vị một cửa vào một ngày. Trước ngày đó không có gì thay đổi và có thể hủy.",
  add: "Lập phương án",
  none: "Chưa có phương án sắp xếp nào",
  noneHint: "Lập phương án trước ngày hiệu lực để xem hồ sơ, giấy tờ, việc đã giao và quầy sẽ về đâu.",
  shapes,
  shapeHints,
  statuses,
  faults,
  warnings,
  columns: {
    plan: "Phương án",
    day: "Ngày hiệu lực",
    shape: "Hình thức",
    status: "Trạng thái",
    decision: "Căn cứ",
  },
  endingUnits: (count: number) => `${count} đơn vị kết thúc`,
  overdue: "Đã đến ngày hiệu lực mà chưa áp dụng được",
  overdueHint:
    "Chưa đơn vị nào thay đổi. Thu xếp những điều nêu dưới đây rồi áp dụng, hoặc hủy phương án để lập phương án khác.",
  picture: {
    title: "Trước và sau",
    before: "Kết thúc",
    after: "Tiếp tục",
    isNew: "Mới",
    standing: "Đang có",
    space: (name: string) => `Dữ liệu vẫn lưu ở: ${name}. Hồ sơ cũ giữ nguyên chỗ.`,
    dossiers: (count: number) => `${count} hồ sơ đang mở`,
    papers: (count: number) => `${count} giấy tờ, kết quả`,
    mandates: (count: number) => `${count} lần giao việc`,
    points: (count: number) => `${count} điểm tiếp nhận`,
    counters: (count: number) => `${count} quầy`,
    posts: (count: number) => `${count} vị trí công tác`,
    agencyGoes: (name: string, heir: string) => `${name} → ${heir}`,
    agencyStays: (name: string) => `${name} giữ nguyên`,
  },
  details: {
    title: "Cái gì về đâu",
    count: "Số lượng",
    goes: "Về đâu",
    dossiers: "Hồ sơ đang mở",
    deciding: "Hồ sơ do cơ quan giải quyết",
    papersAt: (holder: string) => `Giấy tờ, kết quả ở ${holder}`,
    mandates: "Lần giao việc cho bưu điện",
    assignments: "Việc giao ngoài danh mục còn hiệu lực",
    posts: "Vị trí công tác (tài khoản)",
    point: (name: string) => `Điểm tiếp nhận: ${name}`,
    counters: (count: number) => `${count} quầy`,
    closes: "Đóng",
    nothing: "–",
    lines: (count: number) => (count === 0 ? "không có gì đang mở" : `${count} mục`),
  },
  matters: {
    closes: (point: string, counters: number) =>
      `${point} đóng cùng ${counters} quầy: hãy báo người dân và bưu điện.`,
    sessions: (unit: string, count: number) => `${count} phiên đang mở ở ${unit} phải chọn lại quầy.`,
    splitPosts: (count: number, heir: string) =>
      `${count} vị trí công tác theo đơn vị chính ${heir}. Ai sang đơn vị khác: người quản trị kết thúc vị trí cũ và giao vị trí mới ở mục Nhân sự, từ ngày hiệu lực.`,
  },
  faultsTitle: "Phương án chưa làm được",
  warningsTitle: "Cần thu xếp",
  sound: "Phương án làm được",
  soundHint:
    "Không có việc nào bị bỏ lại: mỗi hồ sơ, giấy tờ, lần giao việc và quầy đều có một nơi tiếp tục.",
  form: {
    newTitle: "Lập phương án sắp xếp",
    changeTitle: "Sửa phương án sắp xếp",
    shape: "Hình thức",
    basics: "Phương án",
    name: "Tên phương án",
    nameHint: "Ví dụ: Sáp nhập xã Bình Thành và xã Thanh Bình",
    effectiveOn: "Ngày hiệu lực",
    effectiveOnHint: "Ngày đầu tiên của đơn vị mới; đơn vị cũ hoạt động đến hết ngày trước đó.",
    decision: "Căn cứ",
    ending: "Đơn vị kết thúc",
    endingHint: "Gõ tên để tìm, không cần dấu.",
    addUnit: "Thêm đơn vị",
    remove: (name: string) => `Bỏ ${name}`,
    heir: "Nơi tiếp tục",
    mainHeir: "Đơn vị chính",
    otherHeir: (number: number) => `Đơn vị thứ ${number}`,
    addHeir: "Thêm đơn vị nhận",
    heirKind: "Đơn vị tiếp tục là",
    heirNew: "Đơn vị mới",
    heirStanding: "Đơn vị đang có",
    standingUnit: "Đơn vị đang có",
    unitName: "Tên đơn vị một cửa",
    governingBody: "Cơ quan chủ quản (in trên giấy tiếp nhận)",
    administrativeUnit: "Xã, phường theo danh mục",
    administrativeUnitHint: "Gõ tên hoặc mã; có thể thuộc tỉnh khác khi địa giới đã đổi.",
    agency: "Cơ quan của đơn vị mới",
    agencyNew: "Cơ quan mới",
    agencyStanding: "Giữ cơ quan của đơn vị cũ",
    agencyName: "Tên cơ quan",
    code2018: "Mã định danh (2018)",
    code2025: "Mã định danh (2025)",
    codeHint: "Để trống nếu chưa được cấp; chưa có mã thì chưa tiếp nhận được hồ sơ.",
    codeSource: "Nguồn của mã định danh",
    byMap: "Theo danh mục đơn vị hành chính",
    byMapHint: (from: string, to: string) => `${from} đã thành ${to}.`,
    useIt: "Dùng làm nơi tiếp tục",
    points: "Điểm tiếp nhận và quầy",
    pointsHint: "Điểm nào đi tiếp thì giữ nguyên địa chỉ, quầy và bưu điện phục vụ.",
    pointGoes: (name: string) => `${name} thuộc về`,
    close: "Đóng điểm này",
    preview: "Xem trước",
    save: "Lưu phương án",
    saved: "Đã lưu phương án",
    saveHint: "Đến 0 giờ ngày hiệu lực phần mềm tự áp dụng. Trước đó có thể sửa hoặc hủy.",
    missing: "Không được để trống.",
    notADay: "Chưa phải một ngày.",
    pick: "Chọn",
    nothingFound: "Không tìm thấy",
    newDefault: "(đơn vị mới)",
  },
  page: {
    change: "Sửa",
    cancel: "Hủy phương án",
    cancelTitle: "Hủy phương án này?",
    cancelBody: "Mọi đơn vị giữ nguyên như hiện nay. Phương án đã hủy vẫn lưu trong lịch sử.",
    reason: "Lý do hủy",
    cancelled: "Đã hủy phương án",
    apply: "Áp dụng ngay",
    applyTitle: "Áp dụng phương án sắp xếp?",
    applyBody: "Sau khi áp dụng không hủy được; muốn đổi lại phải lập phương án mới.",
    typeNumber: (number: string) => `Gõ số quyết định ${number} để xác nhận`,
    numberWrong: "Chưa trùng số quyết định.",
    applied: "Đã áp dụng phương án",
    history: "Quá trình",
    successions: "Đã nối tiếp",
    from: "Trước",
    to: "Nay là",
    kind: "Loại",
    program: "Phần mềm, đúng ngày hiệu lực",
    events: { planned: "Lập phương án", changed: "Sửa phương án", cancelled: "Hủy", applied: "Áp dụng" },
    waiting: (day: string) => `Phần mềm tự áp dụng vào 0 giờ ngày ${day}.`,
    kinds: {
      agency: "Cơ quan",
      oneStopUnit: "Đơn vị một cửa",
      receptionPoint: "Điểm tiếp nhận",
      counter: "Quầy",
    },
  },
  figures: {
    title: "Số liệu",
    intro:
      "Hồ sơ theo đơn vị tiếp nhận. Đơn vị đã sắp xếp xem được theo bản đồ cũ hoặc mới; tổng luôn bằng nhau. Mỗi hồ sơ đã tiếp nhận tính một lần; phần của hồ sơ liên thông không tính thêm, hồ sơ mới nộp chưa tiếp nhận không tính. Hồ sơ chuyển từ hệ thống cũ có tính ở đây, không vào sổ theo dõi.",
    from: "Từ ngày",
    to: "Đến ngày",
    map: "Tính theo",
    maps: { old: "Đơn vị lúc tiếp nhận", new: "Đơn vị hôm nay" },
    unit: "Đơn vị",
    received: "Tiếp nhận",
    finished: "Giải quyết xong",
    onTime: "Đúng hạn",
    onTimeCounted: "Đúng hạn (766)",
    share: "Tỷ lệ đúng hạn",
    answers: "Số câu trả lời",
    satisfied: "Tỷ lệ hài lòng",
    answersNote:
      "Câu trả lời của người dân về hồ sơ tiếp nhận trong khoảng này. Không nêu tỷ lệ khi có dưới 5 câu, hoặc khi từ tổng suy ra được câu trả lời của ít người.",
    sum: "Tổng",
    none: "Không có hồ sơ trong khoảng này",
    noneHint: "Chọn khoảng thời gian khác.",
    nowCalled: (name: string) => `nay là ${name}`,
    csv: "Tải về (CSV)",
  },
};
