import type { ThingView } from "#contract/custody.ts";
import type { takeStock } from "#contract/custody-places.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { AnswerOf } from "../api.ts";
import styles from "./papers.module.css";
import { ThingRow } from "./thing-row.tsx";

interface Props {
  readonly result: Pick<
    AnswerOf<typeof takeStock>,
    "expected" | "found" | "missing" | "elsewhere" | "unknown"
  >;
  /** What was counted, by whom and when: the head of the printed record. */
  readonly record: string;
  /** Nothing was kept: there is nothing to sign. */
  readonly isTrial?: boolean;
}

/** The record on paper: the browser's own way, which keeps what is for paper alone. */
export function PrintRecord(): ReactElement {
  const { papers: text } = useText();
  return (
    <Button variant="default" leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
      {text.stockPrint}
    </Button>
  );
}

/** What a count says: how much is right, what is missing, what belongs elsewhere and where the ledger has it. */
export function StockResult({ result, record, isTrial = false }: Props): ReactElement {
  const { papers: text } = useText();
  const { expected, found, missing, elsewhere, unknown } = result;
  const agrees = missing.length + elsewhere.length + unknown.length === 0;
  return (
    <div className={styles["group"]} role="status">
      <p className="print-only" lang="vi">
        {record}
      </p>
      <p>
        <Mark tone={agrees ? "success" : "warning"}>
          {agrees ? text.stockAgrees : text.stockFound(found, expected)}
        </Mark>
      </p>
      <Things title={text.stockMissing(missing.length)} things={missing} />
      <Things title={text.stockElsewhere(elsewhere.length)} things={elsewhere} showsHolder />
      {unknown.length > 0 && (
        <section className={styles["group"]}>
          <h2>{text.stockUnknown(unknown.length)}</h2>
          <p className={styles["code"]}>{unknown.join(", ")}</p>
        </section>
      )}
      {!isTrial && <p className="print-only">{text.stockSigned}</p>}
    </div>
  );
}

interface ThingsProps {
  readonly title: string;
  readonly things: readonly ThingView[];
  readonly showsHolder?: boolean;
}

function Things({ title, things, showsHolder = false }: ThingsProps): ReactElement | null {
  if (things.length === 0) return null;
  return (
    <section className={styles["group"]}>
      <h2>{title}</h2>
      <ul className={styles["list"]}>
        {things.map((view) => (
          <ThingRow key={view.id} view={view} showsHolder={showsHolder} />
        ))}
      </ul>
    </section>
  );
}
