import { type SiteRow, listSites } from "#contract/sites.ts";
import { Button, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { saveSites } from "./save-sites.ts";
import { SiteList } from "./site-list.tsx";
import styles from "./sites.module.css";
import { NO_FILTER, SITE_STATES, type SiteFilter, filterSites, useSiteFilter } from "./use-sites.ts";

/** Every place where the post serves or is to: opened or not, when last surveyed, what is to be put right. */
export function SitesPage(): ReactElement {
  const { sites: text } = useText();
  const [filter, change] = useSiteFilter();
  const { data, problem, reload } = useRead(listSites, {});
  const found = data ? filterSites(data.sites, filter) : [];
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && data.sites.length === 0 && (
        <EmptyState icon="pin" title={text.list.none} hint={text.list.noneHint} />
      )}
      {data && data.sites.length > 0 && (
        <>
          <Filters filter={filter} onChange={change} />
          <Found found={found} all={data.sites.length} today={data.today} onClear={() => change(NO_FILTER)} />
        </>
      )}
    </div>
  );
}

interface FiltersProps {
  readonly filter: SiteFilter;
  readonly onChange: (change: Partial<SiteFilter>) => void;
}

function Filters({ filter, onChange }: FiltersProps): ReactElement {
  const { list } = useText().sites;
  return (
    <form
      role="search"
      aria-label={list.filter}
      className={styles["filters"]}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        label={list.search}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        maxLength={200}
        data-search
      />
      <NativeSelect
        label={list.state}
        value={filter.state}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ state: SITE_STATES.find((one) => one === value) ?? "all" });
        }}
        data={SITE_STATES.map((state) => ({ value: state, label: list.states[state] }))}
      />
    </form>
  );
}

interface FoundProps {
  readonly found: readonly SiteRow[];
  readonly all: number;
  readonly today: string;
  readonly onClear: () => void;
}

function Found({ found, all, today, onClear }: FoundProps): ReactElement {
  const text = useText();
  const { list } = text.sites;
  if (found.length === 0)
    return (
      <EmptyState icon="search" title={list.noneFound} hint={list.noneFoundHint}>
        <Button variant="light" onClick={onClear}>
          {list.clear}
        </Button>
      </EmptyState>
    );
  return (
    <>
      <div className={styles["row"]}>
        <p className={styles["quiet"]} role="status">
          {list.shown(found.length, all)}
        </p>
        <Button size="compact-sm" variant="subtle" onClick={() => saveSites(found, today, text)}>
          {list.csv}
        </Button>
      </div>
      <SiteList rows={found} />
    </>
  );
}
