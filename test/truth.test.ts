import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { VERSION_ORIGINS } from "#contract/catalogue-review.ts";
import { FILE_PURPOSES, FILE_TYPES } from "#contract/files.ts";
import { STEP_ROLES } from "#domain/dossier/internal-procedure.ts";
import { STEP_STATES } from "#domain/dossier/step-state.ts";
import { RETURN_METHODS } from "#contract/intake.ts";
import { REFUSALS } from "#contract/refusals.ts";
import { CALENDAR_PLACES } from "#domain/calendar/local-entry.ts";
import { MARKS } from "#domain/calendar/work-calendar.ts";
import { CHANNELS } from "#domain/catalogue/procedure.ts";
import { CONTAINER_KINDS } from "#domain/custody/container.ts";
import { type CustodyEntry, HOLDER_KINDS, THINGS } from "#domain/custody/custody.ts";
import { CUSTODY_TASK_KINDS } from "#domain/custody/difference.ts";
import {
  CHARGE_REASONS,
  CUSTODY_ACT_TYPES,
  CUSTODY_FILE_PURPOSES,
  CUSTODY_PLACE_KINDS,
  LINE_OUTCOMES,
  MANIFEST_STATES,
  SIGNATURE_KINDS,
  SIGNER_KINDS,
  STOCK_OUTCOMES,
} from "#domain/custody/terms.ts";
import { DOSSIER_EVENT_VERSIONS } from "#domain/dossier/dossier-event.ts";
import { CONSULTATION_STATES } from "#domain/dossier/consultation.ts";
import { OUTCOMES, RECEIPT_DELIVERIES, RECEIVED_AS } from "#domain/dossier/dossier-payloads.ts";
import {
  BUSINESS_STATUSES,
  DELIVERY_STATUSES,
  MONEY_STATUSES,
  SYNC_STATUSES,
} from "#domain/dossier/dossier-state.ts";
import { FORM_SETS, ISSUED_FORMS } from "#domain/dossier/issued-form.ts";
import { UNIT_FORMS } from "#domain/dossier/register.ts";
import { RATING_LEVELS } from "#domain/dossier/rating.ts";
import { GUIDANCE_OUTCOMES } from "#domain/mandate/guidance.ts";
import { MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import { AUTONOMIES, SUSPENSION_TARGETS } from "#domain/mandate/mandate.ts";
import { BASIS_KINDS } from "#domain/mandate/may-act.ts";
import { ROLES } from "#domain/mandate/permission.ts";
import { VERDICTS, WRONG_KINDS } from "#domain/mandate/sampling.ts";
import {
  ANSWER_ROLES,
  GOAL_MEASURES,
  RULE_KINDS,
  STAND_IN_KINDS,
  WENT_TO,
} from "#domain/programme/programme.ts";
import {
  NOTICE_CHANNELS,
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  NOTICE_PROBLEMS,
  NOTICE_STATES,
} from "#domain/notice/notice.ts";
import { WATCH_DESKS, WATCH_KINDS, WATCH_STATES } from "#domain/watch/watch.ts";
import { EMPLOYER_KINDS } from "#domain/people/contract.ts";
import { HAND_OVER_CAUSES } from "#domain/people/hand-over.ts";
import { TRAINING_RESULTS } from "#domain/people/training.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { SEVERITIES, SURVEY_ANSWERS } from "#domain/site/survey.ts";
import { REORGANISATION_STATUSES } from "#domain/unit/reorganisation.ts";
import { SUCCESSION_KINDS } from "#domain/unit/succession.ts";
import { REORGANISATION_EVENTS } from "#server/ledgers/reorganisation-ledger.ts";
import type { FormSetting } from "#server/units/reference.ts";
import { wordsOf } from "#web/text/words.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT, allFiles, read, sourceFiles, withoutComments } from "./guards/source-files.ts";
import { POSTAL_LISTS } from "./kit/postal-lists.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";

/** A closed list that has a type and no array: the compiler sees to it that none is missing and none too many. */
function all<Value extends string>(values: Readonly<Record<Value, true>>): readonly string[] {
  return Object.keys(values);
}

/** Every closed list that the database holds, with the one declaration that it repeats. */
const CLOSED_LISTS: Readonly<Record<string, readonly string[]>> = {
  "nation.account.employer_kind": EMPLOYER_KINDS,
  "space.custody_upload.purpose": CUSTODY_FILE_PURPOSES,
  "nation.administrative_succession.mark": MARKS,
  "nation.administrative_unit.mark": MARKS,
  "nation.account_event.basis_kind": BASIS_KINDS,
  "nation.agency_code.mark": MARKS,
  "nation.calendar_entry.basis_kind": BASIS_KINDS,
  "nation.calendar_entry.place_kind": CALENDAR_PLACES,
  "nation.calendar_entry_withdrawal.basis_kind": BASIS_KINDS,
  "nation.earlier_unit_name.mark": MARKS,
  "nation.form_setting.mark": MARKS,
  "nation.form_setting.paper_size": all<FormSetting["paperSize"]>({ A4: true, A5: true }),
  "nation.procedure_version.origin": VERSION_ORIGINS,
  "nation.place_succession.kind": SUCCESSION_KINDS,
  "nation.reference_change.basis_kind": BASIS_KINDS,
  "nation.reorganisation.status": REORGANISATION_STATUSES,
  "nation.reorganisation_event.basis_kind": BASIS_KINDS,
  "nation.reorganisation_event.type": REORGANISATION_EVENTS,
  "nation.staff_post.role": ROLES,
  "space.accreditation.result": TRAINING_RESULTS,
  "space.consultation.state": CONSULTATION_STATES,
  "space.container.holder_kind": HOLDER_KINDS,
  "space.container.kind": CONTAINER_KINDS,
  "space.custody_act.type": CUSTODY_ACT_TYPES,
  "space.custody_charge.reason": CHARGE_REASONS,
  "space.custody_entry.thing": THINGS,
  "space.custody_file.media_type": FILE_TYPES,
  "space.custody_file.purpose": CUSTODY_FILE_PURPOSES,
  "space.custody_place.kind": CUSTODY_PLACE_KINDS,
  "space.custody_signature.kind": SIGNATURE_KINDS,
  "space.custody_signature.signer_kind": SIGNER_KINDS,
  "space.custody_task.kind": CUSTODY_TASK_KINDS,
  "space.custody_task.thing": THINGS,
  "space.manifest.received_as": RECEIVED_AS,
  "space.manifest.state": MANIFEST_STATES,
  "space.manifest_line.outcome": LINE_OUTCOMES,
  "space.manifest_line.thing": THINGS,
  ...POSTAL_LISTS,
  "space.stock_take_line.outcome": STOCK_OUTCOMES,
  "space.stock_take_line.thing": THINGS,
  "space.custody_entry.type": all<CustodyEntry["type"]>({
    born: true,
    handedOver: true,
    succeeded: true,
    recounted: true,
    struck: true,
    originalsBack: true,
    packed: true,
    unpacked: true,
    sealed: true,
    opened: true,
    placed: true,
  }),
  "space.dossier.business_status": BUSINESS_STATUSES,
  "space.dossier.channel": CHANNELS,
  "space.dossier.delivery_status": DELIVERY_STATUSES,
  "space.dossier.money_status": MONEY_STATUSES,
  "space.dossier.outcome": OUTCOMES,
  "space.dossier.receipt_due": RECEIPT_DELIVERIES,
  "space.dossier.received_as": RECEIVED_AS,
  "space.dossier.return_method": RETURN_METHODS,
  "space.dossier.sync_status": SYNC_STATUSES,
  "space.dossier_event.basis_kind": BASIS_KINDS,
  "space.dossier_step.role": STEP_ROLES,
  "space.dossier_step.state": STEP_STATES,
  "space.file.media_type": FILE_TYPES,
  // What a person uploads, and the slip that the program itself keeps.
  "space.file.purpose": [...FILE_PURPOSES, "receipt", "form"],
  "space.register_closing.basis_kind": BASIS_KINDS,
  "space.unit_form.basis_kind": BASIS_KINDS,
  "space.unit_form.form": UNIT_FORMS,
  "space.unit_form.form_set": FORM_SETS,
  "space.form_issue.form": ISSUED_FORMS,
  "space.form_issue.form_set": FORM_SETS,
  "space.guidance.basis_kind": BASIS_KINDS,
  "space.guidance.outcome": GUIDANCE_OUTCOMES,
  "space.counted_money.basis_kind": BASIS_KINDS,
  "space.hand_over.basis_kind": BASIS_KINDS,
  "space.hand_over_taking.basis_kind": BASIS_KINDS,
  "space.hand_over.cause": HAND_OVER_CAUSES,
  "space.hand_over.target": ["account", "postOffice", "operator"],
  "space.hand_over_line.to_kind": HOLDER_KINDS,
  "space.item.holder_kind": HOLDER_KINDS,
  "space.item.kind": ["paper", "result"],
  "space.coordination_rule.answer_role": ANSWER_ROLES,
  "space.coordination_rule.kind": RULE_KINDS,
  "space.coordination_rule.stand_in_kind": STAND_IN_KINDS,
  "space.programme_event.basis_kind": BASIS_KINDS,
  "space.programme_goal.measure": GOAL_MEASURES,
  "space.staff_freed.went_to": WENT_TO,
  "space.mandate.autonomy": AUTONOMIES,
  "space.mandate_file.media_type": FILE_TYPES,
  "space.mandate.status": MANDATE_STATUSES,
  "space.rating.level": RATING_LEVELS,
  "space.sample_verdict.kind": WRONG_KINDS,
  "space.sample_verdict.verdict": VERDICTS,
  "space.suspension.target": SUSPENSION_TARGETS,
  "space.survey_answer.answer": SURVEY_ANSWERS,
  "space.survey_finding.severity": SEVERITIES,
  "space.mandate_event.basis_kind": BASIS_KINDS,
  "space.training.basis_kind": BASIS_KINDS,
  "space.notice.channel": NOTICE_CHANNELS,
  "space.notice.kind": NOTICE_KINDS,
  "space.notice.language": NOTICE_LANGUAGES,
  "space.notice.problem": NOTICE_PROBLEMS,
  "space.notice.state": NOTICE_STATES,
  "space.notice_wish.language": NOTICE_LANGUAGES,
  "space.watch_task.desk": WATCH_DESKS,
  "space.watch_task.kind": WATCH_KINDS,
  "space.watch_task.state": WATCH_STATES,
  "space.party.kind": all<PartyDetails["kind"]>({ person: true, organisation: true }),
  "space.party.role": ["applicant", "submitter", "proxy"],
};

describe.each([18, 15] as const)("the closed lists of PostgreSQL %i", (postgres) => {
  let checks: Readonly<Record<string, readonly string[]>>;
  beforeAll(async () => {
    await using app = await testApp({ postgres });
    checks = await closedLists(app);
  });

  test("are those that this test knows", () => {
    expect(Object.keys(checks).sort()).toEqual(Object.keys(CLOSED_LISTS).sort());
  });

  test.each(Object.keys(CLOSED_LISTS))("%s holds what the code declares", (column) => {
    expect([...(checks[column] ?? [])].sort()).toEqual([...(CLOSED_LISTS[column] ?? [])].sort());
  });
});

/** The lists in CHECK constraints, by column; the demo's space goes by `space`. */
async function closedLists({ owner }: TestApp): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await owner.query<{ column: string; definition: string }>(`
    select concat_ws('.', regexp_replace(n.nspname, '^space_.*', 'space'), c.relname, a.attname) as column,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1 and n.nspname ~ '^(nation$|space_)'`);
  const lists = rows.filter((row) => / = ANY \(ARRAY\[/.test(row.definition));
  return Object.fromEntries(
    lists.map((row) => [
      row.column,
      [...row.definition.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? ""),
    ]),
  );
}

describe("refusals", () => {
  const codes = Object.keys(REFUSALS);

  test("the page of errors has the codes of the contract, each under its own heading", () => {
    const headings = [...read("docs/errors.md").matchAll(/^## (\S+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(codes);
  });

  test.each(["vi", "en"] as const)(
    "each has its sentence and its way out in %s, and no other has",
    (language) => {
      const { refusals } = wordsOf(language);
      expect(Object.keys(refusals).sort()).toEqual([...codes].sort());
      for (const [code, say] of Object.entries(refusals)) {
        const { what, wayOut } = say({});
        expect(`${code}: ${what} / ${wayOut}`).toMatch(/^\w+: \p{Lu}.*[.?] \/ \p{Lu}.*\.$/u);
        expect(`${what}${wayOut}`).not.toMatch(/undefined|null|NaN|\{|\}/);
      }
    },
  );
});

describe("events", () => {
  test("each type and version has an event kept for ever in the fixtures", () => {
    const kept = JSON.parse(read("src/domain/dossier/dossier-event.fixtures.json")) as {
      events: { type: string; version: number }[];
    }[];
    const stored = new Set(
      kept.flatMap(({ events }) => events.map((event) => `${event.type} ${event.version}`)),
    );
    const wanted = Object.entries(DOSSIER_EVENT_VERSIONS).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, index) => `${type} ${index + 1}`),
    );
    expect([...stored].sort()).toEqual(wanted.sort());
  });
});

describe("the glossary", () => {
  const rows = read("docs/glossary.md")
    .split("\n")
    .filter((line) => /^\|.*`/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const inCode = rows.flatMap((cells) =>
    [...(cells[3] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
  );

  test("is read", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(inCode.length).toBeGreaterThan(rows.length);
  });

  test("every word in code stands in the code", () => {
    const written = sourceFiles().filter((file) => file.startsWith("src/") && !file.includes(".test."));
    const words = new Set([
      ...written.flatMap((file) => withoutComments(read(file)).match(/[A-Za-z_]\w*/g) ?? []),
      ...readdirSync(path.join(ROOT, "src/server")),
      ...(read("db/schema.sql").match(/[a-z_]+/g) ?? []),
    ]);
    expect(inCode.filter((word) => !words.has(word))).toEqual([]);
  });

  test("every folder of the domain has its row", () => {
    const folders = readdirSync(path.join(ROOT, "src/domain"));
    expect(folders.filter((folder) => !inCode.includes(folder))).toEqual([]);
  });

  test.each(rows.map((cells) => ({ row: cells[1] ?? "", cells })))(
    "$row has a source and says it in Vietnamese",
    ({ cells }) => {
      expect(cells).toHaveLength(7);
      expect(cells[2]).toMatch(/[à-ỹđ]/i);
      expect(cells[4]).not.toBe("");
    },
  );
});

const files = allFiles();
const fileNames = new Set(files.map((file) => path.basename(file)));
const documents = files.filter((file) => /^(?:docs\/.*|[A-Z]+)\.md$/.test(file));

describe.each(documents)("%s tells the truth:", (document) => {
  const text = read(document);
  const words = [...text.matchAll(/`([^`\n]+)`|\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? match[2] ?? "");

  test("the paths that it names exist", () => {
    const folders = new Set(
      readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      ),
    );
    const paths = words
      .map((word) => word.replace(/[#?].*$/, "").replace(/^\.\//, ""))
      .filter((word) => /^[\w.@-]+(?:\/[\w.@-]+)*\/?$/.test(word))
      .filter((word) =>
        word.includes("/") ? folders.has(word.split("/")[0] ?? "") : /\.(?:md|json|ts)$/.test(word),
      );
    const missing = paths.filter(
      (word) =>
        !existsSync(path.join(ROOT, word)) &&
        !existsSync(path.join(ROOT, path.dirname(document), word)) &&
        !fileNames.has(word),
    );
    expect(missing.filter((word) => !/^(?:data|dist|artefacts|node_modules)\b/.test(word))).toEqual([]);
  });

  test("the commands that it names exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("rules", () => {
  const ID = /\b[A-Z]+(?:-[A-Z]+)*-\d{2}\b/;
  const cited = new Map(
    sourceFiles().flatMap((file) =>
      [...read(file).matchAll(new RegExp(`@rule (${ID.source})`, "g"))].map(
        (match) => [match[1] ?? "", file] as const,
      ),
    ),
  );
  const pages = new Map(
    readdirSync(path.join(ROOT, "docs/rules")).map((page) => [
      ID.exec(read(`docs/rules/${page}`).split("\n")[0] ?? "")?.[0] ?? "",
      page,
    ]),
  );

  test("every tag in the code names one by its id: nothing is tagged that nobody compares", () => {
    const tags = sourceFiles()
      .filter((file) => file !== "test/truth.test.ts")
      .flatMap((file) =>
        [...read(file).matchAll(/@rule\b ?(\S*)/g)].map((match) => `${file} ${match[1] ?? ""}`),
      );
    expect(tags.length).toBeGreaterThanOrEqual(cited.size);
    expect(tags.filter((tag) => !new RegExp(`^\\S+ ${ID.source}$`).test(tag))).toEqual([]);
  });

  test("those that the code names have a page, and every page is named by code", () => {
    expect([...cited.keys()].sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])(
    "%s says where in the code it is, which test holds it, and how sure each line is",
    (id, page) => {
      const text = read(`docs/rules/${page}`);
      expect(text).toContain(`\`${cited.get(id)}\``);
      expect(text).toMatch(/^Tests: `.*\.test\.ts`/m);
      const marks = text
        .split("\n")
        .filter((line) => /^\| (?!What holds|--)/.test(line) && !/^\|[-|]+$/.test(line));
      expect(marks.length).toBeGreaterThan(0);
      for (const line of marks) expect(line).toMatch(new RegExp(`\\| (?:${MARKS.join("|")})[^|]*\\|$`));
    },
  );
});
