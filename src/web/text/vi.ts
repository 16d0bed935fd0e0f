import { catalogue } from "./vi/catalogue.ts";
import { citizen } from "./vi/citizen.ts";
import { common } from "./vi/common.ts";
import { confirming } from "./vi/confirming.ts";
import { correcting } from "./vi/correcting.ts";
import { dates } from "./vi/dates.ts";
import { dossiers } from "./vi/dossiers.ts";
import { dueDate } from "./vi/due-date.ts";
import { guidance } from "./vi/guidance.ts";
import { handOvers, paper } from "./vi/hand-overs.ts";
import { intake } from "./vi/intake.ts";
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
import { training } from "./vi/training.ts";
import { sites } from "./vi/sites.ts";

/** Every word on screen in Vietnamese, by area. Its shape is the measure for the other languages. */
export const vi = {
  common,
  session,
  intake,
  guidance,
  party,
  dossiers,
  confirming,
  correcting,
  catalogue,
  people,
  handOvers,
  paper,
  places,
  reorganisation,
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
};
