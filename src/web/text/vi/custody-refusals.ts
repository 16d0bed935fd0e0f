import type { RefusalDetails } from "../refusal-words.ts";

/** What happened and what to do now, where things change hands. */
export const custodyRefusals = {
  own_difference: () => ({
    what: "Chênh lệch này do chính ông/bà giao, nhận hoặc kiểm đếm mà có.",
    wayOut: "Hãy nhờ người khác ở bên giao hoặc bên nhận làm rõ.",
  }),
  not_holder: () => ({
    what: "Giấy tờ này không ở trong tay ông/bà.",
    wayOut: "Xem ai đang giữ ở mục Ở đâu, rồi đề nghị người đó bàn giao.",
  }),
  thing_offered: () => ({
    what: "Giấy tờ này đang chờ người nhận ký trên một bảng kê.",
    wayOut: "Chờ người nhận ký, hoặc rút lại bảng kê đó.",
  }),
  thing_inside: () => ({
    what: "Giấy tờ này nằm trong một bì hoặc túi.",
    wayOut: "Mở bì, túi và lấy ra trước, hoặc bàn giao cả bì, túi.",
  }),
  thing_not_inside: () => ({
    what: "Giấy tờ này không nằm trong bì, túi đang mở.",
    wayOut: "Quét lại mã, hoặc tìm ở mục Ở đâu.",
  }),
  thing_named_twice: () => ({
    what: "Một mã được quét hai lần.",
    wayOut: "Bỏ dòng lặp rồi gửi lại.",
  }),
  container_ended: () => ({
    what: "Bì, túi này đã được cất bỏ.",
    wayOut: "Dùng nhãn mới.",
  }),
  container_sealed: () => ({
    what: "Bì, túi này đang niêm phong.",
    wayOut: "Mở niêm phong trước, có ghi số niêm phong.",
  }),
  container_open: () => ({
    what: "Bì, túi này chưa niêm phong.",
    wayOut: "Không cần mở: có thể bỏ vào hoặc lấy ra ngay.",
  }),
  container_empty: () => ({
    what: "Bì, túi này chưa có gì bên trong.",
    wayOut: "Bỏ giấy tờ vào rồi mới niêm phong.",
  }),
  container_not_empty: () => ({
    what: "Bì, túi này còn giấy tờ bên trong.",
    wayOut: "Lấy hết giấy tờ ra trước.",
  }),
  container_code_unreadable: () => ({
    what: "Mã này không phải mã nhãn bì, túi.",
    wayOut: "Quét lại nhãn, hoặc để trống để máy tạo mã mới.",
  }),
  container_code_used: () => ({
    what: "Nhãn này đã dùng cho một bì, túi khác.",
    wayOut: "Dùng nhãn mới: mỗi nhãn chỉ dùng một lần.",
  }),
  bag_in_packet: () => ({
    what: "Túi không bỏ vào bì được.",
    wayOut: "Bỏ bì vào túi.",
  }),
  seal_unreadable: () => ({
    what: "Số niêm phong không đọc được.",
    wayOut: "Gõ đúng số in trên niêm phong: từ 3 đến 40 chữ và số.",
  }),
  seal_used: () => ({
    what: "Số niêm phong này đang dùng cho một bì, túi khác.",
    wayOut: "Xem lại số, hoặc dùng niêm phong mới.",
  }),
  seal_differs: () => ({
    what: "Số niêm phong không khớp với số đã ghi.",
    wayOut: "Xem lại số. Nếu đúng là khác, ghi nhận chênh lệch kèm ảnh chụp.",
  }),
  file_missing: () => ({
    what: "Không thấy ảnh hoặc chữ ký đã tải lên.",
    wayOut: "Chụp hoặc ký lại rồi gửi.",
  }),
  two_signatures_needed: () => ({
    what: "Nơi đến do người khác phụ trách.",
    wayOut: "Lập bảng kê bàn giao để hai bên cùng ký.",
  }),
  one_signature_enough: () => ({
    what: "Hai nơi đều do ông/bà phụ trách.",
    wayOut: "Dùng Chuyển chỗ: chỉ cần một chữ ký.",
  }),
  receiver_code_wrong: () => ({
    what: "Mã một lần của người nhận không đúng hoặc đã dùng.",
    wayOut: "Nhờ người nhận mở ứng dụng xác thực của mình và nhập mã mới. Sai năm lần thì phải chờ 15 phút.",
  }),
  placed_there_already: () => ({
    what: "Giấy tờ này đã ở nơi đó.",
    wayOut: "Không cần làm gì thêm.",
  }),
  not_with_outsider: ({ code }: RefusalDetails) => ({
    what: `Theo sổ, bì${typeof code === "string" ? ` ${code}` : ""} không ở với người không có tài khoản.`,
    wayOut: "Xem ai đang giữ ở mục Ở đâu. Người đó lập bảng kê bàn giao.",
  }),
  things_of_several: () => ({
    what: "Các giấy tờ đang ở nhiều nơi khác nhau.",
    wayOut: "Lập mỗi nơi một bảng kê.",
  }),
  receiver_unknown: () => ({
    what: "Không tìm thấy người hoặc nơi nhận.",
    wayOut:
      "Chọn lại người nhận đang làm việc. Gửi sang tỉnh khác thì gửi qua bưu điện, kèm biên bản trên giấy.",
  }),
  item_needs_packet: () => ({
    what: "Giấy tờ rời không giao ra ngoài đơn vị.",
    wayOut: "Bỏ vào bì, niêm phong rồi bàn giao bì.",
  }),
  hand_over_record_unknown: () => ({
    what: "Không tìm thấy biên bản giao nhận này ở nơi ông/bà đang tiếp nhận.",
    wayOut: "Hãy chọn lại biên bản trong danh sách, hoặc chọn “Không có, hoặc chưa biết”.",
  }),
  hand_over_record_of_post: () => ({
    what: "Chỉ hồ sơ gửi qua bưu chính mới có biên bản giao nhận với bưu điện.",
    wayOut: "Hãy chọn hình thức nộp qua bưu chính, hoặc bỏ biên bản.",
  }),
  manifest_not_yours: () => ({
    what: "Bảng kê này không gửi cho ông/bà hoặc nơi ông/bà phụ trách.",
    wayOut: "Chuyển cho đúng người nhận, hoặc đề nghị người giao lập lại.",
  }),
  manifest_settled: () => ({
    what: "Bảng kê này đã được ký nhận, từ chối hoặc rút lại.",
    wayOut: "Xem kết quả trong bảng kê.",
  }),
  count_differs: () => ({
    what: "Số đếm được không khớp với số dòng nhận.",
    wayOut: "Đếm lại, hoặc ghi dòng thiếu, dòng thừa.",
  }),
  signature_unreadable: () => ({
    what: "Chữ ký vẽ trên màn hình không đọc được.",
    wayOut: "Xóa ô ký và ký lại.",
  }),
  difference_without_photo: () => ({
    what: "Chỗ rách, niêm phong bị mở hay khác số chưa có ảnh.",
    wayOut: "Chụp ảnh chỗ đó rồi ký nhận.",
  }),
  difference_of_missing: () => ({
    what: "Một dòng vừa ghi là thiếu, vừa ghi là hư hỏng.",
    wayOut: "Đánh dấu đã đếm dòng này, hoặc bỏ phần hư hỏng.",
  }),
  difference_without_line: () => ({
    what: "Một chênh lệch chưa chỉ rõ dòng nào.",
    wayOut: "Chọn dòng trên bảng kê, hoặc quét mã của giấy tờ thừa.",
  }),
  phone_unreadable: () => ({
    what: "Số điện thoại không đúng.",
    wayOut: "Nhập số di động Việt Nam.",
  }),
  code_not_sendable: () => ({
    what: "Nơi này chưa gửi được tin nhắn.",
    wayOut: "Để người nhận ký trên màn hình hoặc trên giấy.",
  }),
  code_wrong: () => ({
    what: "Mã xác nhận không đúng.",
    wayOut: "Hỏi lại người nhận mã trong tin nhắn. Sau 5 lần sai phải gửi mã mới.",
  }),
  code_expired: () => ({
    what: "Mã xác nhận đã hết hạn.",
    wayOut: "Bấm “Gửi lại mã” để người nhận có mã mới.",
  }),
  code_too_soon: () => ({
    what: "Mã vừa được gửi.",
    wayOut: "Chờ một phút rồi gửi lại.",
  }),
  code_too_often: () => ({
    what: "Bảng kê này đã gửi mã 5 lần.",
    wayOut: "Rút lại bảng kê, bàn giao lại và để người nhận ký trên màn hình hoặc trên giấy.",
  }),
  label_used: () => ({
    what: "Mã này đã dùng cho nơi khác.",
    wayOut: "Dùng mã khác.",
  }),
  label_unreadable: () => ({
    what: "Mã của nơi để giấy tờ không đọc được.",
    wayOut: "Dùng từ 2 đến 20 chữ cái không dấu, số và dấu gạch.",
  }),
  custody_place_changed: () => ({
    what: "Nơi này vừa được người khác thay đổi.",
    wayOut: "Tải lại rồi làm lại.",
  }),
  stock_too_large: () => ({
    what: "Nơi này có hơn 5000 giấy tờ, không kiểm kê một lần được.",
    wayOut: "Chia giấy tờ ra nhiều kệ, rồi kiểm kê từng kệ.",
  }),
  custody_place_not_empty: () => ({
    what: "Nơi này còn giấy tờ.",
    wayOut: "Chuyển hết giấy tờ đi trước.",
  }),
  result_in_container: () => ({
    what: "Giấy tờ đang nằm trong bì, đang bàn giao hoặc đang ở nơi khác.",
    wayOut: "Xem giấy tờ ở đâu, nhận bàn giao hoặc lấy ra khỏi bì rồi làm lại.",
  }),
  manifest_not_accepted: () => ({
    what: "Bảng kê này chưa được ký nhận.",
    wayOut: "Biên bản giao nhận có sau khi bên nhận ký.",
  }),
  no_labels: () => ({
    what: "Chưa chọn nhãn nào để in.",
    wayOut: "Chọn bì, túi, nơi để giấy tờ, hoặc nhập số nhãn mới.",
  }),
};
