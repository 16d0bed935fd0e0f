import { API_PREFIX } from "#contract/route.ts";
import { FIGURE_MAPS, exportFigures, readFigures } from "#contract/reorganisations.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { requestOf } from "../api-request.ts";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { FigureTable } from "./figure-table.tsx";
import styles from "./reorganisation.module.css";

type FigureMap = (typeof FIGURE_MAPS)[number];

/** Dossiers of a period by unit, by the old map or by the new one. */
export function FiguresPage(): ReactElement {
  const text = useText();
  const { figures } = text.reorganisation;
  const today = localTime(serverNow()).day;
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState<string>(today);
  const [map, setMap] = useState<FigureMap>("new");
  const readable = parsePlainDate(from) !== undefined && parsePlainDate(to) !== undefined;
  const { data, problem, reload } = useRead(
    readFigures,
    { query: { from, to, map } },
    { enabled: readable, keepPrevious: true },
  );
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{figures.title}</h1>
          <p className={styles["quiet"]}>{figures.intro}</p>
        </div>
        {data && data.rows.length > 0 && (
          <Button
            variant="default"
            component="a"
            href={API_PREFIX + requestOf(exportFigures, { query: { from, to, map } }, "").url}
            download
          >
            {figures.csv}
          </Button>
        )}
      </div>
      <div className={styles["line"]}>
        <DateField label={figures.from} value={from} onChange={setFrom} />
        <DateField label={figures.to} value={to} onChange={setTo} />
        <div role="group" aria-label={figures.map}>
          <p className={styles["quiet"]}>{figures.map}</p>
          <SegmentedControl
            value={map}
            onChange={(value) => setMap(FIGURE_MAPS.find((one) => one === value) ?? "new")}
            data={FIGURE_MAPS.map((one) => ({ value: one, label: figures.maps[one] }))}
          />
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && data.rows.length === 0 && (
        <EmptyState icon="search" title={figures.none} hint={figures.noneHint} />
      )}
      {data && data.rows.length > 0 && (
        <>
          <FigureTable figures={data} />
          <p className={styles["quiet"]}>{figures.answersNote}</p>
        </>
      )}
    </div>
  );
}
