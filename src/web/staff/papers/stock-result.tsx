import type { ThingView } from "#contract/custody.ts";
import type { takeStock } from "#contract/custody-places.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import type { AnswerOf } from "../api.ts";
import { serverNow } from "../server-clock.ts";
import { useSession } from "../session/session.ts";
import styles from "./papers.module.css";
import { ThingRow } from "./thing-row.tsx";

interface Props {
  readonly result: AnswerOf<typeof takeStock>;
  /** The place that was counted, as a person reads it. */
  readonly label: string;
}

/** What a count says: how much is right, what is missing, what belongs elsewhere and where the ledger has it. */
export function StockResult({ result, label }: Props): ReactElement {
  const { papers: text, dates } = useText();
  const session = useSession();
  const { expected, found, missing, elsewhere, unknown } = result;
  const agrees = missing.length + elsewhere.length + unknown.length === 0;
  return (
    <div className={styles["group"]} role="status">
      <p className="print-only" lang="vi">
        {text.stockRecord(label, session.fullName, dates.moment(serverNow()))}
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
      <p className="print-only">{text.stockSigned}</p>
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
