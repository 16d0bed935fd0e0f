import { API_PREFIX } from "#contract/route.ts";
import { FIGURE_MAPS, exportFigures, readFigures } from "#contract/reorganisations.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import type { AnswerOf } from "../api.ts";
import { requestOf } from "../api-request.ts";
import { percentWords } from "../figure-words.ts";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./reorganisation.module.css";

type Figures = AnswerOf<typeof readFigures>;
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
      {data && data.rows.length > 0 && <FigureTable figures={data} />}
    </div>
  );
}

function FigureTable({ figures }: { readonly figures: Figures }): ReactElement {
  const text = useText();
  const words = text.reorganisation.figures;
  return (
    <div className={styles["grid"]} role="region" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {[words.received, words.finished, words.onTime, words.share].map((label) => (
              <th scope="col" key={label} className={styles["number"]}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row) => (
            <tr key={row.unitId}>
              <th scope="row" lang="vi">
                {row.unitName}
                {row.heirName !== null && (
                  <span className={styles["quiet"]}> ({words.nowCalled(row.heirName)})</span>
                )}
              </th>
              <Counts counted={row} />
            </tr>
          ))}
          <tr>
            <th scope="row">{words.sum}</th>
            <Counts counted={figures.sum} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Counts({ counted }: { readonly counted: Figures["sum"] }): ReactElement {
  const text = useText();
  const shown = [counted.received, counted.finished, counted.onTime];
  return (
    <>
      {shown.map((count, index) => (
        <td key={index} className={styles["number"]}>
          {count}
        </td>
      ))}
      <td className={styles["number"]}>{share(counted, text)}</td>
    </>
  );
}

/** Nothing finished has no share: a dash, not a zero. */
function share({ finished, onTime }: Figures["sum"], text: Words): string {
  return finished === 0 ? text.reorganisation.details.nothing : percentWords(onTime / finished, text);
}
