import { MARKS } from "../calendar/work-calendar.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { type PlainDate, parsePlainDate } from "../shared/plain-date.ts";

/** What the items of a checklist are about, in the order in which a surveyor walks. */
export const CHECKLIST_GROUPS = ["counter", "equipment", "posting", "room", "work"] as const;
export type ChecklistGroup = (typeof CHECKLIST_GROUPS)[number];

/** One thing to look at. Its words stand in the data, since they change with the checklist and not with the program. */
export interface ChecklistItem {
  readonly code: string;
  readonly group: ChecklistGroup;
  readonly name: string;
  readonly hint: string;
  /** An item that must be answered, be it by "not applicable". */
  readonly required: boolean;
  /** How sure it is that the item is asked for by somebody but us. */
  readonly mark: (typeof MARKS)[number];
  readonly source: string;
}

/** The items of one version; a survey keeps the version that it was made by. */
export interface Checklist {
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly items: readonly ChecklistItem[];
}

/**
 * The versions of the checklist out of the reference data, in the order in which they came.
 * @returns a refusal that names the fault: the program does not start with a checklist that cannot be read
 */
export function readChecklists(data: unknown): Result<readonly Checklist[], "checklist_invalid"> {
  if (!Array.isArray(data) || data.length === 0) return refuse("checklist_invalid", { about: "versions" });
  const read = data.map((entry, at) => readChecklist(entry, at + 1));
  const fault = read.find((one) => !one.ok);
  if (fault && !fault.ok) return fault;
  const versions = read.flatMap((one) => (one.ok ? [one.value] : []));
  const backwards = versions.find((one, at) => one.validFrom <= (versions[at - 1]?.validFrom ?? ""));
  return backwards
    ? refuse("checklist_invalid", { about: `validFrom ${backwards.version}` })
    : done(versions);
}

/** The version in force on a day: the newest that has begun; before the first one, the first. */
export function checklistOn(versions: readonly Checklist[], day: PlainDate): Checklist | undefined {
  return versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0];
}

type Entry = Readonly<Record<string, unknown>>;

function readChecklist(entry: unknown, version: number): Result<Checklist, "checklist_invalid"> {
  const { version: said, validFrom, items } = (entry ?? {}) as Entry;
  const day = typeof validFrom === "string" ? parsePlainDate(validFrom) : undefined;
  if (said !== version || day === undefined || !Array.isArray(items) || items.length === 0)
    return refuse("checklist_invalid", { about: `version ${version}` });
  const faulty = (items as Entry[]).find((item) => !isItem(item));
  if (faulty) return refuse("checklist_invalid", { about: `item ${String(faulty["code"])}` });
  const all = items as readonly ChecklistItem[];
  const twice = all.find(({ code }, at) => all.findIndex((other) => other.code === code) !== at);
  return twice
    ? refuse("checklist_invalid", { about: `item ${twice.code}` })
    : done({ version, validFrom: day, items: all });
}

function isItem(item: Entry): boolean {
  const texts = ["code", "name", "source"].every((key) => typeof item[key] === "string" && item[key] !== "");
  return (
    texts &&
    typeof item["hint"] === "string" &&
    typeof item["required"] === "boolean" &&
    CHECKLIST_GROUPS.some((group) => group === item["group"]) &&
    MARKS.some((mark) => mark === item["mark"])
  );
}
