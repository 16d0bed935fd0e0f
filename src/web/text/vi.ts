import { catalogue } from "./vi/catalogue.ts";
import { citizen } from "./vi/citizen.ts";
import { common } from "./vi/common.ts";
import { dates } from "./vi/dates.ts";
import { dossiers } from "./vi/dossiers.ts";
import { dueDate } from "./vi/due-date.ts";
import { guidance } from "./vi/guidance.ts";
import { intake } from "./vi/intake.ts";
import { lists } from "./vi/lists.ts";
import { mandates } from "./vi/mandates.ts";
import { party } from "./vi/party.ts";
import { places } from "./vi/places.ts";
import { refusals } from "./vi/refusals.ts";
import { session } from "./vi/session.ts";

/** Every word on screen in Vietnamese, by area. Its shape is the measure for the other languages. */
export const vi = {
  common,
  session,
  intake,
  guidance,
  party,
  dossiers,
  catalogue,
  places,
  mandates,
  citizen,
  lists,
  dates,
  dueDate,
  refusals,
};
