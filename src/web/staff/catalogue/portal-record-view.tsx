import { type ReactElement, type ReactNode, Fragment } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import layout from "./procedure-page.module.css";
import type { ReviewedVersion } from "./version-content.tsx";

/** The record of the national portal, word for word, under the names of its parts. */
export function PortalRecordView({ version }: { readonly version: ReviewedVersion }): ReactElement {
  const { catalogue: text, dates } = useText();
  const { record, recordReadAt } = version;
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
            <dd>{shown(value, text.recordParts) ?? text.none}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type Names = Readonly<Record<string, string>>;

/** The entries that have names, in the order of the names; then those that nobody expected. */
function inOrder(
  record: object,
  names: Names,
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
    const parts = inOrder(value, names).filter(([, , part]) => part !== null && part !== "");
    return parts.map(([key, label, part], at) => (
      <Fragment key={key}>
        {at > 0 && " · "}
        {label}: {shown(part, names)}
      </Fragment>
    ));
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
