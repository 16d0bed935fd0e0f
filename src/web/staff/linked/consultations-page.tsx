import { Button, Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import page from "../dossiers/page.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { ConsultationList } from "./consultation-list.tsx";
import { type ConsultationShow, useConsultations } from "./use-consultations.ts";

const SHOWS: readonly ConsultationShow[] = ["open", "over"];

/** What this person's agencies were asked: the open questions by their day, or those that are over. */
export function ConsultationsPage(): ReactElement {
  const { list } = useText().linked;
  const [shown, setShown] = useState<ConsultationShow>("open");
  const { open } = useConsultations("open");
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
        onChange={(next) => setShown(SHOWS.find((one) => one === next) ?? "open")}
        keepMounted={false}
      >
        <Tabs.List aria-label={list.title}>
          {SHOWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {list.tabs[one]}
              {one === "open" && open !== undefined && <span className={page["count"]}>{open}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SHOWS.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            <Found show={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function Found({ show }: { readonly show: ConsultationShow }): ReactElement {
  const { linked, common } = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useConsultations(show);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0)
    return <EmptyState icon="success" title={linked.list.empty[show]} hint={linked.list.emptyHint} />;
  return (
    <div className={page["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <ConsultationList rows={rows} />
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </div>
  );
}
