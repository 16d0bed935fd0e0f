import { listStockTakes } from "#contract/custody-places.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { Link } from "@tanstack/react-router";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { Mark } from "#web/ui/mark.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import styles from "./papers.module.css";
import { holderWords } from "./thing-row.tsx";

/** Counts that were kept, newest first. */
export function StockEarlier(): ReactElement {
  const { papers: text, dates } = useText();
  const read = usePages({
    key: readKey(listStockTakes, {}),
    read: (after) => call(listStockTakes, { query: after === null ? {} : { after } }),
  });
  const takes = read.pages?.flatMap((page) => page.stockTakes);
  return (
    <section className={styles["group"]}>
      <h2>{text.stockEarlier}</h2>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!takes && !read.problem && <LoadingLines lines={3} />}
      {takes?.length === 0 && <p className={styles["quiet"]}>{text.stockNoEarlier}</p>}
      {takes && takes.length > 0 && (
        <ul className={styles["list"]}>
          {takes.map((take) => (
            <li key={take.stockTakeId} className={styles["row"]}>
              <Mark tone={take.missing + take.elsewhere === 0 ? "success" : "warning"}>
                {dates.shortMoment(take.takenAt)}
              </Mark>
              <div>
                <p lang="vi">
                  <Link
                    className={look["opener"]}
                    to="/papers/stock-takes/$stockTakeId"
                    params={{ stockTakeId: take.stockTakeId }}
                    aria-label={text.stockOpen(
                      holderWords(take.holder, text.citizen),
                      dates.shortMoment(take.takenAt),
                    )}
                  >
                    {holderWords(take.holder, text.citizen)}
                  </Link>
                </p>
                <p className={styles["quiet"]}>
                  {text.stockLine(take.found, take.expected, take.missing, take.elsewhere)}
                  {` · ${text.by(take.takenBy)}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </section>
  );
}
