import { type GroupView, readGroup } from "#contract/groups.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { PaperHead, PaperSignatures, paperClass } from "../paper.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./group-page.module.css";
import { SlipButtons } from "./slip-buttons.tsx";

const route = getRouteApi("/groups/$groupId");

/** A group as a list: on the screen with a way to each dossier, on paper with places to sign. */
export function GroupPage(): ReactElement {
  const text = useText();
  const { groupId } = route.useParams();
  const { data, problem, reload } = useRead(readGroup, { params: { groupId } });
  return (
    <div className={styles["page"]}>
      {problem && (
        <>
          <h1>{text.groups.listHeading}</h1>
          <ProblemNotice problem={problem} onRetry={reload} />
        </>
      )}
      {!problem && !data && <LoadingLines lines={10} />}
      {data && <GroupList view={data} />}
    </div>
  );
}

function GroupList({ view }: { readonly view: GroupView }): ReactElement {
  const { groups, dates } = useText();
  return (
    <>
      <div className={`${styles["acts"]} no-print`}>
        <Link to="/counter" className={look["opener"]}>
          {groups.toCounter}
        </Link>
        <span className={styles["gap"]} />
        <SlipButtons dossierIds={view.dossiers.map(({ dossierId }) => dossierId)} />
        <Button leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
          {groups.printList}
        </Button>
      </div>
      <article className={`${paperClass ?? ""} ${styles["list"]}`}>
        <PaperHead unit={view.letterhead} at={view.openedAt} />
        <h1>{groups.listHeading}</h1>
        <Facts
          facts={[
            { label: groups.name, value: <span lang="vi">{view.name}</span> },
            { label: groups.code, value: <strong>{view.code}</strong> },
            {
              label: groups.procedure,
              value: <span lang="vi">{`${view.procedureCode} – ${view.procedureName}`}</span>,
            },
            { label: groups.unit, value: <span lang="vi">{view.unitName}</span> },
            { label: groups.openedBy, value: <span lang="vi">{view.openedBy}</span> },
            { label: groups.openedAt, value: dates.moment(view.openedAt) },
          ]}
        />
        <Dossiers view={view} />
        <PaperSignatures places={[groups.signGroup, groups.signOfficer]} hint={groups.signHint} />
      </article>
    </>
  );
}

function Dossiers({ view }: { readonly view: GroupView }): ReactElement {
  const { groups, lists, dates } = useText();
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">{groups.number}</th>
          <th scope="col">{groups.dossierCode}</th>
          <th scope="col">{groups.applicant}</th>
          <th scope="col">{groups.due}</th>
          <th scope="col">{groups.status}</th>
        </tr>
      </thead>
      <tbody>
        {view.dossiers.map(({ dossierId, code, applicantName, dueAt, status }, at) => (
          <tr key={dossierId}>
            <td>{at + 1}</td>
            <td>
              <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
                {code}
              </Link>
            </td>
            <td lang="vi">{applicantName}</td>
            <td>{dueAt === null ? groups.noDue : dates.shortMoment(dueAt)}</td>
            <td>{lists.businessStatuses[status].plain}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
