import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { standsOn } from "#domain/unit/place.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { mayUse, useSession } from "../session/session.ts";
import type { SiteView } from "./site-page.tsx";
import styles from "./sites.module.css";

/** What is there today: the unit, the counters and who staffs them, and what the post may do there. */
export function SiteNow({ view }: { readonly view: SiteView }): ReactElement {
  const { sites } = useText();
  const { page } = sites;
  return (
    <div className={styles["stack"]}>
      <Panel id="now" title={page.now}>
        <Facts
          facts={[
            { label: page.unit, value: <span lang="vi">{view.site.unit.name}</span> },
            { label: page.counters, value: <Counters view={view} /> },
          ]}
        />
      </Panel>
      <Panel id="mandates" title={page.mandates}>
        <Mandates view={view} />
      </Panel>
    </div>
  );
}

function Counters({ view: { counters, today } }: { readonly view: SiteView }): ReactElement {
  const { page } = useText().sites;
  const open = counters.filter(({ validFrom, validTo }) => isThere({ validFrom, validTo }, today));
  if (open.length === 0) return <>{page.countersNone}</>;
  return (
    <ul className={styles["plain"]} lang="vi">
      {open.map(({ id, label, postOffice }) => (
        <li key={id}>
          {label}
          <span className={styles["under"]}>{postOffice ?? page.byState}</span>
        </li>
      ))}
    </ul>
  );
}

function isThere(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  today: string,
): boolean {
  const [from, on] = [parsePlainDate(validFrom), parsePlainDate(today)];
  const to = validTo === null ? null : (parsePlainDate(validTo) ?? null);
  return from !== undefined && on !== undefined && standsOn({ validFrom: from, validTo: to }, on);
}

function Mandates({ view: { mandates } }: { readonly view: SiteView }): ReactElement {
  const text = useText();
  const opens = mayUse(useSession(), "mandate.read");
  if (mandates.length === 0) return <p className={styles["flat"]}>{text.sites.page.mandatesNone}</p>;
  return (
    <ul className={styles["plain"]}>
      {mandates.map(({ id, postOffice, tasks, autonomy, validTo, decisionNumber }) => (
        <li key={id}>
          {opens ? (
            <Link to="/mandates/$mandateId" params={{ mandateId: id }} className={styles["back"]} lang="vi">
              {postOffice}
            </Link>
          ) : (
            <strong lang="vi">{postOffice}</strong>
          )}
          <span className={styles["under"]}>
            {tasks.map((task) => text.lists.tasks[task]).join(", ")} ·{" "}
            {text.mandates.autonomies[autonomy].name}
            {" · "}
            {validTo === null
              ? text.mandates.period.openEnd
              : text.mandates.period.until(text.dates.shortDay(validTo))}
            {decisionNumber !== null && ` · ${text.sites.page.byDecision(decisionNumber)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
