import { readStockTake } from "#contract/custody-places.ts";
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { PrintRecord, StockResult } from "./stock-result.tsx";
import { holderWords } from "./thing-row.tsx";

/** A count that was kept, to read again and to print; the things stand with whoever has them today. */
export function StockTakePage(): ReactElement {
  const { papers: text, dates } = useText();
  const { stockTakeId } = useParams({ strict: false }) as { stockTakeId: string };
  const { data, problem, loading, reload } = useRead(readStockTake, { params: { stockTakeId } });
  const record =
    data &&
    text.stockRecord(holderWords(data.holder, text.citizen), data.takenBy, dates.moment(data.takenAt));
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.stock} intro={record ?? text.stockIntro} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={6} />}
      {data && record && (
        <>
          <div className={`${styles["acts"]} no-print`}>
            <PrintRecord />
          </div>
          <StockResult result={data} record={record} />
        </>
      )}
    </div>
  );
}
