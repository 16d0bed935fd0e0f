import { type HolderRef, type ThingView, listHoldings } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ThingRow, holderWords } from "./thing-row.tsx";

/** What one person or place holds right now, for whoever may look: nothing can be done with it here. */
export function HolderPage(): ReactElement {
  const { papers: text } = useText();
  const { kind, id } = useParams({ strict: false }) as HolderRef;
  const query = { kind, id };
  const read = usePages({
    key: readKey(listHoldings, { query }),
    read: (after) => call(listHoldings, { query: after === null ? query : { ...query, after } }),
  });
  const things = read.pages?.flatMap((page) => page.things);
  const holder = read.pages?.[0]?.asked;
  return (
    <div className={styles["page"]}>
      <PapersHead
        title={holder ? text.holderTitle(holderWords(holder, text.citizen)) : text.where}
        intro={text.holderIntro}
      />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!things && !read.problem && <LoadingLines lines={6} />}
      {things && <Things things={things} />}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </div>
  );
}

function Things({ things }: { readonly things: readonly ThingView[] }): ReactElement {
  const { papers: text } = useText();
  if (things.length === 0) return <EmptyState icon="success" title={text.holderNothing} />;
  return (
    <ul className={styles["list"]}>
      {things.map((view) => (
        <ThingRow key={view.id} view={view} />
      ))}
    </ul>
  );
}
