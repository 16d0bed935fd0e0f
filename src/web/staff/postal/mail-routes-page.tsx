import { type MailRouteView, endMailRoute, listMailRoutes } from "#contract/mail-runs.ts";
import { formatDay, plainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { ExtraRunDialog } from "./extra-run-dialog.tsx";
import { forgetMailRuns } from "./forget-mail-runs.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { MailPlanDialog } from "./mail-plan-dialog.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { todayThere } from "./use-recorded.ts";

/** The plan of the mail runs, and how to change it. */
export function MailRoutesPage(): ReactElement {
  const { mailRuns: text } = useText();
  const { data, problem, loading, reload } = useRead(listMailRoutes, { query: {} });
  const may = mayUse(useSession(), "postal.settle");
  const [opening, setOpening] = useState(false);
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.plan} intro={text.planIntro} />
      {may && (
        <div className={styles["acts"]}>
          <Button onClick={() => setOpening(true)}>{text.newRoute}</Button>
        </div>
      )}
      {opening && <MailPlanDialog route={null} onClose={() => setOpening(false)} />}
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={6} />}
      {data?.routes.length === 0 && <EmptyState icon="success" title={text.noRoutes} />}
      {data?.routes.map((route) => (
        <RoutePanel key={route.routeId} route={route} may={may} />
      ))}
    </div>
  );
}

interface RouteProps {
  readonly route: MailRouteView;
  readonly may: boolean;
}

function RoutePanel({ route, may }: RouteProps): ReactElement {
  const { mailRuns: text } = useText();
  const { routeId, name, endedOn, versions } = route;
  return (
    <Panel id={`route-${routeId}`} title={name}>
      {endedOn !== null && <p>{text.ended(formatDay(plainDate(endedOn)))}</p>}
      <ul className={styles["list"]}>
        {versions.map((version) => (
          <VersionRow key={version.version} version={version} />
        ))}
      </ul>
      {may && endedOn === null && <RouteActs route={route} />}
    </Panel>
  );
}

function VersionRow({ version }: { readonly version: MailRouteView["versions"][number] }): ReactElement {
  const { mailRuns: text } = useText();
  const { validFrom, validTo, weekdays, onMakeUpDays, stops, vehicle, capacity, driver } = version;
  const days = weekdays.toSorted((one, other) => one - other).map((day) => text.weekdays[day] ?? "");
  const period = [
    text.version(version.version, formatDay(plainDate(validFrom))),
    ...(validTo === null ? [] : [text.until(formatDay(plainDate(validTo)))]),
    [...days, ...(onMakeUpDays ? [text.makeUp] : [])].join(", "),
  ];
  return (
    <li>
      <p className={styles["code"]}>{period.join(" · ")}</p>
      <p>{stops.map((stop) => `${stop.time} ${stop.name}`).join(" → ")}</p>
      <p className={styles["quiet"]}>{text.runLine(vehicle, capacity, driver.name)}</p>
    </li>
  );
}

function RouteActs({ route }: { readonly route: MailRouteView }): ReactElement {
  const { mailRuns: text } = useText();
  const [open, setOpen] = useState<"change" | "extra" | "end" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={styles["acts"]}>
      <Button variant="default" onClick={() => setOpen("change")}>
        {text.change}
      </Button>
      <Button variant="default" onClick={() => setOpen("extra")}>
        {text.extraRun}
      </Button>
      <Button variant="subtle" onClick={() => setOpen("end")}>
        {text.end}
      </Button>
      {open === "end" && <EndDialog route={route} onClose={close} />}
      {open === "change" && <MailPlanDialog route={route} onClose={close} />}
      {open === "extra" && <ExtraRunDialog routeId={route.routeId} onClose={close} />}
    </div>
  );
}

/** Ending is for good: asked once more. */
function EndDialog({
  route: { routeId, name },
  onClose,
}: {
  readonly route: MailRouteView;
  readonly onClose: () => void;
}): ReactElement {
  const { mailRuns: text } = useText();
  const act = useAct(endMailRoute);
  async function end(): Promise<void> {
    const result = await act.send({ params: { routeId }, body: { lastDay: todayThere() } });
    if (!result?.ok) return;
    showToast({ text: text.endedNow });
    onClose();
    await forgetMailRuns();
  }
  return (
    <IncidentFrame title={name} save={text.end} act={act} onSubmit={end} onClose={onClose}>
      <p>{text.endHint}</p>
    </IncidentFrame>
  );
}
