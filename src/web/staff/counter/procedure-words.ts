import type { PublishedFee, PublishedLimit } from "#domain/catalogue/procedure.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { Words } from "#web/text/words.ts";

/**
 * A published limit in words. Where none was understood, what the record says stands behind that: a bare "1" would be
 * taken for a limit. @example "3 ngày làm việc", "chưa công bố – 1"
 */
export function limitWords(limit: PublishedLimit, text: Words): string {
  if (limit.limit === null) return [text.intake.limitUnknown, limit.text].filter(Boolean).join(" – ");
  return text.dueDate.limits[limit.limit.unit](limit.limit.amount);
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

function money(amount: number): string {
  return formatDong(dong(amount));
}
