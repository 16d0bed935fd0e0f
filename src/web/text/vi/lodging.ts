/** Words of what is handed in and not received: asked for more first, or refused. */
export const lodging = {
  ask: "Yêu cầu bổ sung",
  refuse: "Từ chối tiếp nhận",
  notAllowed: (act: string, why: string) => `Không ${act} được: ${why}`,
  asking: "yêu cầu bổ sung",
  refusing: "từ chối tiếp nhận",

  askTitle: "Yêu cầu bổ sung, hoàn thiện hồ sơ",
  askEffect: "Hồ sơ được cấp mã và chưa tính thời hạn. Toàn bộ giấy tờ giao lại cho người nộp.",
  askPapers: "Nội dung cần bổ sung, hoàn thiện",
  askReason: "Lý do",
  askReasonHint: "In trên Mẫu 02; hãy ghi rõ để người nộp chỉ phải đi lại một lần.",
  askSubmit: "Yêu cầu bổ sung",
  refuseTitle: "Từ chối tiếp nhận hồ sơ",
  refuseEffect: "Hồ sơ kết thúc ở đây. Toàn bộ giấy tờ giao lại cho người nộp.",
  refuseReason: "Lý do từ chối",
  refuseReasonHint: "In trên Mẫu 03; nếu thuộc nơi khác giải quyết, hãy ghi nơi đó.",
  refuseSubmit: "Từ chối tiếp nhận",

  askedTitle: "Đã yêu cầu bổ sung hồ sơ",
  refusedTitle: "Đã từ chối tiếp nhận hồ sơ",
  earlier: "Hồ sơ được ghi theo lần gửi trước khi mất kết nối.",
  earlierHint: "Những gì sửa sau lần gửi đó chưa có trong hồ sơ. Hãy mở hồ sơ để xem lại.",
  papersBack: "Giao lại toàn bộ giấy tờ cho người nộp",
  comesBack: "Khi người nộp quay lại: tìm hồ sơ theo mã, rồi mở ở quầy.",
  printAsk: "In phiếu yêu cầu bổ sung",
  printRefusal: "In phiếu từ chối tiếp nhận",
  newTab: "mở trong thẻ mới",

  acceptTitle: (code: string) => `Tiếp nhận hồ sơ ${code}`,
  acceptLabel: "Tờ tiếp nhận hồ sơ đã nộp trước",
  asked: (moment: string) => `Đã yêu cầu bổ sung lúc ${moment}`,
  askedPaper: (name: string, counts: string) => (counts === "" ? name : `${name} (${counts})`),
  fixed:
    "Thủ tục, hình thức nộp và trường hợp giữ như lúc nộp. Giấy tờ được đếm lại từ đầu vì chưa có giấy nào ở quầy.",
  toDossier: "Xem hồ sơ",
  reload: "Tải lại hồ sơ",
  wait: "Đang xét quyền…",

  sameDay:
    "Thủ tục trả kết quả trong ngày: chỉ in giấy tiếp nhận khi người nộp yêu cầu. Hồ sơ đã được ghi đủ.",
};
