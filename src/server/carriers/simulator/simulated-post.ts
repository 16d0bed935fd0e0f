import { s10Number } from "#domain/postal/tracking-number.ts";
import { type Instant, addMilliseconds, millisecondsBetween } from "#domain/shared/instant.ts";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { GOOD_BEHAVIOUR, type Misbehaviour } from "./misbehaviour.ts";
import { drawLife } from "./simulated-life.ts";

/** A row of the feed, with the fields of domain.md 8.1; the time in seconds. */
export interface TrackingRow {
  readonly _id: string;
  readonly CustomerCode: string;
  readonly OrderNumber: string;
  readonly EventTime: number;
  readonly POSID: string;
  readonly ItemCode: string;
  readonly StatusCode: number;
  readonly StatusMessage: string;
  readonly Notes: string;
}

export interface OrderAnswer {
  readonly status: string;
  readonly message: string;
  readonly ItemCode?: string;
}

interface Order {
  readonly customer: string;
  readonly waybill: string;
  cancelled: boolean;
}

interface Plan {
  readonly at: Instant;
  readonly hearAt: Instant;
  readonly orderNumber: string;
  readonly code: string;
  readonly message: string;
}

const MINUTE_MS = 60_000;
const LATE_MINUTES_MAX = 36 * 60;
const SERIES = { service: "PA", country: "VN" };
/** What is over: nothing is recalled any more. */
const ENDED = new Set(["4", "910", "912", "913"]);
/** So long it takes to bring back what was recalled. */
const BACK_MINUTES = 24 * 60;
/** Once the courier has it, nobody cancels it any more. */
const TAKEN = new Set(["903", "904", "905", "906", "907", "4"]);

/** A carrier in memory: its orders, its clock and the feed of what it reported. It keeps no names and no addresses. */
export class SimulatedPost {
  behaviour: Misbehaviour = GOOD_BEHAVIOUR;
  private readonly orders = new Map<string, Order>();
  private readonly feed: TrackingRow[] = [];
  private plans: Plan[] = [];
  private readonly random: ReturnType<typeof xoroshiro128plus>;
  private clock: Instant;
  private readonly seed: number;

  constructor(seed: number, startsAt: Instant) {
    this.seed = seed;
    this.random = xoroshiro128plus(seed);
    this.clock = startsAt;
  }

  now(): Instant {
    return this.clock;
  }

  /** A whole number from 0 to under the limit. */
  readonly below = (limit: number): number => uniformInt(this.random, 0, limit - 1);

  /** @param percent of all throws @example chance(0) → false */
  chance(percent: number): boolean {
    return percent > 0 && this.below(100) < percent;
  }

  isDown(): boolean {
    const { down, downtimes } = this.behaviour;
    return down || downtimes.some(({ from, to }) => from <= this.clock && this.clock < to);
  }

  /** Takes an order, and plans its life; one that it has already is answered by 101. */
  order(fields: Readonly<Record<string, unknown>>): OrderAnswer {
    const needed = [
      "CustomerCode",
      "OrderNumber",
      "SenderName",
      "ReceiverName",
      "ReceiverAddress",
      "ReceiverTel",
    ];
    const missing = needed.filter((name) => typeof fields[name] !== "string" || fields[name] === "");
    if (missing.length > 0) return { status: "201", message: `Thiếu ${missing.join(", ")}` };
    const orderNumber = String(fields["OrderNumber"]);
    const known = this.orders.get(orderNumber);
    if (known) return { status: "101", message: "Đã tiếp nhận trước đó", ItemCode: known.waybill };
    const serial = (this.seed * 1_000_003 + this.orders.size) % 100_000_000;
    const waybill = s10Number(SERIES, serial);
    this.orders.set(orderNumber, { customer: String(fields["CustomerCode"]), waybill, cancelled: false });
    for (const step of drawLife(this.below)) {
      const at = addMilliseconds(this.clock, step.afterMinutes * MINUTE_MS);
      this.plan({ at, orderNumber, code: step.code, message: step.message });
    }
    this.report();
    return { status: "100", message: "Thành công", ItemCode: waybill };
  }

