import { readFileSync } from "node:fs";
import type { Equipment } from "#domain/site/site-opening.ts";
import type { Severity, SurveyAnswer } from "#domain/site/survey.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { type Act, type NamedDecision, decisionInput } from "./mandate-scenes.ts";
import { dayOf } from "./moments.ts";
import { keysOf } from "./places-before.ts";
import { type Scene, type Stage, noted } from "./story.ts";

interface Opening {
  /** Code of the administrative unit whose point was opened. */
  readonly code: string;
  readonly act: Act;
  readonly openedOn: string;
  readonly address: string;
  readonly equipment: Readonly<Partial<Record<Equipment, number>>>;
  readonly present: string;
  readonly decision?: NamedDecision;
}

/** The opening of a site, with both of its counters under the decal of the post. */
export function opening({ code, act: [at, by], ...given }: Opening): Scene {
  const { point, ownCounter, postCounter } = keysOf(code);
  return {
    at,
    by,
    play: async (stage) => {
      await stage.call("POST", `/sites/${referenceId(point)}/openings`, {
        openedOn: given.openedOn,
        address: given.address,
        counterIds: [referenceId(ownCounter), referenceId(postCounter)],
        decal: true,
        decalSince: given.openedOn,
        equipment: Object.entries(given.equipment).map(([kind, count]) => ({ kind, count })),
        otherEquipment: "",
        present: given.present,
        ...(given.decision && { decision: decisionInput(stage, given.decision) }),
        photos: [],
      });
    },
  };
}

interface SurveyFinding {
  readonly item: string;
  readonly words: string;
  readonly severity: Severity;
  readonly deadline: string;
  readonly responsible: string;
}

interface Survey {
  readonly code: string;
  readonly act: Act;
  readonly members: string;
  readonly note: string;
  /** Items that were not met whole; every other required one was. */
  readonly lacking: readonly {
    readonly item: string;
    readonly answer: SurveyAnswer;
    readonly words: string;
  }[];
  readonly findings: readonly SurveyFinding[];
}

/** A survey of a site by the checklist of then. */
export function survey({ code, act: [at, by], members, note, lacking, findings }: Survey): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const { checklist } = (await stage.call("GET", "/survey-checklist")) as {
        checklist: { version: number; items: readonly { code: string; required: boolean }[] };
      };
      const known = new Map(lacking.map((one) => [one.item, one]));
      const answers = checklist.items
        .filter((item) => item.required || known.has(item.code))
        .map((item) => ({
          item: item.code,
          answer: known.get(item.code)?.answer ?? "met",
          words: known.get(item.code)?.words ?? "",
          photos: [],
        }));
      const surveyed = await stage.call("POST", `/sites/${referenceId(keysOf(code).point)}/surveys`, {
        day: dayOf(at),
        members,
        note,
        checklistVersion: checklist.version,
        answers,
        findings: findings.map((finding) => ({ ...finding, photos: [] })),
      });
      stage.notes.set(`survey:${code}`, String(surveyed["surveyId"]));
    },
  };
}

/** The head of the unit says that the first finding of the survey was put right, and the surveyor looks. */
export function putRight(code: string, resolved: Act, words: string, verified: Act): readonly Scene[] {
  return [
    {
      at: resolved[0],
      by: resolved[1],
      play: async (stage) => {
        const [finding] = await findingsOf(stage, code);
        const kept = await stage.call("POST", `/findings/${finding}/resolutions`, {
          day: dayOf(resolved[0]),
          words,
          photos: [],
        });
        stage.notes.set(`resolution:${code}`, String(kept["resolutionId"]));
      },
    },
    {
      at: verified[0],
      by: verified[1],
      play: async (stage) => {
        const [finding] = await findingsOf(stage, code);
        await stage.call("POST", `/findings/${finding}/verdicts`, {
          resolutionId: noted(stage, `resolution:${code}`),
          accepted: true,
          words: "",
        });
      },
    },
  ];
}

async function findingsOf(stage: Stage, code: string): Promise<readonly string[]> {
  const { findings } = (await stage.call("GET", `/surveys/${noted(stage, `survey:${code}`)}`)) as {
    findings: readonly { id: string }[];
  };
  return findings.map(({ id }) => id);
}

/** A page that says that it is no decision, in the place of a scan that nobody has. */
const SCAN = readFileSync(new URL("../province/files/result-granted.pdf", import.meta.url));

/** Puts a scan beside a decision that an earlier scene named. */
export function scan([at, by]: Act, { number }: NamedDecision): Scene {
  return {
    at,
    by,
    play: async (stage) => {
      const name = encodeURIComponent(`Quyết định ${number.replaceAll("/", "-")}.pdf`);
      const kept = await stage.call("POST", `/mandate-files?name=${name}`, SCAN);
      await stage.call("POST", `/decisions/${noted(stage, `decision:${number}`)}/scans`, {
        fileId: kept["fileId"],
      });
    },
  };
}
