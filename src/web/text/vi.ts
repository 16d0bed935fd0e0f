import { calendars } from "./vi/calendars.ts";
import { catalogue } from "./vi/catalogue.ts";
import { citizen } from "./vi/citizen.ts";
import { common } from "./vi/common.ts";
import { confirming } from "./vi/confirming.ts";
import { correcting } from "./vi/correcting.ts";
import { dates } from "./vi/dates.ts";
import { dossiers } from "./vi/dossiers.ts";
import { dueDate } from "./vi/due-date.ts";
import { groups } from "./vi/groups.ts";
import { guidance } from "./vi/guidance.ts";
import { handOvers, paper } from "./vi/hand-overs.ts";
import { registers } from "./vi/registers.ts";
import { intake } from "./vi/intake.ts";
import { lodging } from "./vi/lodging.ts";
import { linked } from "./vi/linked.ts";
import { lists } from "./vi/lists.ts";
import { mandates } from "./vi/mandates.ts";
import { notices } from "./vi/notices.ts";
import { party } from "./vi/party.ts";
import { people } from "./vi/people.ts";
import { places } from "./vi/places.ts";
import { programmes } from "./vi/programmes.ts";
import { proposals } from "./vi/proposals.ts";
import { refusals } from "./vi/refusals.ts";
import { samples } from "./vi/samples.ts";
import { reorganisation } from "./vi/reorganisation.ts";
import { session } from "./vi/session.ts";
import { steps } from "./vi/steps.ts";
import { papers } from "./vi/papers.ts";
import { postal } from "./vi/postal.ts";
import { round } from "./vi/round.ts";
import { incidents } from "./vi/incidents.ts";
import { mailRuns } from "./vi/mail-runs.ts";
import { postalReports } from "./vi/postal-reports.ts";
import { tasks } from "./vi/tasks.ts";
import { training } from "./vi/training.ts";
import { sites } from "./vi/sites.ts";
import { turns } from "./vi/turns.ts";
import { work } from "./vi/work.ts";

/** Every word on screen in Vietnamese, by area. Its shape is the measure for the other languages. */
export const vi = {
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
