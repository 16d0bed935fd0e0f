import { type HandOverView, readHandOver } from "#contract/hand-overs.ts";
import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { PaperHead, PaperSignatures, paperClass } from "../paper.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { HandOverMoney, HandOverTaking } from "./hand-over-money.tsx";
import styles from "./people.module.css";
import { inDong } from "./read-dong.ts";

/** The record of a hand-over, as it is read on the screen, completed, printed and signed. */
export function HandOverPage(): ReactElement {
  const { handOverId } = useParams({ from: "/hand-overs/$handOverId" });
  const { data, problem, reload } = useRead(readHandOver, { params: { handOverId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <HandOverRecord record={data} />}
    </div>
  );
}

function HandOverRecord({ record }: { readonly record: HandOverView }): ReactElement {
  const { record: text } = useText().handOvers;
  const { signatures } = text;
  return (
    <article className={`${styles["record"]} ${paperClass}`}>
      <PaperHead unit={record.unit} at={record.at} />
      <div className={styles["between"]}>
        <h1>{text.title}</h1>
        <Button
          className="no-print"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {text.print}
        </Button>
      </div>
      <Parties record={record} />
      <h2>{text.lines}</h2>
      <Lines record={record} />
      <Containers record={record} />
      <p className={styles["flat"]}>
        {record.lines.length > 0 && text.total(record.papers, record.lines.length)}{" "}
        {record.drafts > 0 && text.drafts(record.drafts)}
      </p>
      <HandOverMoney record={record} />
      <HandOverTaking record={record} />
      <PaperSignatures
        places={[signatures.gives, signatures.takes, signatures.witness]}
        hint={signatures.sign}
      />
    </article>
  );
}

/** Who hands over to whom, with their posts, why and by which decision. */
function Parties({ record }: { readonly record: HandOverView }): ReactElement {
  const { handOvers, people, lists, dates } = useText();
  const { record: text } = handOvers;
  const reason = record.reason === "" ? text.bySystem : record.reason;
  const withPosts = (name: string, posts: HandOverView["fromPosts"]) => (
    <span lang="vi">
      {name}
      <span className={styles["under"]}>
        {posts.map(({ role, place }) => people.at(lists.roles[role], place)).join("; ")}
      </span>
    </span>
  );
  const { decision, cashAlone, unit } = record;
  const places = cashAlone && unit ? unit.name : text.toPlaces;
  return (
    <Facts
      facts={[
        { label: text.from, value: withPosts(record.from, record.fromPosts) },
        { label: text.to, value: withPosts(record.successor ?? places, record.successorPosts) },
        { label: text.cause, value: `${text.causes[record.cause]}: ${reason}` },
        ...(decision
          ? [
              {
                label: text.basis,
                value: text.decision(decision.number, dates.shortDay(decision.issuedOn), decision.issuer),
              },
            ]
          : []),
        { label: text.by, value: withPosts(record.by, record.byPosts) },
        { label: text.at, value: dates.moment(record.at) },
      ]}
    />
  );
}

/** Packets and bags: by label and seal, since nobody opens them to hand them over. */
function Containers({ record: { containers } }: { readonly record: HandOverView }): ReactElement | null {
  const { handOvers, papers } = useText();
  const { record: text } = handOvers;
  if (containers.length === 0) return null;
  return (
    <>
      <h2>{text.containers(containers.length)}</h2>
      <table className={styles["plain"]} aria-label={text.containers(containers.length)}>
        <thead>
          <tr>
            <th scope="col">{text.columns.label}</th>
            <th scope="col">{text.columns.seal}</th>
            <th scope="col">{text.columns.papers}</th>
            <th scope="col">{text.columns.to}</th>
          </tr>
        </thead>
        <tbody>
          {containers.map(({ containerId, kind, code, seal, originals, copies, to }) => (
            <tr key={containerId}>
              <th scope="row">
                {code}
                <span className={styles["under"]}>{papers.kinds[kind]}</span>
              </th>
              <td data-label={text.columns.seal}>{seal ?? text.unsealed}</td>
              <td data-label={text.columns.papers}>{papers.sheets(originals, copies)}</td>
              <td data-label={text.columns.to} lang="vi">
                {to}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type Line = HandOverView["lines"][number];

function Lines({ record }: { readonly record: HandOverView }): ReactElement {
  const { record: text } = useText().handOvers;
  if (record.lines.length === 0) return <p className={styles["quiet"]}>{text.linesNone}</p>;
  return (
    <table className={styles["plain"]} aria-label={text.lines}>
      <thead>
        <tr>
          <th scope="col">{text.columns.code}</th>
          <th scope="col">{text.columns.papers}</th>
          <th scope="col">{text.columns.fee}</th>
          <th scope="col">{text.columns.to}</th>
        </tr>
      </thead>
      <tbody>
        {record.lines.map((line) => (
          <tr key={line.dossierId}>
            <th scope="row">
              {line.code}
              {line.matter && <span className={styles["under"]}>{text.matter}</span>}
              {line.steps > 0 && <span className={styles["under"]}>{text.steps(line.steps)}</span>}
            </th>
            <td data-label={text.columns.papers}>
              {line.papers}
              <PaperNames line={line} />
            </td>
            <td data-label={text.columns.fee}>
              <Fee line={line} />
            </td>
            <td data-label={text.columns.to} lang="vi">
              {line.to}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PaperNames({ line }: { readonly line: Line }): ReactElement {
  const { record: text } = useText().handOvers;
  const others = line.papers - line.paperNames.length;
  const names = [
    ...line.paperNames,
    ...(others > 0 && line.paperNames.length > 0 ? [text.otherPapers(others)] : []),
  ];
  return (
    <span className={styles["under"]} lang="vi">
      {names.join("; ")}
    </span>
  );
}

function Fee({ line }: { readonly line: Line }): ReactElement {
  const { fees } = useText().handOvers;
  if (line.papers === 0) return <>–</>;
  return <>{line.fee === null ? fees.unfixedOne : inDong(line.fee)}</>;
}