  cancel(orderNumber: string): OrderAnswer {
    const order = this.orders.get(orderNumber);
    if (!order) return { status: "404", message: "Không có đơn này" };
    if (order.cancelled) return { status: "101", message: "Đã hủy trước đó" };
    if (this.feed.some((row) => row.OrderNumber === orderNumber && TAKEN.has(String(row.StatusCode))))
      return { status: "202", message: "Bưu tá đã nhận, không hủy được" };
    order.cancelled = true;
    this.plans = this.plans.filter((plan) => plan.orderNumber !== orderNumber);
    this.happen(orderNumber, "913", "Đã hủy");
    return { status: "100", message: "Đã hủy" };
  }

  /** Turns back what its courier has; what nobody has taken is cancelled, and what has ended stays so. */
  recall(orderNumber: string): OrderAnswer {
    const order = this.orders.get(orderNumber);
    if (!order) return { status: "404", message: "Không có đơn này" };
    const told = this.feed
      .filter((row) => row.OrderNumber === orderNumber)
      .map((row) => String(row.StatusCode));
    if (told.some((code) => ENDED.has(code)))
      return { status: "202", message: "Đã kết thúc, không rút được" };
    if (!told.some((code) => TAKEN.has(code))) return this.cancel(orderNumber);
    if (told.includes("909")) return { status: "101", message: "Đang chuyển hoàn" };
    this.plans = this.plans.filter((plan) => plan.orderNumber !== orderNumber);
    this.happen(orderNumber, "909", "Chuyển hoàn theo yêu cầu rút");
    const at = addMilliseconds(this.clock, BACK_MINUTES * MINUTE_MS);
    this.plan({ at, orderNumber, code: "910", message: "Đã trả về nơi gửi" });
    return { status: "100", message: "Đã nhận yêu cầu rút" };
  }

  /** Its clock goes on, and what is due by then is reported. */
  step(milliseconds: number): void {
    this.clock = addMilliseconds(this.clock, milliseconds);
    this.report();
  }

  /** Reports something now, of an order that it knows or of another's. */
  happen(orderNumber: string, code: string, message: string): void {
    this.plans = [...this.plans, { at: this.clock, hearAt: this.clock, orderNumber, code, message }];
    this.report();
  }

  /** Forgets what it had planned for an order: only what is asked for happens to it. */
  holdBack(orderNumber: string): void {
    this.plans = this.plans.filter((plan) => plan.orderNumber !== orderNumber);
  }

  /** What was reported after an id, as it is sent: with rows twice and in no order when it behaves so. */
  page(lastId: string, pageSize: number): readonly TrackingRow[] {
    const { wholePages, duplicateShare, shuffled } = this.behaviour;
    const after = this.feed.filter((row) => row._id > lastId);
    const rows = wholePages ? after : after.slice(0, pageSize);
    const sent = rows.flatMap((row) => {
      const old = this.chance(duplicateShare) ? this.feed[this.below(this.feed.length)] : undefined;
      return [
        row,
        ...(this.chance(duplicateShare) ? [row] : []),
        ...(old && old._id <= row._id ? [old] : []),
      ];
    });
    return shuffled ? this.shuffle(sent) : sent;
  }

  private plan(step: Omit<Plan, "hearAt">): void {
    const late = this.chance(this.behaviour.lateShare) ? this.below(LATE_MINUTES_MAX) * MINUTE_MS : 0;
    this.plans.push({ ...step, hearAt: addMilliseconds(step.at, late) });
  }

  private report(): void {
    const due = this.plans
      .filter(({ hearAt }) => hearAt <= this.clock)
      .toSorted((one, other) => millisecondsBetween(other.hearAt, one.hearAt));
    this.plans = this.plans.filter(({ hearAt }) => hearAt > this.clock);
    this.feed.push(...due.map((plan, at) => this.row(plan, this.feed.length + at)));
  }

  private row({ at, orderNumber, code, message }: Plan, number: number): TrackingRow {
    const order = this.orders.get(orderNumber);
    return {
      _id: (number + 1).toString(16).padStart(24, "0"),
      CustomerCode: order?.customer ?? "",
      OrderNumber: orderNumber,
      EventTime: Math.floor(Date.parse(at) / 1000) + this.behaviour.aheadSeconds,
      POSID: "870000",
      ItemCode: order?.waybill ?? "",
      StatusCode: Number(code),
      StatusMessage: message,
      Notes: "",
    };
  }

  private shuffle(rows: readonly TrackingRow[]): readonly TrackingRow[] {
    return rows
      .map((row) => ({ row, rank: this.below(1_000_000) }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ row }) => row);
  }
}
