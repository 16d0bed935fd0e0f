import type { CountFault } from "#domain/people/counted-money.ts";
import type { HandOverCause } from "#domain/people/hand-over.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const causes: Words<HandOverCause> = {
  suspension: "Tạm dừng",
  contractEnd: "Chấm dứt hợp đồng",
  postEnd: "Kết thúc vị trí",
};

const faults: Words<CountFault> = {
  witness_missing: "Hãy ghi họ tên, chức vụ người chứng kiến.",
  witness_is_counter: "Người chứng kiến phải là người khác người kiểm đếm.",
  reason_missing: "Hãy ghi vì sao kiểm đếm lại.",
};

/** What every official paper carries at its head. */
export const paper = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  /** @example placeAndDay("Bình Thành", "2026-11-06") → "Bình Thành, ngày 06 tháng 11 năm 2026" */
  placeAndDay: (place: string, text: string): string => {
    const day = parsePlainDate(text);
    const [year = "", month = "", date = ""] = (day ?? "").split("-");
    return `${place === "" ? "………………" : place}, ngày ${date} tháng ${month} năm ${year}`;
  },
};

/** Records of hand-overs: dossiers, papers, cash; who counted, who took over. */
export const handOvers = {
  faults,
  title: "Bàn giao",
  intro: "Những gì đã chuyển sang người hoặc nơi khác, tiền mặt đã kiểm đếm, và ai đã xác nhận nhận.",
  none: "Chưa có biên bản bàn giao nào",
  noneHint: "Khi có người bị tạm dừng hoặc nghỉ việc mà đang giữ hồ sơ, biên bản xuất hiện ở đây.",
  list: {
    from: "Bên giao",
    to: "Bên nhận",
    what: "Hồ sơ",
    money: "Tiền mặt",
    state: "Xác nhận",
    dossiers: (count: number) => `${count} hồ sơ`,
    cashAlone: "Chỉ kiểm đếm tiền mặt",
    open: (from: string, at: string) => `Biên bản bàn giao của ${from}, ${at}`,
    toPlaces: "Các nơi có hồ sơ",
  },
  state: {
    mine: "Chờ ông/bà xác nhận",
    awaited: (names: string) => `Chờ ${names}`,
    done: "Đã nhận đủ",
  },
  record: {
    title: "Biên bản bàn giao",
    name: "Biên bản bàn giao",
    nameOf: (unit: string) => `Biên bản bàn giao, ${unit}`,
    causes,
    from: "Bên giao",
    to: "Bên nhận",
    toPlaces: "Các nơi có hồ sơ",
    cause: "Lý do",
    basis: "Căn cứ",
    decision: (number: string, day: string, issuer: string) =>
      `Quyết định số ${number} ngày ${day} của ${issuer}`,
    by: "Người quyết định",
    bySystem: "tự động khi hết ngày cuối",
    at: "Thời điểm",
    lines: "Hồ sơ, giấy tờ bàn giao",
    columns: {
      code: "Mã hồ sơ",
      papers: "Số giấy tờ",
      fee: "Phí theo phiếu",
      to: "Bên nhận",
      label: "Mã trên nhãn",
      seal: "Niêm phong",
    },
    containers: (count: number) => `Bì, túi (${count}): đối chiếu nhãn và niêm phong, không mở`,
    unsealed: "không niêm phong",
    otherPapers: (count: number) => `${count} giấy tờ khác`,
    matter: "đang giải quyết",
    steps: (count: number) => `${count} bước của quy trình nội bộ`,
    total: (papers: number, dossiers: number) => `Tổng cộng ${papers} giấy tờ của ${dossiers} hồ sơ.`,
    drafts: (count: number) => `Kèm ${count} hồ sơ nháp.`,
    linesNone: "Không có hồ sơ nào.",
    signatures: {
      gives: "Bên giao",
      takes: "Bên nhận",
      witness: "Người chứng kiến",
      sign: "(ký, ghi rõ họ tên)",
    },
    print: "In biên bản",
  },
  fees: {
    sum: (sum: string) => `Phí, lệ phí theo phiếu: ${sum}`,
    unfixed: (count: number) => `${count} hồ sơ chưa xác định phí`,
    unfixedOne: "chưa xác định",
    meaning: "Theo phiếu, chưa phải số đã thu: phần mềm chưa ghi việc thu tiền.",
    each: "Từng hồ sơ",
    more: (count: number) => `và ${count} hồ sơ nữa`,
  },
  money: {
    title: "Tiền mặt",
    alone:
      "Không còn giấy tờ nào để bàn giao, nhưng gần đây có tiếp nhận hồ sơ có phí: tiền mặt vẫn được kiểm đếm.",
    none: "Chưa kiểm đếm.",
    counted: "Tiền mặt kiểm đếm",
    bySlips: "Theo phiếu",
    same: "khớp với phiếu",
    sameSoFar: (count: number) => `khớp với các phiếu đã xác định phí, còn ${count} hồ sơ chưa xác định`,
    more: (amount: string) => `nhiều hơn phiếu ${amount}`,
    less: (amount: string) => `ít hơn phiếu ${amount}`,
    nobodysDebt: "Chênh lệch không tự thành khoản nợ của ai: có thể chưa thu, đã nộp, hoặc đã trả lại.",
    by: (who: string, witness: string, at: string) => `${who} kiểm đếm, có mặt ${witness}, lúc ${at}`,
    first: "Lần 1",
    again: (seq: number, reason: string) => `Lần ${seq}: ${reason}`,
    count: "Ghi tiền mặt kiểm đếm",
    recount: "Kiểm đếm lại",
    amount: "Số tiền đếm được",
    amountHint: "Đồng, không có thì ghi 0. Ví dụ: 108.000",
    notAmount: "Chưa đọc được số tiền. Chỉ ghi số đồng, ví dụ 108.000.",
    witness: "Người chứng kiến",
    witnessHint: "Họ tên, chức vụ; không phải người kiểm đếm",
    reason: "Vì sao kiểm đếm lại",
    submit: "Ghi số tiền",
    done: "Đã ghi tiền mặt kiểm đếm.",
  },
  taking: {
    title: "Xác nhận nhận bàn giao",
    take: "Tôi đã nhận đủ",
    ask: "Bấm khi hồ sơ, giấy tờ và số tiền đã kiểm đếm đều ở chỗ ông/bà.",
    countFirst: "Hãy ghi tiền mặt kiểm đếm trước, kể cả khi là 0 đồng.",
    done: "Đã xác nhận nhận bàn giao.",
    line: (who: string, unit: string, at: string) =>
      unit === "" ? `${who} xác nhận lúc ${at}` : `${who} xác nhận thay mặt ${unit} lúc ${at}`,
    old: "(trước lần kiểm đếm sau)",
    awaited: (names: string) => `Còn chờ: ${names}`,
    all: "Các bên đã xác nhận đủ.",
    notNeeded: "Không cần ai xác nhận.",
  },
};
