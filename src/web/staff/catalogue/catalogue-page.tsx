import { readReviewSummary } from "#contract/catalogue-review.ts";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { type Read, useRead } from "../use-read.ts";
import type { AnswerOf } from "../api.ts";
import styles from "./catalogue.module.css";
import { CatalogueFilters } from "./catalogue-filters.tsx";
import { CatalogueList } from "./catalogue-list.tsx";
import { KindList } from "./kind-list.tsx";
import {
  NO_FILTER,
  type ReviewFilter,
  type ReviewList,
  useReviewFilter,
  useReviewList,
} from "./use-review-list.ts";

export type ReviewSummary = AnswerOf<typeof readReviewSummary>;

/** The catalogue as an editor sees it: what is to be looked at, by kind, and the procedures. */
export function CataloguePage(): ReactElement {
  const text = useText();
  const [filter, change] = useReviewFilter();
  const summary = useRead(readReviewSummary, {});
  const list = useReviewList(filter);
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.catalogue.title}</h1>
          <Intro summary={summary} />
        </div>
        <p className={styles["quiet"]}>{text.catalogue.keys}</p>
      </div>
      {summary.problem && <ProblemNotice problem={summary.problem} onRetry={summary.reload} />}
      <div className={styles["columns"]}>
        {wide && (
          <KindList summary={summary.data} chosen={filter.kind} onChoose={(kind) => change({ kind })} />
        )}
        <div className={styles["stack"]}>
          <CatalogueFilters summary={summary.data} filter={filter} onChange={change} withKinds={!wide} />
          {filter.kind !== "" && (
            <Notice tone="info" title={text.catalogue.kinds[filter.kind].name}>
              {text.catalogue.kinds[filter.kind].means}
            </Notice>
          )}
          <ListBody list={list} filter={filter} onClear={() => change(NO_FILTER)} />
        </div>
      </div>
    </div>
  );
}

function Intro({ summary }: { readonly summary: Read<ReviewSummary> }): ReactElement {
  const text = useText();
  const { data } = summary;
  const open = data?.proceduresOpen ?? 0;
  return (
    <p className={styles["quiet"]} role="status">
      {data === undefined && summary.problem === null && text.common.loading}
      {data && open > 0 && text.catalogue.intro(open, data.procedures)}
      {data && open === 0 && text.catalogue.introNothing(data.procedures)}
    </p>
  );
}

interface BodyProps {
  readonly list: ReviewList;
  readonly filter: ReviewFilter;
  readonly onClear: () => void;
}

function ListBody({ list, filter, onClear }: BodyProps): ReactElement {
  const text = useText();
  const { rows, problem } = list;
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={list.reload} /> : <LoadingLines lines={8} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={list.reload} />}
      {rows.length === 0 ? (
        <NothingThere filter={filter} onClear={onClear} />
      ) : (
        <>
          <p className={styles["quiet"]} role="status">
            {text.catalogue.shown(rows.length, list.hasMore)}
          </p>
          <CatalogueList rows={rows} />
        </>
      )}
      {list.hasMore && (
        <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

/** Nothing is left to mend, or the filter is too narrow: two different things to be told. */
function NothingThere({ filter, onClear }: Pick<BodyProps, "filter" | "onClear">): ReactElement {
  const text = useText().catalogue;
  const narrowed =
    filter.kind !== "" || filter.field !== "" || filter.origin !== "" || filter.q.trim() !== "";
  if (!narrowed)
    return <EmptyState icon="success" title={text.nothingToMend} hint={text.nothingToMendHint} />;
  return (
    <EmptyState icon="search" title={text.nothingFound} hint={text.nothingFoundHint}>
      <Button variant="light" onClick={onClear}>
        {text.clearFilters}
      </Button>
    </EmptyState>
  );
}
