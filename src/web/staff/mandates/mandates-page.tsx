import { Button, Tabs } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { MandateFilters } from "./mandate-filters.tsx";
import { MandateGaps } from "./mandate-gaps.tsx";
import { MandateList } from "./mandate-list.tsx";
import { MandateMatrix } from "./mandate-matrix.tsx";
import styles from "./mandates.module.css";
import { type MandateFilter, NO_FILTER, useMandateFilter, useMandates } from "./use-mandates.ts";

/** What the post was given to do: as a list of mandates, and as a picture of one day. */
export function MandatesPage(): ReactElement {
  const { mandates: text, proposals } = useText();
  const [view, setView] = useState<string | null>("list");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
        <Button
          leftSection={<Icon name="plus" size={16} />}
          renderRoot={(props) => <Link to="/mandates/new" {...props} />}
        >
          {text.draftNew}
        </Button>
      </div>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List aria-label={text.title}>
          <Tabs.Tab value="list">{text.views.list}</Tabs.Tab>
          <Tabs.Tab value="matrix">{text.views.matrix}</Tabs.Tab>
          <Tabs.Tab value="gaps">{proposals.gaps.tab}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list" pt="sm">
          <ListView />
        </Tabs.Panel>
        <Tabs.Panel value="matrix" pt="sm">
          <MandateMatrix />
        </Tabs.Panel>
        <Tabs.Panel value="gaps" pt="sm">
          <MandateGaps />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function ListView(): ReactElement {
  const [filter, change] = useMandateFilter();
  return (
    <div className={styles["stack"]}>
      <MandateFilters filter={filter} onChange={change} />
      <Found filter={filter} onClear={() => change(NO_FILTER)} />
    </div>
  );
}

interface FoundProps {
  readonly filter: MandateFilter;
  readonly onClear: () => void;
}

function Found({ filter, onClear }: FoundProps): ReactElement {
  const text = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useMandates(filter);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {rows.length === 0 ? (
        <NothingThere filter={filter} onClear={onClear} />
      ) : (
        <>
          <p className={styles["quiet"]} role="status">
            {text.mandates.list.shown(rows.length, hasMore)}
          </p>
          <MandateList rows={rows} />
        </>
      )}
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

/** Nothing was ever given, or the filter is too narrow: two different things to be told. */
function NothingThere({ filter, onClear }: FoundProps): ReactElement {
  const { list } = useText().mandates;
  if (Object.values(filter).every((value) => value === ""))
    return <EmptyState icon="file" title={list.none} hint={list.noneHint} />;
  return (
    <EmptyState icon="search" title={list.noneFound} hint={list.noneFoundHint}>
      <Button variant="light" onClick={onClear}>
        {list.clear}
      </Button>
    </EmptyState>
  );
}
