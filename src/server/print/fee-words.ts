import type { PublishedFee } from "#domain/catalogue/procedure.ts";
import { dong, formatDong } from "#domain/shared/money.ts";

/**
 * What Mẫu 01 says of fees and charges. A fee that is counted by page or copy is printed as its rate, never as a
 * sum: how many there are is settled when it is paid.
 * @example [certified copy] → "Phí chứng thực bản sao từ bản chính: 2.000 đ/trang, từ trang thứ 3: 1.000 đ, tối đa 200.000 đ"
 */
export function feesInWords(fees: readonly PublishedFee[]): string {
  if (fees.length === 0) return "Chưa xác định";
  const asked = fees.filter(({ amount }) => amount !== 0);
  return asked.length === 0 ? "Không thu" : asked.map((fee) => `${fee.name}: ${rate(fee)}`).join("; ");
}

function rate({ amount, unit, reduced, maximum }: PublishedFee): string {
  if (amount === null) return "theo mức do Hội đồng nhân dân cấp tỉnh quy định";
  return [
    unit === undefined ? sum(amount) : `${sum(amount)}/${unit}`,
    reduced && `từ ${unit ?? "đơn vị"} thứ ${reduced.fromUnit}: ${sum(reduced.amount)}`,
    maximum !== undefined && `tối đa ${sum(maximum)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function sum(amount: number): string {
  return formatDong(dong(amount));
}
