import { type GroupRow, listGroups } from "#contract/groups.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./drafts-panel.module.css";

const TYPING_PAUSE_MS = 250;
const SHOWN = 5;

/** Groups found again by code or name; without a word the newest few. */
export function GroupsPanel(): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const { data, problem, loading, reload } = useRead(
    listGroups,
    { query: asked === "" ? {} : { q: asked.slice(0, 200) } },
    { keepPrevious: true },
  );
  const groups = asked === "" ? data?.groups.slice(0, SHOWN) : data?.groups;
  return (
    <Panel id="groups" title={text.groups.panelTitle}>
      <TextField
        label={text.groups.panelSearch}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        leftSection={<Icon name="search" size={16} />}
      />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={3} />}
      {groups?.length === 0 && <NoGroup asked={asked} />}
      <ul className={styles["drafts"]}>
        {groups?.map((group) => (
          <GroupLink key={group.groupId} group={group} />
        ))}
      </ul>
    </Panel>
  );
}

function NoGroup({ asked }: { readonly asked: string }): ReactElement {
  const text = useText();
  return asked === "" ? (
    <EmptyState icon="person" title={text.groups.panelNone} hint={text.groups.panelNoneHint} />
  ) : (
    <EmptyState icon="search" title={text.groups.panelNothing(asked)} />
  );
}

function GroupLink({ group }: { readonly group: GroupRow }): ReactElement {
  const text = useText();
  const { groupId, name, code, dossiers, openedAt } = group;
  return (
    <li className={styles["draft"]}>
      <Link to="/groups/$groupId" params={{ groupId }} className={styles["open"]}>
        <Icon name="person" />
        <span className={styles["words"]}>
          <span className={styles["title"]} lang="vi">
            {name}
          </span>
          <span className={styles["when"]}>
            {text.groups.panelRow(code, dossiers, text.dates.shortMoment(openedAt))}
          </span>
        </span>
      </Link>
    </li>
  );
}
