import { chooseLimit } from "../catalogue/choose-limit.ts";
import type { Channel, ProcedureContent } from "../catalogue/procedure.ts";
import { partyRefusal } from "../person/findings.ts";
import { type Parties, type PartiesInput, readParties } from "../person/parties.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done } from "../shared/result.ts";

/** What a counter answers to a dossier that it does not receive now. */
export type LodgingAnswerKind = "ask" | "refuse";

/** Who lodges what; no papers, since none of them stays. */
export interface LodgingForm extends PartiesInput {
  readonly channel: Channel;
  readonly case?: string | undefined;
}

export type LodgingRefusal =
  | "channel_not_offered"
  | "unknown_case"
  | "limit_not_published"
  | "party_invalid"
  | "authorisation_missing";

/**
 * Whether a dossier can be noted that is not received: by a channel and a case that the procedure has, for people who
 * can be named. Who comes for another without a power of attorney is not written down: that paper is what to bring.
 * A procedure whose limit is not published can be refused; nobody is sent for papers that could not be received then.
 *
 * @rule INTAKE-02 (NĐ 118/2025/NĐ-CP Điều 17: incomplete → Mẫu 02, outside of what the agency does → Mẫu 03)
 * @example a neighbour without a power of attorney asks for another → the applicant alone is named
 */
export function decideLodging(
  form: LodgingForm,
  answer: LodgingAnswerKind,
  content: ProcedureContent,
  day: PlainDate,
): Result<Parties, LodgingRefusal> {
  const limit = chooseLimit(content, form.channel, form.case);
  if (!limit.ok && (limit.code !== "limit_not_published" || answer === "ask")) return limit;
  const { applicant, submitter, authorisation } = form;
  const named = authorisation ? { applicant, submitter, authorisation } : { applicant };
  const parties = readParties(named, day);
  return parties.ok ? done(parties.value) : partyRefusal(parties.problems);
}
