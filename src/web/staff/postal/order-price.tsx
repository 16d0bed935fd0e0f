import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { OrderForm } from "./order-form.ts";
import styles from "./postal.module.css";
import { QuoteLines } from "./quote-lines.tsx";
import type { useQuote } from "./use-quote.ts";

interface Props {
  readonly said: ReturnType<typeof useQuote>;
  readonly form: OrderForm;
  readonly change: (part: Partial<OrderForm>) => void;
}

/** The price of an order as it stands, line by line, with what it rests on and what may still be taken off. */
export function OrderPrice({ said: { quote, problem }, form, change }: Props): ReactElement {
  const { postal: text } = useText();
  if (problem) return <ProblemNotice problem={problem} />;
  if (!quote) return <p className={styles["quiet"]}>{form.communeCode === "" ? text.communeMissing : ""}</p>;
  return (
    <div aria-live="polite">
      <QuoteLines quote={quote.quote} />
      <p className={styles["quiet"]}>{text.days(quote.days)}</p>
      {quote.doubt !== null && <p className={styles["quiet"]}>{text.doubts[quote.doubt]}</p>}
      {!quote.vatDecided && <p className={styles["quiet"]}>{text.vatUndecided}</p>}
      <p className={styles["quiet"]} lang="vi">
        {quote.tariff.name}
      </p>
      {quote.discounts.length > 0 && (
        <NativeSelect
          label={text.discount}
          value={form.discountId}
          onChange={(event) => change({ discountId: event.currentTarget.value })}
          data={[
            { value: "", label: text.noDiscount },
            ...quote.discounts.map(({ id, name, percent }) => ({ value: id, label: `${name}: ${percent}%` })),
          ]}
        />
      )}
    </div>
  );
}
