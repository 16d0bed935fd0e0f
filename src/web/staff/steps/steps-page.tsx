import { Button, Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import page from "../dossiers/page.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { StepList } from "./step-list.tsx";
import { type StepsOf, useSteps } from "./use-steps.ts";

const LISTS: readonly StepsOf[] = ["mine", "role"];

/** The open steps of one's own hands, and those that wait for one's post. */
export function StepsPage(): ReactElement {
  const { list } = useText().steps;
  const [shown, setShown] = useState<StepsOf>("mine");
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <div>
          <h1>{list.title}</h1>
          <p className={page["quiet"]}>{list.intro}</p>
        </div>
        <p className={page["quiet"]}>{list.keys}</p>
      </div>
      <Tabs
        value={shown}
        onChange={(next) => setShown(LISTS.find((one) => one === next) ?? "mine")}
        keepMounted={false}
      >
        <Tabs.List aria-label={list.title}>
          {LISTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {list.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {LISTS.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            <Found list={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function Found({ list }: { readonly list: StepsOf }): ReactElement {
  const { steps: text, common } = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useSteps(list);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0)
    return <EmptyState icon="success" title={text.list.empty[list]} hint={text.list.emptyHint} />;
  return (
    <div className={page["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <StepList rows={rows} label={text.list.tabs[list]} />
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </div>
  );
}
