import { type PersonView, readPerson } from "#contract/people.ts";
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { StateMark } from "./people-list.tsx";
import { daysWords } from "./people-words.ts";
import styles from "./people.module.css";
import { PersonActs } from "./person-acts.tsx";
import { PersonHistory, PersonSuspensions, PersonTrainings } from "./person-panels.tsx";
import { PersonPosts } from "./person-posts.tsx";

/** One person: contract, posts, training, suspensions, and how the account came to be what it is. */
export function PersonPage(): ReactElement {
  const { people: text } = useText();
  const { accountId } = useParams({ from: "/people/$accountId" });
  const { data, problem, reload } = useRead(readPerson, { params: { accountId } });
  return (
    <div className={styles["page"]}>
      <div>
        <Button variant="subtle" size="compact-sm" renderRoot={(props) => <Link to="/people" {...props} />}>
          {text.page.back}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Person view={data} />}
    </div>
  );
}

function Person({ view }: { readonly view: PersonView }): ReactElement {
  const { page } = useText().people;
  return (
    <>
      <div className={styles["head"]}>
        <div>
          <h1 lang="vi">{view.person.fullName}</h1>
          <div className={styles["row"]}>
            <StateMark row={view.person} />
            <span className={styles["quiet"]} lang="vi">
              {view.person.employer}
            </span>
          </div>
        </div>
        {!view.own && <PersonActs view={view} />}
      </div>
      {view.own && <Notice tone="info" title={page.own} />}
      <div className={styles["columns"]}>
        <div className={styles["stack"]}>
          <Contract view={view} />
          <PersonPosts view={view} />
          <PersonTrainings view={view} />
        </div>
        <div className={styles["stack"]}>
          <PersonSuspensions view={view} />
          <PersonHistory view={view} />
        </div>
      </div>
    </>
  );
}

function Contract({ view }: { readonly view: PersonView }): ReactElement {
  const text = useText();
  const { page, employerKinds } = text.people;
  const { person, successor } = view;
  return (
    <Panel id="contract" title={page.contract}>
      <Facts
        facts={[
          {
            label: page.employer,
            value: (
              <>
                <span lang="vi">{person.employer}</span>
                <span className={styles["under"]}>{employerKinds[person.employerKind]}</span>
              </>
            ),
          },
          { label: page.days, value: daysWords(person, text) },
          { label: page.username, value: person.username },
          ...(successor === null ? [] : [{ label: page.successor, value: successor }]),
        ]}
      />
      {!view.numberKnown && <p className={styles["quiet"]}>{page.numberUnknown}</p>}
      {view.mustChangePassword && <p className={styles["quiet"]}>{page.mustChange}</p>}
    </Panel>
  );
}
