import type { Desk } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const emptyQueue: Words<Desk> = {
  oneStop: "Không còn hồ sơ chờ chuyển",
  case: "Không còn hồ sơ chờ giải quyết",
  approval: "Không còn hồ sơ chờ phê duyệt",
  returning: "Không có kết quả nào chờ trả",
};

const queue = {
  title: "Hàng đợi",
  desks: "Bàn làm việc",
  open: (count: number) => `${count} hồ sơ đang chờ`,
  empty: emptyQueue,
  emptyHint: "Hồ sơ mới sẽ hiện ở đây. Có thể bấm Làm mới để xem ngay.",
  refresh: "Làm mới",
  list: (desk: string) => `Hồ sơ: ${desk}`,
  keys: "Mũi tên lên, xuống để chọn; Enter để mở",
};

const columns = {
  due: "Hẹn trả",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  applicant: "Người đề nghị",
  status: "Trạng thái",
  inHandOf: (name: string) => `${name} đang giải quyết`,
};

const search = {
  title: "Tra cứu hồ sơ",
  label: "Mã hồ sơ hoặc tên người đề nghị",
  hint: "Quét mã trên giấy tiếp nhận, gõ mã, hoặc gõ tên (không cần dấu) rồi Enter.",
  submit: "Tìm hồ sơ",
  tooShort: "Gõ ít nhất 2 ký tự.",
  results: "Kết quả tìm",
  found: (count: number) => `Tìm thấy ${count} hồ sơ`,
  foundMore: (count: number) => `Đang hiện ${count} hồ sơ đầu, còn nữa`,
  none: (query: string) => `Không thấy hồ sơ nào với “${query}”`,
  noneHint: "Xem lại mã trên giấy tiếp nhận, hoặc gõ ít chữ hơn trong tên. Chỉ thấy hồ sơ của đơn vị mình.",
};

const page = {
  back: "Về hàng đợi",
  print: "In giấy tiếp nhận",
  printNewTab: "mở trong thẻ mới",
  dueTitle: "Ngày hẹn trả",
  actsTitle: "Việc cần làm",
  noActs: "Hồ sơ đã xong, không còn việc nào.",
  factsTitle: "Thông tin hồ sơ",
  peopleTitle: "Người đề nghị",
  submitterTitle: "Người nộp",
  itemsTitle: "Giấy tờ và kết quả",
  historyTitle: "Quá trình giải quyết",
  resultTitle: "Kết quả",
  status: "Trạng thái",
  national: "Mã trạng thái quốc gia",
  nationalStatus: (code: number, name: string) => `${code} – ${name}`,
  money: "Phí, lệ phí",
  delivery: "Trả kết quả",
  sync: "Đồng bộ",
  channel: "Hình thức nộp",
  returnMethod: "Cách nhận kết quả",
  helpedAt: "Nơi hướng dẫn",
  receivedAt: "Nơi tiếp nhận",
  decidedBy: "Cơ quan giải quyết",
  receivedAs: "Tư cách tiếp nhận",
  received: "Thời điểm tiếp nhận",
  remarks: "Ghi chú",
  assisted: "Cán bộ viết thay người dân",
  procedure: "Thủ tục",
  name: "Họ và tên",
  organisation: "Tên tổ chức",
  number: "Số giấy tờ",
  taxCode: "Mã số",
  birthDate: "Ngày sinh",
  sex: "Giới tính",
  address: "Địa chỉ",
  phone: "Điện thoại",
  email: "Thư điện tử",
  legalRepresentative: "Người đại diện",
  branch: "Chi nhánh",
  noItems: "Không có giấy tờ nào được ghi nhận.",
  item: "Tên",
  amount: "Số lượng",
  holder: "Ai đang giữ",
  result: "kết quả",
  originals: (count: number) => `${count} bản chính`,
  copies: (count: number) => `${count} bản sao`,
  shown: "đã xuất trình, trả lại người dân",
  notHandedIn: "chưa nộp",
  noHolder: "không giữ lại",
  citizen: "Người dân",
  at: "Tại",
  note: "Ghi chú",
  resultFile: "Mở tệp kết quả",
  outcome: "Nội dung",
  resultNumber: "Số, ký hiệu",
};

const done: Words<Move> = {
  forward: "Đã chuyển hồ sơ đến cơ quan giải quyết.",
  take: "Đã nhận giải quyết hồ sơ.",
  recordOutcome: "Đã trình kết quả để phê duyệt.",
  sendBack: "Đã trả lại công chức chuyên môn.",
  approve: "Đã phê duyệt; kết quả về bộ phận một cửa.",
  returnResult: "Đã trả kết quả; người nhận đã ký.",
};

