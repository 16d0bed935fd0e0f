import type { ProgrammeEventPayload } from "#domain/programme/programme-event.ts";
import { equalData } from "#domain/shared/equal-data.ts";

interface Event {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly payload: unknown;
}

interface Change {
  field: string;
  before: string;
  after: string;
}

/** Keys of decisions that the events name. */
export function namedDecisions(events: readonly Event[]): readonly string[] {
  const named = events.flatMap(({ payload }) => {
    const { before, after } = payload as ProgrammeEventPayload;
    return [before?.["decisionId"], after?.["decisionId"]].filter((id) => typeof id === "string");
  });
  return [...new Set(named)];
}

/** What was done to a programme, with each field that a change touched. */
export function historyViews(events: readonly Event[], nameOf: (key: string) => string | undefined) {
  return events.map(({ payload, ...event }) => {
    const { before, after, reason } = payload as ProgrammeEventPayload;
    return {
      ...event,
      about: aboutOf(after ?? before ?? {}),
      reason,
      changes: changesOf(before, after, nameOf),
    };
  });
}

/** By what people know a part: its label, name, title, number, subject; a rule without one by its kind. */
function aboutOf(part: Readonly<Record<string, unknown>>): string {
  const found = ["label", "name", "title", "number", "topic", "kind"]
    .map((field) => part[field])
    .find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}

function changesOf(
  before: ProgrammeEventPayload["before"],
  after: ProgrammeEventPayload["after"],
  nameOf: (key: string) => string | undefined,
): Change[] {
  if (before === null || after === null) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !equalData(before[field] ?? null, after[field] ?? null))
    .map((field) => ({ field, before: words(before[field], nameOf), after: words(after[field], nameOf) }));
}

function words(value: unknown, nameOf: (key: string) => string | undefined): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "string" && typeof value !== "number") return JSON.stringify(value);
  return nameOf(String(value)) ?? String(value);
}
