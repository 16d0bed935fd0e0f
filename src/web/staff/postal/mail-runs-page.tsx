import { type MailRunView, listMailRuns } from "#contract/mail-runs.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { MailStopRow } from "./mail-stop-row.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { todayThere } from "./use-recorded.ts";

/** The mail runs of a day; the driver's own come first. */
export function MailRunsPage(): ReactElement {
  const { mailRuns: text, dates } = useText();
  const [typed, setTyped] = useState<string>(todayThere());
  const day = parsePlainDate(typed) ?? todayThere();
  const { data, problem, loading, reload } = useRead(listMailRuns, { query: { day } });
  const runs = data?.runs.toSorted((one, other) => Number(other.mine) - Number(one.mine));
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.title} intro={text.intro} />
      <div className={`${styles["filters"]} no-print`}>
        <DateField label={text.day} value={typed} onChange={setTyped} />
        <Button variant="default" onClick={() => setTyped(todayThere())}>
          {text.today}
        </Button>
        <Button variant="light" component={Link} to="/postal/mail-routes">
          {text.plan}
        </Button>
        {runs !== undefined && runs.length > 0 && (
          <Button
            variant="default"
            leftSection={<Icon name="print" size={18} />}
            onClick={() => window.print()}
          >
            {text.print}
          </Button>
        )}
      </div>
      <p className="print-only">{text.printedFor(dates.day(day))}</p>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={6} />}
      {runs?.length === 0 && <EmptyState icon="success" title={text.none} hint={text.noneHint} />}
      {data &&
        runs?.map((run) => (
          <RunPanel key={`${run.routeId}${run.extraId ?? ""}`} run={run} day={data.day} today={data.today} />
        ))}
    </div>
  );
}

interface RunProps {
  readonly run: MailRunView;
  readonly day: string;
  readonly today: string;
}

function RunPanel({ run, day, today }: RunProps): ReactElement {
  const { mailRuns: text } = useText();
  const { routeId, extraId, atFault, mine, name, vehicle, capacity, driver, stops } = run;
  return (
    <Panel id={`run-${extraId ?? routeId}`} title={`${stops[0]?.time ?? ""} · ${name}`}>
      <p className={styles["line"]}>
        <span>{text.runLine(vehicle, capacity, driver.name)}</span>
        {mine && <Mark tone="info">{text.mine}</Mark>}
        {extraId !== null && <Mark tone="warning">{text.extra}</Mark>}
        {atFault !== null && <span className={styles["quiet"]}>{text.faults[atFault]}</span>}
      </p>
      <ol className={styles["way"]} aria-label={name}>
        {stops.map((stop) => (
          <MailStopRow key={stop.position} run={run} stop={stop} day={day} today={today} />
        ))}
      </ol>
    </Panel>
  );
}
