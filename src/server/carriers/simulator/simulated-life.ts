/** What happens to a shipment of the simulator: minutes after the order, and the code that says so. */
export interface LifeStep {
  readonly afterMinutes: number;
  readonly code: string;
  readonly message: string;
}

const HOUR = 60;

/** The codes are the simulator's own, but for 4; db/reference/postal/carrier-statuses.json says what they mean. */
const step = (hours: number, code: string, message: string): LifeStep => ({
  afterMinutes: hours * HOUR,
  code,
  message,
});

const BEGINNING = [
  step(0, "901", "Đã nhận yêu cầu"),
  step(1, "902", "Đã phân công bưu tá"),
  step(3, "903", "Bưu tá đã lấy hàng"),
  step(5, "904", "Đã chấp nhận"),
  step(12, "905", "Đang vận chuyển"),
] as const;

/** Five lives, the ordinary one three times as likely as each other. */
const LIVES: readonly (readonly LifeStep[])[] = [
  ...Array.from({ length: 3 }, () => [
    ...BEGINNING,
    step(26, "906", "Đang phát"),
    step(29, "4", "Phát thành công"),
  ]),
  [
    ...BEGINNING,
    step(26, "906", "Đang phát"),
    step(28, "907", "Không có người nhận"),
    step(50, "906", "Đang phát lần 2"),
    step(53, "4", "Phát thành công"),
  ],
  [
    ...BEGINNING,
    step(26, "907", "Không có người nhận"),
    step(30, "908", "Mời nhận lần 1"),
    step(102, "908", "Mời nhận lần 2"),
    step(200, "909", "Chuyển hoàn"),
    step(240, "910", "Đã hoàn về nơi gửi"),
  ],
  [
    ...BEGINNING,
    step(14, "77", "Giữ lại khai thác"),
    step(26, "906", "Đang phát"),
    step(29, "4", "Phát thành công"),
  ],
  [
    ...BEGINNING,
    step(20, "911", "Bao gói rách"),
    step(29, "906", "Đang phát"),
    step(31, "4", "Phát thành công"),
  ],
];

/**
 * The life of one shipment.
 *
 * @param below a whole number from 0 to under the given limit, from the seed of the simulator
 */
export function drawLife(below: (limit: number) => number): readonly LifeStep[] {
  return LIVES[below(LIVES.length)] ?? BEGINNING;
}
