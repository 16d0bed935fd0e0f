import { type ReactElement, type ReactNode, Fragment } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import layout from "./procedure-page.module.css";
import type { ReviewedVersion } from "./version-content.tsx";

/** The record of the national portal, word for word, under the names of its parts; what it says in a word of machines is said in ours. */
export function PortalRecordView({ version }: { readonly version: ReviewedVersion }): ReactElement {
  const { catalogue: text, dates, lists } = useText();
  const { record, recordReadAt } = version;
  const names: Names = {
    parts: text.recordParts,
    values: { ...lists.channels, ...text.recordPaperKinds },
  };
  if (record === null) {
    return (
      <Panel id="record" title={text.views.record}>
        <p>
          <strong>{text.recordNone}.</strong> {text.recordNoneHint}
        </p>
      </Panel>
    );
  }
  return (
    <Panel id="record" title={text.views.record}>
      {recordReadAt !== null && (
        <p className={layout["note"]}>{text.recordRead(dates.shortMoment(recordReadAt))}</p>
      )}
      <dl className={layout["record"]} lang="vi">
        {inOrder(record, text.recordKeys).map(([key, label, value]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{shown(value, names) ?? text.none}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type Labels = Readonly<Record<string, string>>;

interface Names {
  readonly parts: Labels;
  /** Words for what the record says in a word of machines: how it is handed in, what kind of paper it is. */
  readonly values: Labels;
}

/** The parts of an entry that hold such a word. */
const CODED = ["channel", "kind"];

/** The entries that have names, in the order of the names; then those that nobody expected. */
function inOrder(
  record: object,
  names: Labels,
): readonly (readonly [key: string, label: string, value: unknown])[] {
  const values = new Map<string, unknown>(Object.entries(record));
  const known = Object.keys(names).filter((key) => values.has(key));
  const others = [...values.keys()].filter((key) => !known.includes(key));
  return [...known, ...others].map((key) => [key, names[key] ?? key, values.get(key)]);
}

/** A value of a record as it stands: texts as they are, lists as lists, objects as their parts in a line. */
function shown(value: unknown, names: Names): ReactNode {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return (
      <ul>
        {value.map((item: unknown, at) => (
          <li key={at}>{shown(item, names)}</li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object") {
    const parts = inOrder(value, names.parts).filter(([, , part]) => part !== null && part !== "");
    return parts.map(([key, label, part], at) => (
      <Fragment key={key}>
        {at > 0 && " · "}
        {label}: {CODED.includes(key) ? inWords(part, names) : shown(part, names)}
      </Fragment>
    ));
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

function inWords(value: unknown, names: Names): ReactNode {
  return typeof value === "string" && Object.hasOwn(names.values, value)
    ? names.values[value]
    : shown(value, names);
}
