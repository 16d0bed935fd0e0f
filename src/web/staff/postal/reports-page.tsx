import {
  POSTAL_REPORT_TABLES,
  type PostalReport,
  exportPostalReport,
  readPostalReport,
} from "#contract/postal-reports.ts";
import { API_PREFIX } from "#contract/route.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { Button, NativeSelect, Table } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { requestOf } from "../api-request.ts";
import { PaperHead, PaperSignatures, paperClass } from "../paper.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { localTime } from "#domain/shared/instant.ts";

/** What the operator reports of a quarter, half-year or year, with the day before which it is sent. */
export function ReportsPage(): ReactElement {
  const { postalReports: text } = useText();
  const [chosen, setChosen] = useState("");
  const query = chosen === "" ? {} : { period: chosen };
  const read = useRead(readPostalReport, { query });
  return (
    <div className={styles["page"]}>
      <div className="no-print">
        <PostalHead title={text.title} intro={text.intro} />
      </div>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={10} />}
      {read.data && (
        <article className={`${styles["page"]} ${paperClass}`}>
          <PaperHead unit={null} at={serverNow()} />
          <h2 className={styles["printed"]} lang="vi">
            {text.paperTitle}
          </h2>
          <Report report={read.data} onChoose={setChosen} />
          <PaperSignatures places={[text.writes, text.signs]} hint={text.signHint} />
        </article>
      )}
    </div>
  );
}

interface Props {
  readonly report: PostalReport;
}

function Report({ report, onChoose }: Props & { readonly onChoose: (code: string) => void }): ReactElement {
  const { postalReports: text, dates } = useText();
  const { period, periods, heardLate } = report;
  const isOver = period.to < localTime(serverNow()).day;
  return (
    <>
      <div className={`${styles["filters"]} no-print`}>
        <NativeSelect
          label={text.period}
          value={period.code}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={periods.map((one) => ({ value: one.code, label: text.periodName(one) }))}
        />
        {POSTAL_REPORT_TABLES.map((table) => (
          <Button
            key={table}
            component="a"
            variant="default"
            href={
              API_PREFIX + requestOf(exportPostalReport, { query: { period: period.code, table } }, "").url
            }
            download
          >
            {text.csv(text[table])}
          </Button>
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="print" size={18} />}
          onClick={() => window.print()}
        >
          {text.print}
        </Button>
      </div>
      <p>
        <strong>{text.periodName(period)}.</strong>{" "}
        {text.span(dates.shortDay(period.from), dates.shortDay(period.to))}{" "}
        {isOver ? text.before(dates.shortDay(period.before)) : text.running}
      </p>
      {heardLate > 0 && <Notice tone="warning" title={text.heardLate(heardLate)} />}
      <Panel title={text.volume}>
        <Volume report={report} />
      </Panel>
      <Panel title={text.claims}>
        <Claims report={report} />
      </Panel>
      <Panel title={text.shares}>
        <Shares report={report} />
      </Panel>
    </>
  );
}

const COUNTS = [
  "orders",
  "revenue",
  "parcels",
  "delivered",
  "backAtAgency",
  "late",
  "lost",
  "damaged",
] as const;

function Volume({ report: { rows, total, safety } }: Props): ReactElement {
  const { postalReports: text, postal } = useText();
  if (rows.length === 0) return <EmptyState icon="file" title={text.none} hint={text.noneHint} />;
  const cells = (of: PostalReport["total"]) =>
    COUNTS.map((key) => (
      <Table.Td key={key} className={styles["number"]}>
        {key === "revenue" ? formatDong(dong(of[key])) : of[key]}
      </Table.Td>
    ));
  return (
    <>
      <section className={styles["wide"]} aria-label={text.volume} tabIndex={0}>
        <Table aria-label={text.volume}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.unit}</Table.Th>
              <Table.Th>{text.procedure}</Table.Th>
              <Table.Th>{text.service}</Table.Th>
              {COUNTS.map((key) => (
                <Table.Th key={key} className={styles["number"]}>
                  {text[key]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.unitId} ${row.procedureCode} ${row.service}`}>
                <Table.Td lang="vi">{row.unitName}</Table.Td>
                <Table.Td lang="vi">{`${row.procedureName} (${row.procedureCode})`}</Table.Td>
                <Table.Td>{postal.services[row.service]}</Table.Td>
                {cells(row)}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={3}>{text.total}</Table.Th>
              {cells(total)}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </section>
      <Facts facts={[{ label: text.safety, value: safety === null ? text.noSafety : percent(safety) }]} />
    </>
  );
}

/** @example percent(0.98765) → "98,77 %" */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toLocaleString("vi-VN")} %`;
}

function Claims({ report: { claims } }: Props): ReactElement {
  const { postalReports: text } = useText();
  const count = (label: string, value: number) => ({ label, value });
  return (
    <Facts
      facts={[
        count(text.complaints, claims.complaints),
        count(text.accepted, claims.accepted),
        count(text.declined, claims.declined),
        count(text.unanswered, claims.unanswered),
        count(text.lostCases, claims.lost),
        count(text.damagedCases, claims.damaged),
        count(text.delayed, claims.delayed),
        count(text.compensations, claims.compensations),
        { label: text.compensated, value: formatDong(dong(claims.compensated)) },
      ]}
    />
  );
}

const SHARES = ["received", "receivedByPost", "returnByPost", "returned", "returnedByPost"] as const;

function Shares({ report: { shares } }: Props): ReactElement {
  const { postalReports: text } = useText();
  if (shares.length === 0) return <p className={styles["quiet"]}>{text.noShares}</p>;
  return (
    <section className={styles["wide"]} aria-label={text.shares} tabIndex={0}>
      <Table aria-label={text.shares}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.unit}</Table.Th>
            {SHARES.map((key) => (
              <Table.Th key={key} className={styles["number"]}>
                {text[key]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map((row) => (
            <Table.Tr key={row.unitId}>
              <Table.Td lang="vi">{row.unitName}</Table.Td>
              {SHARES.map((key) => (
                <Table.Td key={key} className={styles["number"]}>
                  {shareWords(row, key)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** A part of a whole is said with its share. @example "3 (75 %)" */
function shareWords(row: PostalReport["shares"][number], key: (typeof SHARES)[number]): string {
  if (key === "received" || key === "returned") return String(row[key]);
  const whole = key === "returnedByPost" ? row.returned : row.received;
  return whole === 0 ? String(row[key]) : `${row[key]} (${percent(row[key] / whole)})`;
}
