import { type RefusalDetails, codes, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const names = (details: RefusalDetails, key: string) => codes(details, key, (list) => `: ${list}`);

/** What happened and what to do now, where other agencies have their part in a dossier. */
export const linkedRefusals = {
  consultation_agency_unknown: () => ({
    what: "This agency cannot be asked: it is not there any more, or not of this province.",
    wayOut: "Choose an agency of the list, or write to it outside of the system.",
  }),
  consultation_own_agency: () => ({
    what: "This is the agency that decides the dossier.",
    wayOut: "Choose another; a colleague is given a step of the internal procedure.",
  }),
  consultation_asked_already: (details: RefusalDetails) => ({
    what: `This agency has been asked and has not answered${detail(details, "answerBy", (day) => `; it has until ${dates.day(day)}`)}.`,
    wayOut: "Wait for the answer, or take the question back and ask again.",
  }),
  consultation_over: () => ({
    what: "This question is over: it was answered or taken back, or the dossier was decided.",
    wayOut: "Load the list again to see how it stands.",
  }),
  consultation_open: (details: RefusalDetails) => ({
    what: `An opinion is still awaited${names(details, "agencies")}.`,
    wayOut: "Wait for it until its day is over, or take the question back.",
  }),
  part_of_another: (details: RefusalDetails) => ({
    what: `This is a part of the interlinked dossier${detail(details, "code", (code) => ` ${code}`)}.`,
    wayOut: "Do this on the whole dossier: the citizen has one code and one answer.",
  }),
  parts_open: (details: RefusalDetails) => ({
    what: `Parts of the dossier are not done${names(details, "parts")}.`,
    wayOut: "Wait for their agencies; the dossier's page shows where each part stands.",
  }),
};
