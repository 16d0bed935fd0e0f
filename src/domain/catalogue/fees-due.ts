import { type Dong, dong } from "../shared/money.ts";
import { done, refuse, type Result } from "../shared/result.ts";
import type { Channel, FeeKind, Mark, ProcedureContent, PublishedFee } from "./procedure.ts";

export interface FeeLine {
  readonly feeId: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Units counted: pages, copies, cases. */
  readonly quantity: number;
  /** Null: set by the provincial council, or not published. It is not zero. */
  readonly amount: Dong | null;
  readonly unit?: string;
  readonly text?: string;
  readonly mark: Mark;
}

export interface FeesDue {
  readonly lines: readonly FeeLine[];
  /** Sum of the lines whose amount is known. */
  readonly known: Dong;
  /** False when a line has no amount, or when nothing was published: then `known` is not the whole sum. */
  readonly complete: boolean;
}

/** Units by fee id. A list counts each copy by itself, because a reduction and a maximum hold for one copy. */
export type Quantities = Readonly<Record<string, number | readonly number[]>>;

/**
 * What is due now for a dossier on a channel, in đồng. `quantities` counts units (pages, copies, cases) by fee id
 * and is 1 where it is silent; 0 leaves a line at 0 đ. Refuses `channel_not_offered`.
 * @example feesDue(certifiedCopy, "direct", { copy: [5, 1] }) → 2 × 2.000 + 3 × 1.000 + 2.000 = 9.000 đ
 */
export function feesDue(
  content: ProcedureContent,
  channel: Channel,
  quantities: Quantities = {},
): Result<FeesDue, "channel_not_offered"> {
  const offer = content.channels.find((offered) => offered.channel === channel);
  if (!offer) {
    const offered = content.channels.map((other) => other.channel);
    return refuse("channel_not_offered", { code: content.code, channel, offered });
  }
  const lines = offer.fees.map((fee) => feeLine(fee, quantities[fee.id] ?? 1));
  return done({
    lines,
    known: dong(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)),
    complete: lines.length > 0 && lines.every((line) => line.amount !== null),
  });
}

function feeLine(fee: PublishedFee, quantity: number | readonly number[]): FeeLine {
  const copies = typeof quantity === "number" ? [quantity] : quantity;
  return {
    feeId: fee.id,
    kind: fee.kind,
    name: fee.name,
    quantity: copies.reduce((sum, units) => sum + units, 0),
    amount: amountFor(fee, copies),
    ...(fee.unit === undefined ? {} : { unit: fee.unit }),
    ...(fee.text === undefined ? {} : { text: fee.text }),
    mark: fee.mark,
  };
}

function amountFor(fee: PublishedFee, copies: readonly number[]): Dong | null {
  const full = fee.amount;
  if (full === null) return null;
  return dong(copies.reduce((sum, units) => sum + amountForCopy(fee, full, units), 0));
}

function amountForCopy(fee: PublishedFee, full: number, units: number): number {
  const atFull = fee.reduced ? Math.min(units, fee.reduced.fromUnit - 1) : units;
  const sum = atFull * full + (units - atFull) * (fee.reduced?.amount ?? full);
  return Math.min(sum, fee.maximum ?? sum);
}
