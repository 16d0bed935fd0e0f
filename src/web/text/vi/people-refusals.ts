import { dates } from "./dates.ts";
import { type RefusalDetails, type RefusalSentence, detail } from "../refusal-words.ts";

const day = (details: RefusalDetails, key: string, say: (day: string) => string) =>
  detail(details, key, (text) => (text === "" ? "" : say(dates.shortDay(text))));

/** What the server refuses about accounts, successors and training. */
export const peopleRefusals = {
  password_change_needed: () => ({
    what: "Đây là lần đăng nhập đầu tiên bằng mật khẩu được cấp.",
    wayOut: "Hãy đặt mật khẩu riêng của ông/bà rồi đăng nhập.",
  }),
  password_too_weak: (details: RefusalDetails) => ({
    what: "Mật khẩu mới quá ngắn, hoặc trùng với mật khẩu được cấp.",
    wayOut: `Hãy đặt mật khẩu khác, ít nhất ${detail(details, "min", (min) => min) || "10"} ký tự.`,
  }),
  successor_unknown: () => ({
    what: "Người nhận bàn giao không có hoặc đã nghỉ việc.",
    wayOut: "Hãy chọn một người khác đang làm việc, hoặc để trống: nơi làm việc sẽ nhận.",
  }),
  successor_suspended: () => ({
    what: "Người nhận bàn giao đang bị tạm dừng.",
    wayOut: "Hãy chọn một người khác, hoặc để trống: nơi làm việc sẽ nhận.",
  }),
  successor_cycle: () => ({
    what: "Bàn giao như vậy sẽ quay vòng về chính người bàn giao.",
    wayOut: "Hãy chọn một người khác, hoặc để trống: nơi làm việc sẽ nhận.",
  }),
  successor_elsewhere: () => ({
    what: "Người nhận bàn giao không làm việc ở mọi nơi có hồ sơ, giấy tờ đang giữ.",
    wayOut: "Hãy chọn người cùng nơi làm việc, hoặc để trống: nơi làm việc sẽ nhận.",
  }),
  hand_over_not_yours: () => ({
    what: "Biên bản này giao cho người hoặc đơn vị khác.",
    wayOut: "Người nhận bàn giao, trưởng bộ phận nơi nhận hoặc người quản trị làm việc này.",
  }),
  hand_over_taken_already: () => ({
    what: "Việc nhận bàn giao này đã được xác nhận.",
    wayOut: "Không cần làm gì thêm. Nếu kiểm đếm lại, hãy xác nhận thêm một lần.",
  }),
  hand_over_counted_meanwhile: () => ({
    what: "Vừa có người ghi một lần kiểm đếm khác.",
    wayOut: "Hãy tải lại biên bản, xem số vừa ghi rồi làm tiếp.",
  }),
  hand_over_count_missing: () => ({
    what: "Chưa kiểm đếm tiền mặt.",
    wayOut: "Hãy kiểm đếm và ghi số tiền trước, kể cả khi là 0 đồng.",
  }),
  count_invalid: () => ({
    what: "Lần kiểm đếm có chỗ chưa đúng.",
    wayOut: "Hãy xem các dòng được đánh dấu, sửa rồi gửi lại.",
  }),
  account_invalid: () => ({
    what: "Thông tin tài khoản hoặc vị trí có chỗ chưa đúng.",
    wayOut: "Hãy xem các dòng được đánh dấu, sửa rồi gửi lại.",
  }),
  account_own: () => ({
    what: "Không ai tự sửa tài khoản của chính mình.",
    wayOut: "Hãy nhờ một người quản trị khác.",
  }),
  account_changed: () => ({
    what: "Có người vừa thay đổi tài khoản này.",
    wayOut: "Hãy tải lại để xem bản mới nhất rồi làm tiếp.",
  }),
  username_taken: () => ({
    what: "Tên đăng nhập này đã có người dùng.",
    wayOut: "Hãy đặt tên khác, ví dụ thêm tên đơn vị.",
  }),
  clerk_two_employers: (details: RefusalDetails) => ({
    what: `Người này đang có hợp đồng ở nơi khác${detail(details, "username", (name) => ` (tài khoản ${name})`)}${day(details, "until", (until) => `, đến hết ${until}`)}.`,
    wayOut: "Mỗi người chỉ có một nơi sử dụng lao động: hãy chấm dứt hợp đồng kia trước.",
  }),
  contract_over: () => ({
    what: "Hợp đồng này đã chấm dứt.",
    wayOut: "Muốn người này làm việc lại, hãy gia hạn hợp đồng.",
  }),
  contract_end_too_early: (details: RefusalDetails) => ({
    what: `Ngày cuối ở trước ngày đầu${day(details, "from", (from) => ` (${from})`)}.`,
    wayOut: "Hãy chọn ngày từ ngày đầu trở đi.",
  }),
  contract_end_not_later: (details: RefusalDetails) => ({
    what: `Ngày mới không muộn hơn thời hạn đang có${day(details, "until", (until) => ` (${until})`)}.`,
    wayOut: "Hãy chọn ngày muộn hơn và từ hôm nay trở đi, hoặc chọn không thời hạn.",
  }),
  contract_end_not_now: (details: RefusalDetails) => ({
    what: "Chấm dứt ngay bây giờ thì ngày cuối là hôm nay.",
    wayOut: `Hãy để ngày cuối là hôm nay${day(details, "today", (today) => ` (${today})`)}, hoặc bỏ chọn "Ngay bây giờ".`,
  }),
  post_over: () => ({
    what: "Vị trí này đã kết thúc, hoặc kết thúc sớm hơn ngày đã chọn.",
    wayOut: "Hãy chọn một ngày sớm hơn ngày cuối đang ghi.",
  }),
  training_invalid: () => ({
    what: "Buổi tập huấn có chỗ chưa đúng.",
    wayOut: "Hãy xem các dòng được đánh dấu, sửa rồi gửi lại.",
  }),
} as const satisfies Readonly<Record<string, (details: RefusalDetails) => RefusalSentence>>;
