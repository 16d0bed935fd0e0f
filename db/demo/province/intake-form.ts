import type { AuthorisationInput } from "#contract/party.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import type { Channel, ProcedureContent, RequiredPaper } from "#domain/catalogue/procedure.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Applicants, type Residents, inventAuthorisation } from "./invent-party.ts";
import { FURTHER_PAPERS, MISSING_REASONS, REMARKS } from "./phrases.ts";
import type { Neighbourhood } from "./places.ts";
import type { MixEntry } from "./procedure-mix.ts";
import type { Random } from "./random.ts";

const WITH_SUBMITTER = 0.13;
const ORGANISATION_SENDS_EMPLOYEE = 0.6;
const CONDITION_HOLDS = 0.25;
const PAPER_MISSING = 0.07;
const OLD_AGE_NAMES = 70;

export interface FormFacts {
  readonly random: Random;
  readonly residents: Residents;
  readonly place: Neighbourhood;
  readonly mix: MixEntry;
  readonly versionId: string;
  readonly content: ProcedureContent;
  readonly channel: Channel;
  readonly day: PlainDate;
}

/** The form as the clerk sends it: who asks, which papers are there, how the result is wanted. */
export function inventForm(facts: FormFacts): ReceiveDossierInput {
  const { random, residents, place, mix, channel } = facts;
  const { organisations } = mix.applicants;
  const applicant = organisations
    ? residents.organisation(place, organisations)
    : residents.person(place, mix.applicants);
  const returnMethod = random.weighted([
    ["counter", 70],
    ["postal", 18],
    ["electronic", 12],
  ] as const);
  const oldPerson = mix.applicants.ages[0] >= OLD_AGE_NAMES;
  return {
    procedureVersionId: facts.versionId,
    channel,
    ...(mix.case !== undefined && { case: mix.case }),
    applicant,
    ...submitterOf(facts, mix.applicants),
    ...papersOf(facts),
    furtherPapers: random.chance(0.08)
      ? [{ name: random.pick(FURTHER_PAPERS), originals: 0, copies: 1 }]
      : [],
    dossierSets: random.chance(0.04) ? 2 : 1,
    returnMethod,
    ...(random.chance(0.12) && { remarks: random.pick(REMARKS) }),
    assistedWriting: applicant.kind === "person" && random.chance(oldPerson ? 0.35 : 0.05),
  };
}

function submitterOf(
  { random, residents, place, day, content }: FormFacts,
  { organisations }: Applicants,
): { submitter?: ReturnType<Residents["person"]>; authorisation?: AuthorisationInput } {
  if (content.personalPresence) return {};
  if (!random.chance(organisations ? ORGANISATION_SENDS_EMPLOYEE : WITH_SUBMITTER)) return {};
  const relation = organisations
    ? "employee"
    : random.weighted([
        ["child", 45],
        ["spouse", 25],
        ["sibling", 12],
        ["parent", 10],
        ["other", 8],
      ] as const);
  return {
    submitter: residents.person(place, { ages: [22, 58] }),
    authorisation: inventAuthorisation(random, day, relation),
  };
}

type Papers = Pick<ReceiveDossierInput, "papers" | "missingPapersReason">;

function papersOf({ random, content, channel }: FormFacts): Papers {
  const asked = content.papers.filter(({ channels }) => channels?.includes(channel) ?? true);
  const handed = asked.filter((paper) => isAlwaysAsked(paper) || random.chance(CONDITION_HOLDS));
  const droppable = handed.filter((paper) => isAlwaysAsked(paper) && paper.kind === "submit");
  const missing = handed.length > 1 && random.chance(PAPER_MISSING) ? droppable.at(-1) : undefined;
  return {
    papers: handed.filter((paper) => paper !== missing).map(receivedPaper),
    ...(missing && { missingPapersReason: random.pick(MISSING_REASONS) }),
  };
}

function isAlwaysAsked({ optional, condition }: RequiredPaper): boolean {
  return optional !== true && condition === undefined;
}

function receivedPaper({ id, kind, originals, copies }: RequiredPaper): Papers["papers"][number] {
  if (kind === "show") return { paperId: id, originals: 0, copies: 0, shown: true };
  const needsOne = originals + copies === 0 ? 1 : originals;
  return { paperId: id, originals: needsOne, copies, shown: false };
}
