import { calendars } from "./en/calendars.ts";
import { catalogue } from "./en/catalogue.ts";
import { citizen } from "./en/citizen.ts";
import { common } from "./en/common.ts";
import { confirming } from "./en/confirming.ts";
import { correcting } from "./en/correcting.ts";
import { dates } from "./en/dates.ts";
import { dossiers } from "./en/dossiers.ts";
import { dueDate } from "./en/due-date.ts";
import { groups } from "./en/groups.ts";
import { guidance } from "./en/guidance.ts";
import { handOvers, paper } from "./en/hand-overs.ts";
import { registers } from "./en/registers.ts";
import { intake } from "./en/intake.ts";
import { lodging } from "./en/lodging.ts";
import { linked } from "./en/linked.ts";
import { lists } from "./en/lists.ts";
import { mandates } from "./en/mandates.ts";
import { notices } from "./en/notices.ts";
import { party } from "./en/party.ts";
import { people } from "./en/people.ts";
import { places } from "./en/places.ts";
import { programmes } from "./en/programmes.ts";
import { proposals } from "./en/proposals.ts";
import { refusals } from "./en/refusals.ts";
import { samples } from "./en/samples.ts";
import { reorganisation } from "./en/reorganisation.ts";
import { session } from "./en/session.ts";
import { steps } from "./en/steps.ts";
import { papers } from "./en/papers.ts";
import { postal } from "./en/postal.ts";
import { round } from "./en/round.ts";
import { incidents } from "./en/incidents.ts";
import { mailRuns } from "./en/mail-runs.ts";
import { postalReports } from "./en/postal-reports.ts";
import { tasks } from "./en/tasks.ts";
import { training } from "./en/training.ts";
import { sites } from "./en/sites.ts";
import { turns } from "./en/turns.ts";
import { work } from "./en/work.ts";
import type { vi } from "./vi.ts";

/** The same words in English; a word that Vietnamese has and English lacks does not compile. */
export const en: typeof vi = {
  common,
  session,
  intake,
  lodging,
  groups,
  guidance,
  party,
  dossiers,
  confirming,
  correcting,
  calendars,
  catalogue,
  people,
  handOvers,
  registers,
  paper,
  places,
  reorganisation,
  papers,
  postal,
  round,
  incidents,
  mailRuns,
  postalReports,
  tasks,
  training,
  programmes,
  mandates,
  notices,
  sites,
  citizen,
  lists,
  dates,
  dueDate,
  proposals,
  refusals,
  samples,
  linked,
  steps,
  turns,
  work,
};
