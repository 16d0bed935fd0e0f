import { Button } from "@mantine/core";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { PeopleList } from "./people-list.tsx";
import styles from "./people.module.css";
import { NO_FILTER, type PeopleFilter, usePeople } from "./use-people.ts";

/** Who works where, by which contract; with the way to add somebody. */
export function PeoplePage(): ReactElement {
  const { people: text } = useText();
  const [filter, setFilter] = useState(NO_FILTER);
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      </div>
      <PeopleFilters filter={filter} onChange={(change) => setFilter({ ...filter, ...change })} />
      <Found filter={useDeferredValue(filter)} onClear={() => setFilter(NO_FILTER)} />
      {adding && <CreateDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Found({
  filter,
  onClear,
}: {
  readonly filter: PeopleFilter;
  readonly onClear: () => void;
}): ReactElement {
  const { people, common } = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = usePeople(filter);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {rows.length === 0 ? (
        <EmptyState icon="person" title={people.list.none} hint={people.list.noneHint}>
          <Button variant="light" onClick={onClear}>
            {people.list.clear}
          </Button>
        </EmptyState>
      ) : (
        <>
          <p className={styles["quiet"]} role="status">
            {people.list.shown(rows.length, hasMore)}
          </p>
          <PeopleList rows={rows} />
        </>
      )}
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </>
  );
}
