import type { CardProblem } from "#domain/person/citizen-card.ts";
import type { PersonProblem, PersonWarning } from "#domain/person/problem-codes.ts";

const problems: Readonly<Record<PersonProblem, string>> = {
  text_empty: "Hãy điền mục này.",
  text_too_long: "Nội dung dài hơn mức cho phép; hãy rút gọn.",
  text_unreadable_character: "Có ký tự không đọc được; hãy gõ lại mục này.",
  name_empty: "Hãy điền tên.",
  name_too_long: "Tên dài hơn 200 ký tự; hãy rút gọn.",
  name_unreadable_character: "Tên có ký tự không đọc được; hãy gõ lại.",
  name_no_letter: "Tên cần có ít nhất một chữ cái.",
  identity_number_empty: "Hãy điền số giấy tờ.",
  identity_number_characters: "Số giấy tờ chỉ gồm chữ số, chữ cái không dấu, gạch ngang.",
  identity_number_too_long: "Số giấy tờ dài hơn 30 ký tự; hãy xem lại.",
  identity_kind_not_listed: "Hãy chọn loại giấy tờ trong danh sách.",
  day_impossible: "Ngày này không có thật. Gõ ngày/tháng/năm, ví dụ 05/09/1990.",
  day_in_future: "Ngày này chưa tới; hãy xem lại.",
  phone_empty: "Hãy điền số điện thoại, hoặc bỏ trống.",
  phone_characters: "Số điện thoại chỉ gồm chữ số, có thể có dấu + ở đầu.",
  phone_too_long: "Số điện thoại dài hơn 17 số; hãy xem lại.",
  email_malformed: "Thư điện tử cần có dạng ten@vidu.vn.",
  tax_code_empty: "Hãy điền mã số thuế hoặc mã số doanh nghiệp.",
  tax_code_characters: "Mã số chỉ gồm chữ số, chữ cái không dấu, gạch ngang.",
  tax_code_too_long: "Mã số dài hơn 30 ký tự; hãy xem lại.",
  sex_not_listed: "Hãy chọn Nam hoặc Nữ.",
  commune_code_malformed: "Mã xã gồm 5 chữ số.",
  province_code_malformed: "Mã tỉnh gồm 2 chữ số.",
  branch_code_malformed: "Mã chi nhánh gồm 3 chữ số.",
  relation_not_listed: "Hãy chọn quan hệ với người ủy quyền.",
  authorisation_missing: "Người nộp không phải người đề nghị nên cần giấy ủy quyền; hãy điền phần này.",
};

const warnings: Readonly<Record<PersonWarning, string>> = {
  name_has_digit: "Tên có chữ số; hãy xem lại. Nếu đúng giấy tờ thì cứ tiếp tục.",
  identity_kind_unknown: "Số này không giống loại giấy tờ nào thường gặp; hãy đối chiếu lại.",
  identity_length_unusual: "Số giấy tờ dài ngắn khác thường; hãy đối chiếu lại.",
  identity_letters_unusual: "Số giấy tờ này thường chỉ có chữ số; hãy đối chiếu lại.",
  identity_province_unknown: "Ba số đầu không phải mã tỉnh thường gặp; hãy đối chiếu lại.",
  identity_century_unusual: "Số thứ tư cho biết năm sinh sau 2099; hãy đối chiếu lại.",
  identity_birth_year_differs: "Năm sinh trong số căn cước khác ngày sinh đã điền; hãy đối chiếu lại.",
  identity_sex_differs: "Giới tính trong số căn cước khác mục đã chọn; hãy đối chiếu lại.",
  phone_shape_unusual: "Số điện thoại khác dạng thường gặp; hãy hỏi lại.",
  phone_zero_added: "Đã thêm số 0 ở đầu.",
  phone_old_prefix: "Đây là đầu số 11 số cũ đã đổi từ năm 2018; hãy hỏi lại.",
  tax_code_shape_unusual: "Mã số khác dạng thường gặp (10 số, chi nhánh thêm 3 số); hãy đối chiếu lại.",
  tax_code_check_digit_differs: "Số kiểm tra của mã số thuế không khớp; hãy đối chiếu lại.",
  birth_date_long_ago: "Ngày sinh cách đây hơn 122 năm; hãy xem lại.",
  identity_issued_before_birth: "Ngày cấp giấy tờ trước ngày sinh; hãy xem lại.",
  phone_missing: "Chưa có số điện thoại: sẽ không báo được cho người dân khi có kết quả.",
  branch_name_missing: "Mã số là của chi nhánh nhưng chưa có tên chi nhánh.",
  branch_code_differs: "Mã chi nhánh khác ba số cuối của mã số; hãy xem lại.",
  authorisation_not_certified: "Chưa ghi nơi chứng thực. Một số thủ tục cần giấy ủy quyền có chứng thực.",
  submitter_same_as_applicant:
    "Người nộp trùng số giấy tờ với người đề nghị: sẽ ghi là người đề nghị tự nộp.",
};

const card: Readonly<Record<CardProblem, string>> = {
  card_scan_not_a_card:
    "Mã vừa quét không phải mã QR trên thẻ căn cước. Hãy quét lại mặt có mã QR, hoặc gõ tay.",
  card_scan_cut_short: "Mã QR bị đọc thiếu. Phần đọc được đã điền vào biểu mẫu; hãy quét lại hoặc gõ tiếp.",
  card_number_malformed: "Số căn cước trong mã không đủ 12 số. Phần khác đã điền; hãy gõ lại số.",
  card_name_malformed: "Không đọc được tên trong mã. Phần khác đã điền; hãy gõ lại tên.",
  card_date_impossible: "Có ngày không có thật trong mã. Phần khác đã điền; hãy gõ lại ngày sinh.",
};

/** What is wrong, or worth a second look, beside a field of a person or an organisation. */
export const party = { problems, warnings, card };