const acts = {
  by: (basis: string) => `Căn cứ: ${basis}`,
  byOffice: (place: string) => `Căn cứ: vị trí công tác tại ${place}`,
  sentBack: (by: string) => `${by} trả lại để hoàn thiện`,
  done,
  nextDossier: "Mở hồ sơ tiếp theo",
  toQueue: "Về hàng đợi",
  noNext: "Không còn hồ sơ nào chờ ở bàn này.",
  reloaded: "Đã tải bản mới nhất của hồ sơ; những gì vừa gõ vẫn còn nguyên.",
  note: "Ghi chú",
  noteHint: "Người nhận việc tiếp theo đọc được ghi chú này.",
  forwardConfirm: "Xác nhận chuyển",
  approveConfirm: "Xác nhận phê duyệt",
  sendBackConfirm: "Xác nhận trả lại",
  reason: "Lý do trả lại",
  reasonHint: "Viết rõ cần sửa hoặc làm rõ điều gì.",
  reasonShort: "Viết lý do, ít nhất 3 ký tự.",
};

const outcome = {
  choose: "Nội dung kết quả",
  chooseFirst: "Chọn nội dung kết quả.",
  number: "Số, ký hiệu kết quả",
  note: "Ghi chú cho người phê duyệt",
  submit: "Trình phê duyệt",
  file: "Tệp kết quả",
  fileFirst: "Đính kèm tệp kết quả.",
};

const upload = {
  choose: "Chọn tệp",
  another: "Chọn tệp khác",
  orDrop: "hoặc kéo thả tệp vào đây",
  hint: "PDF, PNG hoặc JPEG, không quá 20 MB.",
  sending: (name: string) => `Đang tải lên ${name}…`,
  decimalSign: ",",
  ready: (name: string, size: string) => `Đã tải lên ${name} (${size})`,
  tooLarge: "Tệp lớn hơn 20 MB. Hãy quét lại ở độ phân giải thấp hơn, hoặc chia nhỏ tệp.",
  wrongType:
    "Tệp này không phải PDF, PNG hay JPEG. Hãy mở tệp, lưu thành PDF rồi chọn lại; phần đã điền vẫn còn.",
};

const returning = {
  title: "Trả kết quả tại quầy",
  find: "Mã hồ sơ",
  findHint: "Quét mã trên giấy tiếp nhận và hẹn trả kết quả, hoặc gõ mã rồi Enter.",
  findSubmit: "Tìm",
  notCode: "Đây không phải mã hồ sơ. Quét mã trên giấy tiếp nhận, hoặc tìm theo tên ở mục Tra cứu.",
  none: (code: string) => `Không thấy hồ sơ ${code} ở đơn vị của ông/bà.`,
  waiting: "Kết quả đang chờ trả",
  noCounter: "Ông/bà chưa chọn quầy",
  noCounterHint: "Chọn quầy ở thanh phía trên trước khi trả kết quả; nội dung đã điền vẫn còn.",
  belongsTo: "Kết quả của",
  submittedBy: "Người nộp hồ sơ",
  openDossier: "Xem toàn bộ hồ sơ",
  otherDossier: "Tìm hồ sơ khác",
  collector: "Ai đến nhận",
  named: (role: string, name: string) => `${role}: ${name}`,
  proxyName: "Họ và tên người nhận thay",
  proxyNumber: "Số giấy tờ của người nhận thay",
  authorisation: "Giấy ủy quyền",
  authorisationHint: "Số, ngày, nơi chứng thực hoặc quan hệ với người ủy quyền.",
  proof: "Giấy tờ đã xuất trình",
  checked: "Đã đối chiếu giấy tờ với người nhận",
  signature: "Chữ ký của người nhận",
  kinds: { drawn: "Ký trên màn hình", signedSlip: "Tải lên giấy đã ký" },
  kindLabel: "Cách ký",
  pad: "Ô ký tên",
  padHint: "Người nhận ký bằng bút, ngón tay hoặc chuột. Không ký được thì tải lên giấy đã ký.",
  padSigned: "Đã có nét ký.",
  padEmpty: "Chưa có nét ký.",
  padClear: "Xóa, ký lại",
  slip: "Giấy đã ký (bản quét)",
  submit: "Xác nhận đã trả kết quả",
  next: "Trả hồ sơ tiếp theo",
  missing: {
    proxyName: "Điền họ và tên người nhận thay.",
    proxyNumber: "Điền số giấy tờ của người nhận thay.",
    authorisation: "Điền thông tin giấy ủy quyền.",
    proof: "Chọn giấy tờ mà người nhận đã xuất trình.",
    checked: "Đối chiếu giấy tờ rồi đánh dấu vào đây.",
    signature: "Mời người nhận ký, hoặc tải lên giấy đã ký.",
  },
};

/** Words of the queue, the search, the page of a dossier and the return at the counter. */
export const dossiers = { queue, columns, search, page, acts, outcome, upload, returning };
