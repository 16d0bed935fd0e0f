import { MARKS } from "../catalogue/procedure.ts";
import { type Shape, flag, list, matching, nullable, oneOf, record, text } from "../catalogue/read-shape.ts";
import { parsePlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { type InterlinkedRule, type PartRule, inOrder } from "./interlinked.ts";

const CODE = matching(/^\d\.\d{6}$/);

const day = (value: unknown, path: string, faults: string[]): void => {
  if (typeof value !== "string" || parsePlainDate(value) === undefined) faults.push(`${path}: not a day`);
};

const part: Shape<PartRule> = {
  key: matching(/^[a-z][a-zA-Z]*$/),
  name: record({ vi: text, en: text }),
  procedureCode: CODE,
  after: list(text),
  needed: flag,
  mark: oneOf(MARKS),
  source: text,
};

const rule: Shape<InterlinkedRule> = {
  procedureCode: CODE,
  validFrom: day,
  validTo: nullable(day),
  parts: list(record(part), 2),
  mark: oneOf(MARKS),
  source: text,
};

/**
 * The rules of interlinked procedures, as the reference file states them.
 * @returns `interlinked_faulty` with every fault by its place: a key that stands twice, a part that follows itself by a
 * ring or one that there is not, the whole as a part of itself.
 */
export function readInterlinked(value: unknown): Result<readonly InterlinkedRule[], "interlinked_faulty"> {
  const faults: string[] = [];
  list(record(rule))(value, "rules", faults);
  if (faults.length > 0) return refuse("interlinked_faulty", { faults });
  const rules = value as readonly InterlinkedRule[];
  const wrong = rules.flatMap((one) => faultsOf(one).map((fault) => `${one.procedureCode}: ${fault}`));
  return wrong.length > 0 ? refuse("interlinked_faulty", { faults: wrong }) : done(rules);
}

function faultsOf({ procedureCode, parts }: InterlinkedRule): readonly string[] {
  const keys = parts.map(({ key }) => key);
  return [
    ...keys.filter((key, at) => keys.indexOf(key) < at).map((key) => `${key} stands twice`),
    ...parts.flatMap(({ key, after }) =>
      after.filter((before) => !keys.includes(before)).map((before) => `${key} follows ${before}`),
    ),
    ...(inOrder(parts).length < parts.length ? ["parts follow each other in a ring"] : []),
    ...(parts.some((one) => one.procedureCode === procedureCode) ? ["it is a part of itself"] : []),
  ];
}
