import type { DecisionView } from "#contract/mandates.ts";
import type { RuleView } from "#contract/programmes.ts";
import type { Words } from "#web/text/words.ts";
import type { Tone } from "#web/ui/notice.tsx";

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** @example "từ 01/01/2026 đến hết 31/12/2026" */
export function periodWords({ validFrom, validTo }: Days, { mandates: { period }, dates }: Words): string {
  const from = dates.shortDay(validFrom);
  return validTo === null ? period.fromOn(from) : period.span(from, dates.shortDay(validTo));
}

/** @example "Quyết định số 468/QĐ-UBND ngày 20/12/2025 của Ủy ban nhân dân tỉnh Đồng Tháp" */
export function decisionWords(
  { number, issuedOn, issuer }: DecisionView,
  { mandates: { page }, dates }: Words,
): string {
  return page.decisionLine(number, dates.shortDay(issuedOn), issuer);
}

/** Whether something holds on a day, is still to come or over. */
export function stateOn(
  { validFrom, validTo }: Days,
  day: string,
): { readonly key: "holds" | "notYet" | "over"; readonly tone: Tone | "quiet" } {
  if (day < validFrom) return { key: "notYet", tone: "info" };
  if (validTo !== null && day > validTo) return { key: "over", tone: "quiet" };
  return { key: "holds", tone: "success" };
}

/** A coordination rule in one sentence. */
export function ruleWords(rule: RuleView, { programmes: { rules }, lists }: Words): string {
  const { content } = rule;
  switch (content.kind) {
    case "handOverTime":
      return rules.handOver(content.times.join(", "));
    case "questionAnswer": {
      const who = content.answerRole === null ? rule.answerAgency : lists.roles[content.answerRole];
      return rules.answer(content.topic, who, content.withinHours);
    }
    case "standIn":
      return rules.closed(rule.counter, rule.standIn);
  }
}

/** A figure as Vietnamese papers write it. @example figureWords(12500, ",") → "12.500" */
export function figureWords(figure: number, decimalSign: string): string {
  const sign = decimalSign === "," ? "." : ",";
  return String(figure).replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, sign);
}
