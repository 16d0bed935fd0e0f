import { readReferenceProcedure } from "#domain/catalogue/read-procedure.ts";
import type { TimeLimit } from "#domain/calendar/time-limit.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type Json, type Table, readJson, referenceId } from "#server/units/reference-table.ts";
import { historicField } from "./historic-fields.ts";
import { LAST_DAY } from "./story.ts";

const FIRST_DAY = "2018-01-01";
const SOURCE =
  "Dữ liệu minh họa: nội dung theo bản có hiệu lực từ 01/07/2025, chưa đối chiếu với bản của thời điểm đó";

interface Earlier {
  readonly code: string;
  /** The file of the reference data that has the version of today. */
  readonly file: string;
  /** The field of then, where it was another one. */
  readonly fieldCode?: string;
  /** Made up for the demo, where the catalogue publishes none. */
  readonly limit?: TimeLimit;
}

/** The few procedures by which the stories take dossiers in: the catalogue begins its account in July 2025. */
const EARLIER: readonly Earlier[] = [
  { code: "1.001653", file: "social-protection" },
  { code: "2.001088", file: "population" },
  { code: "2.002481", file: "education" },
  { code: "1.003622", file: "grassroots-culture" },
  { code: "2.000720", file: "household-business" },
  { code: "1.001266", file: "household-business" },
  { code: "2.000815", file: "certification" },
  { code: "2.000908", file: "certification" },
  { code: "1.001193", file: "civil-status" },
  { code: "1.004873", file: "civil-status" },
  { code: "1.004884", file: "civil-status" },
  {
    code: "2.001955",
    file: "labour",
    fieldCode: historicField("Lao động – Thương binh và Xã hội"),
    limit: { amount: 7, unit: "workingDay" },
  },
  {
    code: "2.001098",
    file: "information",
    fieldCode: historicField("Thông tin và Truyền thông"),
    limit: { amount: 10, unit: "workingDay" },
  },
];

/** Versions in force until the districts ended, made of those of today and marked as an illustration. */
export async function earlierVersions(): Promise<Table> {
  const rows = await Promise.all(EARLIER.map(earlierRow));
  return { name: "procedure_version", key: ["code", "valid_from", "withdrawn_at"], rows };
}

async function earlierRow({ code, file, fieldCode, limit }: Earlier): Promise<Json> {
  const entries = (await readJson(`procedures/${file}.json`)) as readonly Json[];
  const read = entries.map(readReferenceProcedure).find((one) => one.ok && one.value.content.code === code);
  invariant(read?.ok, `the reference data have the procedure ${code}`);
  const { publishedBy: _publishedBy, ...today } = read.value.content;
  const content: ProcedureContent = {
    ...today,
    fieldCode: fieldCode ?? today.fieldCode,
    channels: today.channels.map(({ limits, ...channel }) => ({
      ...channel,
      limits: limits.map((published) => ({
        ...published,
        limit: limit ?? published.limit,
        mark: "inference",
        source: SOURCE,
      })),
    })),
    papers: today.papers.map(({ replacedByData: _replaced, ...paper }) => paper),
    mark: "inference",
    source: SOURCE,
  };
  return {
    id: referenceId(`procedure:${code}:${FIRST_DAY}`),
    code,
    name: content.name,
    search_key: searchKey(content.name),
    field_code: content.fieldCode,
    valid_from: FIRST_DAY,
    valid_to: LAST_DAY,
    withdrawn_at: null,
    content,
  };
}
