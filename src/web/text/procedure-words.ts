import type { PublishedFee, PublishedLimit } from "#domain/catalogue/procedure.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { Words } from "./words.ts";

/** A figure and nothing else: what is left of a limit whose unit the national portal left out. */
const BARE_FIGURE = /^\d+(?:[.,]\d+)?$/;

/**
 * The figure of a limit without a unit, as the national portal wrote it; undefined for a limit that is known or that
 * has other words.
 * @example figureWithoutUnit({ limit: null, text: "1", mark: "undecided", source }) → "1"
 */
export function figureWithoutUnit({
  limit,
  text,
}: Pick<PublishedLimit, "limit" | "text">): string | undefined {
  return limit === null && text !== undefined && BARE_FIGURE.test(text) ? text : undefined;
}

/** How long it takes, without the case. @example "3 ngày làm việc", "Cổng ghi “1”, chưa rõ đơn vị", "chưa công bố" */
function limitAmount(limit: PublishedLimit, text: Words): string {
  if (limit.limit !== null) return text.dueDate.limits[limit.limit.unit](limit.limit.amount);
  const figure = figureWithoutUnit(limit);
  return figure === undefined ? text.intake.limitUnknown : text.intake.limitUnitUnknown(figure);
}

/** A published limit in a line, with its case or its words. @example "3 ngày làm việc – Hồ sơ đủ" */
export function limitLine(limit: PublishedLimit, text: Words): string {
  const amount = limitAmount(limit, text);
  const said = figureWithoutUnit(limit) === undefined ? limit.text : undefined;
  return said === undefined ? amount : `${amount} – ${said}`;
}

/** A published limit in words; of one that nobody could count the words of its source. @example "3 ngày làm việc" */
export function limitWords(limit: PublishedLimit, text: Words): string {
  const wordsOfSource = limit.limit === null && figureWithoutUnit(limit) === undefined;
  return (wordsOfSource ? limit.text : undefined) ?? limitAmount(limit, text);
}

/** A published fee in words. @example "2.000 đ/trang, từ trang thứ 3: 1.000 đ, tối đa 200.000 đ" */
export function feeWords(fee: PublishedFee, text: Words): string {
  if (fee.amount === null) return fee.text ?? text.intake.feeByProvince;
  if (fee.amount === 0) return text.intake.feeFree;
  const amount = money(fee.amount);
  const unit = fee.unit ?? "";
  return [
    unit === "" ? amount : text.intake.feePer(amount, unit),
    fee.reduced && text.intake.feeReduced(fee.reduced.fromUnit, unit, money(fee.reduced.amount)),
    fee.maximum !== undefined && text.intake.feeMaximum(money(fee.maximum)),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A published fee in a line, with its name. @example "Lệ phí: 8.000 đ/bản" */
export function feeLine(fee: PublishedFee, text: Words): string {
  const line = `${fee.name}: ${feeWords(fee, text)}`;
  return fee.amount !== null && fee.text !== undefined ? `${line} – ${fee.text}` : line;
}

function money(amount: number): string {
  return formatDong(dong(amount));
}
