import { type RefusalDetails, codes, detail } from "../refusal-words.ts";
import type { groupRefusals as vi } from "../vi/group-refusals.ts";

export const groupRefusals: typeof vi = {
  agency_not_competent: () => ({
    what: "The chosen agency does not decide this procedure, or is in another province.",
    wayOut: "Choose the deciding agency again from the list.",
  }),
  unit_not_of_province: () => ({
    what: "The chosen place is no one-stop unit at work in this province.",
    wayOut: "Choose again from the list.",
  }),
  unit_closed: (details: RefusalDetails) => ({
    what: `${detail(details, "unit", (unit) => unit) || "The chosen place"} does not stand any more.`,
    wayOut:
      detail(details, "successor", (name) => (name === "" ? "" : `Choose ${name}, which goes on for it.`)) ||
      "Choose another one from the list.",
  }),
  collection_not_at_counter: () => ({
    what: "The result comes by post or electronically, not at a counter.",
    wayOut: "Choose another place only for a result that is collected at a counter.",
  }),
  collection_there_already: () => ({
    what: "The result is collected at this place already.",
    wayOut: "Nothing has to be changed; choose another place if the citizen wants one.",
  }),
  collected_elsewhere: (details: RefusalDetails) => ({
    what: `The result is collected at ${detail(details, "unit", (unit) => unit) || "another place"}.`,
    wayOut: "If the citizen wants it here, the unit that received changes where it is collected first.",
  }),
  result_not_here: (details: RefusalDetails) => ({
    what: `The result has not come here yet${detail(details, "unit", (unit) => `: it is still at ${unit}`)}.`,
    wayOut: "When the paper is here, press “Take the result over to return it”, then return it.",
  }),
  result_here_already: () => ({
    what: "The result is here already.",
    wayOut: "It need not be taken over again; return it to the citizen.",
  }),
  group_too_large: (details: RefusalDetails) => ({
    what: `The group has too many rows${detail(details, "max", (max) => `: at most ${max} dossiers are taken in at once`)}.`,
    wayOut: "Nothing was written. Take them in several times; later rows still join the same group.",
  }),
  group_of_another: () => ({
    what: "This group belongs to another unit or another procedure.",
    wayOut: "Nothing was written. Begin a new group.",
  }),
  applicant_twice: (details: RefusalDetails) => ({
    what: `This person stands on an earlier row of the group${detail(details, "code", (code) => `: dossier ${code}`)}.`,
    wayOut: "Remove the double row; if two dossiers are meant, tick “Take in all the same” on this row.",
  }),
  applicant_has_open: (details: RefusalDetails) => ({
    what: `This person has an open dossier of the same procedure here${codes(details, "codes", (all) => `: ${all}`)}.`,
    wayOut:
      "Look at that dossier first; if another one is meant, tick “Take in all the same” and send again.",
  }),
  row_received_already: () => ({
    what: "This row was received with other content before.",
    wayOut: "Open the list of the group to see the dossier; what is wrong is put right there.",
  }),
};
