import type { SiteRow } from "#contract/sites.ts";
import { harmlessCell } from "#domain/shared/csv-cell.ts";
import type { Words } from "#web/text/words.ts";

/**
 * The sites of a list as a CSV file, in the words of the screen; a spreadsheet opens it as it is, with semicolons since
 * the comma is the decimal sign here.
 */
export function sitesCsv(sites: readonly SiteRow[], { sites: { list }, dates, mandates }: Words): string {
  const { columns } = list;
  const head = [
    columns.site,
    mandates.list.unit,
    columns.opened,
    columns.surveyed,
    list.states.open,
    list.states.overdue,
    list.states.resolved,
  ];
  const rows = sites.map(({ name, unit, openedOn, surveyedOn, findings }) => [
    name,
    unit.name,
    openedOn === null ? "" : dates.shortDay(openedOn),
    surveyedOn === null ? "" : dates.shortDay(surveyedOn),
    String(findings.open + findings.overdue),
    String(findings.overdue),
    String(findings.resolved),
  ]);
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(";")}\r\n`).join("");
}

function quoted(cell: string): string {
  return `"${harmlessCell(cell).replaceAll('"', '""')}"`;
}

/** Hands the list over as a file. The sign at its beginning tells spreadsheets that it is UTF-8. */
export function saveSites(sites: readonly SiteRow[], today: string, text: Words): void {
  const file = new Blob(["\uFEFF", sitesCsv(sites, text)], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = text.sites.list.csvName(today);
  link.click();
  URL.revokeObjectURL(link.href);
}
