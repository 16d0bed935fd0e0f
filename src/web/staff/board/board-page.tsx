import { type BoardView, exportBoard, readBoard } from "#contract/board.ts";
import type { Overview, QueueFilter } from "#contract/queue.ts";
import { API_PREFIX } from "#contract/route.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type MouseEvent, type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { requestOf } from "../api-request.ts";
import page from "../dossiers/page.module.css";
import { WorkOf } from "../dossiers/queue-desk.tsx";
import { useQueue } from "../dossiers/use-queue.ts";
import { useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { BoardFigures } from "./board-figures.tsx";
import { boardAddress } from "./board-address.ts";
import { BoardForecast } from "./board-forecast.tsx";
import { openOf, titleOf } from "./board-groups.ts";
import { keepPlace, takePlace } from "./kept-place.ts";
import { overviewsOf } from "./overviews.ts";

const EVERY_MS = 60_000;
const route = getRouteApi("/board");

/** The head's board: what is late and where it lies, and what the next days bring. */
export function BoardPage(): ReactElement {
  const { work, session } = useText();
  const overviews = overviewsOf(useSession().roles);
  const { overview } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = overviews.find((one) => one === overview) ?? overviews[0];
  if (chosen === undefined) return <EmptyState icon="chart" title={session.noSection} />;
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <div>
          <h1>{work.board.title}</h1>
          <p className={page["quiet"]}>{work.board.intro}</p>
        </div>
        {overviews.length > 1 && (
          <SegmentedControl
            aria-label={work.board.overviewLabel}
            value={chosen}
            onChange={(value) =>
              void navigate({ search: { overview: overviews.find((one) => one === value) ?? chosen } })
            }
            data={overviews.map((one) => ({ value: one, label: work.board.overviews[one] }))}
          />
        )}
      </div>
      <Board key={chosen} overview={chosen} />
    </div>
  );
}

function Board({ overview }: { readonly overview: Overview }): ReactElement {
  const { data, problem, reload } = useRead(
    readBoard,
    { params: { overview } },
    { refetchEveryMs: EVERY_MS },
  );
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && <Figures overview={overview} board={data} />}
    </>
  );
}

function Figures({
  overview,
  board,
}: {
  readonly overview: Overview;
  readonly board: BoardView;
}): ReactElement {
  const { work, dates } = useText();
  const { overview: _board, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  // The list stands in the address, so that the way back from a dossier leads to it.
  const setFilter = (next: QueueFilter) =>
    void navigate({ search: boardAddress({ ...next, overview }), resetScroll: false });
  return (
    <>
      <div className={page["head"]}>
        <p className={page["quiet"]}>
          {work.board.asOf(dates.moment(board.asOf))}. {work.board.standingNote}
        </p>
        <div className={`${page["row"]} no-print`}>
          <Button
            component="a"
            variant="default"
            size="compact-md"
            href={API_PREFIX + requestOf(exportBoard, { params: { overview } }, "").url}
            download
          >
            {work.board.csv}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<Icon name="print" size={16} />}
            onClick={() => window.print()}
          >
            {work.board.print}
          </Button>
        </div>
      </div>
      {openOf(board.total) === 0 ? (
        <EmptyState icon="success" title={work.board.empty} hint={work.board.emptyHint} />
      ) : (
        <BoardFigures overview={overview} board={board} onOpen={setFilter} />
      )}
      <BoardForecast board={board} onOpen={setFilter} />
      {Object.keys(filter).length > 0 && (
        <DrillList
          key={JSON.stringify(filter)}
          overview={overview}
          board={board}
          filter={filter}
          onClose={() => setFilter({})}
        />
      )}
    </>
  );
}

interface DrillProps {
  readonly overview: Overview;
  readonly board: BoardView;
  readonly filter: QueueFilter;
  readonly onClose: () => void;
}

/** The dossiers behind a figure; who comes back from one of them is where the list was left. */
function DrillList({ overview, board, filter, onClose }: DrillProps): ReactElement {
  const text = useText();
  const { work } = text;
  const queue = useQueue(overview, filter);
  const place = useRef<HTMLDivElement>(null);
  const list = JSON.stringify({ overview, ...filter });
  const answered = queue.open !== undefined;
  useEffect(() => {
    if (answered) arrive(place.current, list);
  }, [answered, list]);
  const title = work.board.listTitle(titleOf(filter, board, text));
  const keep = ({ target }: MouseEvent) =>
    keepPlace(list, target instanceof Element ? target.closest("a[data-opener]") : null);
  return (
    <div ref={place} onClickCapture={keep}>
      <Panel
        id="drill"
        title={title}
        actions={
          <Button variant="default" size="compact-md" onClick={onClose}>
            {work.board.close}
          </Button>
        }
      >
        <WorkOf desk={overview} filter={filter} queue={queue} label={title} empty={work.board.empty} />
      </Panel>
    </div>
  );
}

function arrive(place: HTMLElement | null, list: string): void {
  const left = takePlace(list);
  const openers = [...(place?.querySelectorAll<HTMLElement>("a[data-opener]") ?? [])];
  const opened = left && openers.find((one) => one.getAttribute("href") === left.opened);
  if (!left || !opened) {
    document.getElementById("drill-title")?.focus();
    place?.scrollIntoView({ block: "start" });
    return;
  }
  opened.focus({ preventScroll: true });
  window.scrollTo({ top: left.scrolled });
}
