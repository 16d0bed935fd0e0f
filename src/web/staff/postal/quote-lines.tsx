import type { Quote, QuoteLine } from "#domain/postal/tariff.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./postal.module.css";

/** What a service costs, line by line; the lines add up to the total. */
export function QuoteLines({ quote }: { readonly quote: Quote }): ReactElement {
  const { postal: text } = useText();
  const words = (line: QuoteLine): string => {
    if (line.key === "step") return text.lines.step(text.legs[line.leg], line.upToGrams);
    if (line.key === "further") return text.lines.further(text.legs[line.leg], line.times, line.perGrams);
    return line.key === "discount" ? text.lines.discount(line.percent) : text.lines.vat(line.percent);
  };
  return (
    <table className={styles["sums"]} aria-label={text.payment}>
      <tbody>
        {quote.lines.map((line) => (
          <tr key={`${line.key}-${"leg" in line ? line.leg : ""}`}>
            <th scope="row">{words(line)}</th>
            <td>{amountOf(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{`${text.total} (${text.zones[quote.zone]})`}</th>
          <td>{formatDong(quote.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function amountOf(amount: number): string {
  return amount < 0 ? `−${formatDong(dong(-amount))}` : formatDong(dong(amount));
}
