import { exportNotices } from "#contract/notices.ts";
import { API_PREFIX } from "#contract/route.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { requestOf } from "../api-request.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import rows from "../told-rows.module.css";
import { NoticeFilters } from "./notice-filters.tsx";
import { NoticeRow } from "./notice-row.tsx";
import { queryOf, useNoticeFilter, useNotices } from "./use-notices.ts";

/** What the program told citizens, when, why and by which way; what did not go waits for a person. */
export function NoticesPage(): ReactElement {
  const { notices: text } = useText();
  const [filter, change] = useNoticeFilter();
  const read = useNotices(filter);
  return (
    <div className={rows["page"]}>
      <div className={rows["head"]}>
        <div>
          <h1>{text.list.title}</h1>
          <p className={rows["quiet"]}>{text.list.intro}</p>
        </div>
        <Button
          component="a"
          variant="default"
          href={API_PREFIX + requestOf(exportNotices, { query: queryOf(filter) }, "").url}
          download
        >
          {text.list.export}
        </Button>
      </div>
      <NoticeFilters filter={filter} units={read.units} onChange={change} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!read.notices && !read.problem && <LoadingLines lines={8} />}
      {read.notices?.length === 0 && (
        <EmptyState icon="info" title={text.list.empty} hint={text.list.emptyHint} />
      )}
      {read.notices && read.notices.length > 0 && (
        <ul className={rows["rows"]} aria-label={text.list.listLabel}>
          {read.notices.map((notice) => (
            <NoticeRow key={notice.noticeId} notice={notice} />
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.list.more}
        </Button>
      )}
    </div>
  );
}
