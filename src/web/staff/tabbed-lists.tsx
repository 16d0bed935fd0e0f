import { Button, Tabs } from "@mantine/core";
import { type ComponentType, type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import page from "./dossiers/page.module.css";
import { ProblemNotice } from "./shell/problem-notice.tsx";
import type { Pages } from "./use-pages.ts";

interface TabbedProps<List extends string> {
  readonly words: { readonly title: string; readonly intro: string; readonly keys: string };
  /** The first is shown to begin with. */
  readonly lists: readonly [List, ...List[]];
  readonly tabs: Readonly<Record<List, ReactNode>>;
  readonly shows: ComponentType<{ readonly list: List }>;
}

/** A page of lists of work, one at a time behind tabs: what is read is what is shown. */
export function TabbedLists<List extends string>(props: TabbedProps<List>): ReactElement {
  const { words, lists, tabs, shows: Shown } = props;
  const [shown, setShown] = useState<List>(lists[0]);
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <div>
          <h1>{words.title}</h1>
          <p className={page["quiet"]}>{words.intro}</p>
        </div>
        <p className={page["quiet"]}>{words.keys}</p>
      </div>
      <Tabs
        value={shown}
        onChange={(next) => setShown(lists.find((one) => one === next) ?? lists[0])}
        keepMounted={false}
      >
        <Tabs.List aria-label={words.title}>
          {lists.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {lists.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            <Shown list={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

interface FoundProps {
  readonly read: Omit<Pages<unknown>, "pages"> & { readonly rows: readonly unknown[] | undefined };
  readonly empty: { readonly title: string; readonly hint: string };
  /** The rows themselves, shown when there are any. */
  readonly children: ReactElement;
}

/** The rows of such a list, a page after the other: what is read, nothing there, or why it could not be read. */
export function FoundRows({ read, empty, children }: FoundProps): ReactElement {
  const { common } = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = read;
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0) return <EmptyState icon="success" {...empty} />;
  return (
    <div className={page["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {children}
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </div>
  );
}
