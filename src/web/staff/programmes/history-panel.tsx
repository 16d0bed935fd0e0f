import { PROGRAMME_EVENT_TYPES } from "#domain/programme/programme-event.ts";
import { RULE_KINDS } from "#domain/programme/programme.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./programmes.module.css";
import type { ProgrammeView } from "./use-programmes.ts";

type Event = ProgrammeView["history"][number];

/** How the programme came to be what it is: each change with what stood before. */
export function HistoryPanel({ view }: { readonly view: ProgrammeView }): ReactElement {
  const { history: text } = useText().programmes;
  return (
    <Panel id="history" title={text.title}>
      <ol className={styles["history"]}>
        {view.history.map((event) => (
          <Step key={event.seq} event={event} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ event }: { readonly event: Event }): ReactElement {
  const text = useText();
  const { programmes, dates, mandates } = text;
  const known = PROGRAMME_EVENT_TYPES.find((one) => one === event.type);
  const about = aboutWords(event.about, text);
  return (
    <li>
      <strong>{known === undefined ? event.type : programmes.events[known]}</strong>
      {about !== "" && <span lang="vi">{`: ${about}`}</span>}
      <p className={styles["quiet"]}>
        <span lang="vi">{event.by}</span>
        {", "}
        <time dateTime={event.at}>{dates.shortMoment(event.at)}</time>
      </p>
      {event.changes.map(({ field, before, after }) => (
        <p key={field} className={styles["quiet"]}>
          {`${programmes.history.fields[field] ?? field}: `}
          <del>{shown(before, text)}</del>
          {" → "}
          <ins>{shown(after, text)}</ins>
        </p>
      ))}
      {event.reason !== "" && <p className={styles["flat"]}>{mandates.page.reason(event.reason)}</p>}
    </li>
  );
}

function aboutWords(about: string, { programmes }: Words): string {
  const kind = RULE_KINDS.find((one) => one === about);
  return kind === undefined ? about : programmes.ruleKinds[kind];
}

function shown(value: string, { programmes, dates }: Words): string {
  return value === "" ? programmes.history.empty : dates.shortDay(value);
}
