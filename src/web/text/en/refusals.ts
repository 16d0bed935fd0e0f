import type { refusals as vietnamese } from "../vi/refusals.ts";
import { type RefusalDetails, codes, detail, minutes } from "../refusal-words.ts";
import { dates } from "./dates.ts";
import { calendarRefusals } from "./calendar-refusals.ts";
import { linkedRefusals } from "./linked-refusals.ts";
import { stepRefusals } from "./step-refusals.ts";
import { lists } from "./lists.ts";
import { groupRefusals } from "./group-refusals.ts";
import { incidentRefusals } from "./incident-refusals.ts";
import { mailRunRefusals } from "./mail-run-refusals.ts";
import { custodyRefusals } from "./custody-refusals.ts";
import { paperRefusals } from "./paper-refusals.ts";
import { postalRefusals } from "./postal-refusals.ts";
import { peopleRefusals } from "./people-refusals.ts";
import { programmeRefusals } from "./programme-refusals.ts";
import { places } from "./places.ts";
import { siteRefusals } from "./site-refusals.ts";
import { registerRefusals } from "./register-refusals.ts";
import { reorganisationRefusals } from "./reorganisation-refusals.ts";
import { noticeRefusals } from "./notice-refusals.ts";
import { turnRefusals } from "./turn-refusals.ts";

const decision = (details: RefusalDetails) => detail(details, "decision", (text) => ` No. ${text}`);
const work = (details: RefusalDetails) =>
  detail(details, "act", (act) => lists.acts[act as keyof typeof lists.acts] ?? "do this") || "do this";
const task = (details: RefusalDetails) =>
  detail(details, "task", (key) => lists.tasks[key as keyof typeof lists.tasks] ?? "") || "this task";

const fileProblem = (details: RefusalDetails) =>
  detail(
    details,
    "problem",
    (problem) => places.fileProblems[problem as keyof typeof places.fileProblems] ?? "",
  );

const askHead = "Ask a one-stop officer to do it, or tell the head of the one-stop unit.";

export const refusals: typeof vietnamese = {
  ...custodyRefusals,
  ...postalRefusals,
  ...incidentRefusals,
  ...mailRunRefusals,
  ...paperRefusals,
  ...groupRefusals,
  ...calendarRefusals,
  ...turnRefusals,
  ...noticeRefusals,
  ...registerRefusals,
  ...linkedRefusals,
  ...stepRefusals,
  not_signed_in: () => ({
    what: "The session has ended.",
    wayOut: "Please sign in again; what you were typing is still here.",
  }),
  sign_in_failed: () => ({
    what: "User name, password or code is wrong.",
    wayOut: "Please check them; the six digits change every 30 seconds.",
  }),
  sign_in_code_used: () => ({
    what: "These six digits were just used.",
    wayOut: "Wait for the next code (at most 30 seconds) and enter it.",
  }),
  sign_in_locked: (details) => ({
    what: "After too many wrong attempts the account is locked for a while.",
    wayOut: `Please try again in ${minutes(details, (count) => `${count} min`, "some minutes")}.`,
  }),
  permission_missing: () => ({
    what: "None of your posts allows this.",
    wayOut: "If you need it, ask the administrator for the post.",
  }),
  outside_jurisdiction: () => ({
    what: "This counter or unit is not yours.",
    wayOut: "Choose another counter, or ask the head of the one-stop unit.",
  }),
  counter_not_chosen: () => ({
    what: "You have not chosen a counter.",
    wayOut: "Choose the counter you sit at and repeat; what was typed is still here.",
  }),
  counter_closed: (details) => ({
    what: `Your counter${detail(details, "counter", (label) => ` (${label})`)} is not open today.`,
    wayOut: "Choose another counter in the bar above and send again; everything typed is kept.",
  }),
  input_malformed: () => ({
    what: "Some field of the form has the wrong shape.",
    wayOut: "Look at the marked fields and send again.",
  }),
  text_unreadable: () => ({
    what: "A field holds characters that nobody can read, mostly pasted from elsewhere.",
    wayOut: "Nothing was recorded. Delete what was pasted and type it.",
  }),
  input_too_large: () => ({
    what: "This is larger than allowed.",
    wayOut: "Shorten it, or use a file of at most 20 MB.",
  }),
  not_found: () => ({
    what: "There is no such thing here, or you may not see it.",
    wayOut: "Go back to the list and open it again.",
  }),
  idempotency_key_missing: () => ({
    what: "The request lacks its key against double sending.",
    wayOut: "Reload the page and repeat; the saved draft is still there.",
  }),
  idempotency_key_reused: () => ({
    what: "The sending before this one was received with other content.",
    wayOut: "Look up the dossier just sent before you send again.",
  }),
  too_many_requests: () => ({
    what: "Too many requests in a short time.",
    wayOut: "Wait a minute and try again.",
  }),
  internal_error: () => ({
    what: "The program has failed.",
    wayOut:
      "What was typed is still here. Try again; if it stays so, give the administrator the request number.",
  }),
  storage_full: () => ({
    what: "The disk of the server is full, so nothing was written.",
    wayOut:
      "Tell the administrator now. What was typed is still on the screen; send it again when there is room.",
  }),
  not_ready: () => ({
    what: "The system is starting or under maintenance.",
    wayOut: "Wait a minute and try again; what was typed is still here.",
  }),
  unknown_procedure: () => ({
    what: "No procedure has this code.",
    wayOut: "Search by the name of the procedure.",
  }),
  procedure_not_valid: () => ({
    what: "The procedure is not in force today.",
    wayOut: "Look for the one that replaces it, or ask the deciding agency.",
  }),
  procedure_version_changed: () => ({
    what: "A new version of the procedure has just taken effect.",
    wayOut: "Load the new version; people and remarks stay, only the papers need another look.",
  }),
  channel_not_offered: () => ({
    what: "The procedure is not offered over this channel.",
    wayOut: "Choose another channel.",
  }),
  unknown_case: () => ({
    what: "The time limit of this procedure depends on the case.",
    wayOut: "Choose the case that fits the dossier.",
  }),
  limit_not_published: () => ({
    what: "No time limit has been published for this procedure.",
    wayOut: "No date can be promised. Ask the deciding agency and tell the keeper of the catalogue.",
  }),
  calendar_not_published: (details) => ({
    what: `The calendar${detail(details, "year", (year) => ` of ${year}`)} is not published, so no date can be counted.`,
    wayOut: "Ask the administrator to add the calendar.",
  }),
  deciding_agency_unknown: () => ({
    what: "It is not known which agency decides this procedure for the unit of the counter.",
    wayOut: "Nothing was recorded. Ask the administrator to add the deciding agency.",
  }),
  agency_code_unknown: () => ({
    what: "The agency has no identifier, so no dossier code can be given.",
    wayOut: "Nothing was recorded. Ask the administrator to add the agency's identifier.",
  }),
  version_changed: () => ({
    what: "Somebody else has just published a newer version of this procedure.",
    wayOut:
      "What you mended is still here. Look at the newer version, then publish on top of it or leave it.",
  }),
  valid_from_too_early: (details) => ({
    what: "This first day is too early.",
    wayOut:
      detail(details, "earliest", (day) => `Choose ${dates.shortDay(day)} or later.`) ||
      "Choose a day after the first day of the newest version that is not in the past.",
  }),
  content_invalid: (details) => ({
    what: `Some parts of the content are wrong${codes(details, "faults", (faults) => `: ${faults}`)}.`,
    wayOut: "Mend them and publish again; what you mended is still here.",
  }),
  nothing_changed: () => ({
    what: "The content is exactly that of the newest version, so there is nothing to publish.",
    wayOut: "If it is as the source says, mark each warning as looked at.",
  }),
  version_begun: () => ({
    what: "This version has been in force and cannot be withdrawn.",
    wayOut: "Restore the version before: publish its content again from a coming day.",
  }),
  withdrawal_not_possible: () => ({
    what: "This version cannot be withdrawn: it came with the program, or is the only one of its procedure.",
    wayOut: "Mend its content and publish a new version.",
  }),
  mandate_missing: (details) => ({
    what: `The post office has no mandate to ${work(details)} at this one-stop unit.`,
    wayOut: askHead,
  }),
  mandate_not_in_force: (details) => ({
    what:
      details["status"] === "suspended"
        ? `The mandate by Decision${decision(details)} is suspended.`
        : `The mandate by Decision${decision(details)} has not begun yet, or has ended.`,
    wayOut: askHead,
  }),
  mandate_procedure_excluded: (details) => ({
    what: `Decision${decision(details)} does not hand this procedure to the post office.`,
    wayOut: askHead,
  }),
  mandate_task_excluded: (details) => ({
    what: `Decision${decision(details)} does not hand over the task: ${task(details)}.`,
    wayOut: askHead,
  }),
  accreditation_missing: (details) =>
    details["chosen"] === true
      ? {
          what: "The clerk who was chosen is not accredited for this field yet.",
          wayOut: "Choose an accredited one, or tick that you are there in person.",
        }
      : {
          what: "You are not accredited for this field yet.",
          wayOut: "Ask an accredited colleague, or ask the head of the one-stop unit for the training.",
        },
  act_reserved_to_state: (details) => ({
    what: `Only a civil servant may ${work(details)} (Decree 118/2025/NĐ-CP).`,
    wayOut: "Hand it to the competent civil servant.",
  }),
  post_missing: (details) => ({
    what: `You hold no post at this unit that lets you ${work(details)}.`,
    wayOut: "Hand it to the person who does, or ask the administrator.",
  }),
  same_person_forbidden: () => ({
    what: "Nobody approves or confirms their own work.",
    wayOut: "Hand it to somebody else with the same right.",
  }),
  mandate_counter_excluded: (details) => ({
    what: `The decision${decision(details)} names other counters for this work.`,
    wayOut: "Go to the counter that it names, or tell the head of the one-stop unit.",
  }),
  right_suspended: (details) => ({
    what: `This work is suspended by the decision${decision(details)}.`,
    wayOut: "Send the citizen to a civil servant of the one-stop unit; its head knows the reason.",
  }),
  mandate_invalid: () => ({
    what: "Some terms of the mandate are wrong.",
    wayOut: "Look at the marked lines, mend them and save again.",
  }),
  mandate_changed: () => ({
    what: "Somebody has just changed this mandate.",
    wayOut: "Reload to see how it stands now, then decide.",
  }),
  mandate_contradicts: () => ({
    what: "Another mandate gives the same work at the same place with another autonomy.",
    wayOut: "End or change the other one first.",
  }),
  mandate_move_not_allowed: () => ({
    what: "The mandate is not at this step any more.",
    wayOut: "Reload to see where it stands.",
  }),
  mandate_decided_by_drafter: () => ({
    what: "Whoever drafted it cannot approve or refuse it.",
    wayOut: "Ask a colleague who may decide.",
  }),
  mandate_decision_missing: () => ({
    what: "This step must rest on a decision.",
    wayOut: "Name the decision: number, day and issuer.",
  }),
  mandate_reason_missing: () => ({
    what: "This step needs a reason.",
    wayOut: "Write the reason for those whom it concerns.",
  }),
  mandate_period_over: () => ({
    what: "The period of the mandate is over.",
    wayOut: "Draft a new one with a new period.",
  }),
  decision_unknown: () => ({
    what: "The chosen decision was not found.",
    wayOut: "Enter it as a new decision.",
  }),
  assignment_subject_missing: () => ({
    what: "A task is given for one dossier or for one procedure.",
    wayOut: "Choose one of the two.",
  }),
  assignment_period_wrong: () => ({
    what: "The last day is past or too far ahead.",
    wayOut: "Choose one of the next 30 days; what lasts longer needs a mandate.",
  }),
  assignment_clerk_elsewhere: () => ({
    what: "This clerk serves no counter of the unit.",
    wayOut: "Choose somebody who serves here.",
  }),
  suspension_target_unknown: () => ({
    what: "What shall be suspended was not found.",
    wayOut: "Look it up again by name.",
  }),
  ...peopleRefusals,
  suspended_already: () => ({
    what: "It is suspended already.",
    wayOut: "See the decision in the list.",
  }),
  sample_own_act: () => ({
    what: "Nobody judges an act of one's own.",
    wayOut: "Let a colleague look at this one.",
  }),
  sample_judged_already: () => ({
    what: "Somebody has judged this act already.",
    wayOut: "Load the list again to see the verdict.",
  }),
  sample_reason_missing: () => ({
    what: "It is not said what was wrong.",
    wayOut: "Choose a kind and say what, so that it can be mended.",
  }),
  guidance_subject_missing: () => ({
    what: "No procedure and no field is chosen.",
    wayOut: "Choose the procedure, or at least the field.",
  }),
  ...programmeRefusals,
  ...siteRefusals,
  mandates_changed: () => ({
    what: "The rights changed at the moment of sending.",
    wayOut: "Nothing was recorded. Send again; it will be judged by the new rights.",
  }),
  party_invalid: () => ({
    what: "Some details of the applicant or submitter are wrong.",
    wayOut: "Correct the marked fields and send again.",
  }),
  authorisation_missing: () => ({
    what: "The submitter is not the applicant and there is no power of attorney.",
    wayOut: "Fill in the power of attorney, or choose that the applicant submits.",
  }),
  dossier_changed: () => ({
    what: "Somebody else has just changed the dossier.",
    wayOut: "Look at the newest state, then go on.",
  }),
  move_not_allowed: (details) => ({
    what:
      detail(
        details,
        "status",
        (status) =>
          `The dossier is at “${lists.businessStatuses[status as keyof typeof lists.businessStatuses]?.plain ?? status}”, so this cannot be done.`,
      ) || "The dossier's present step does not allow this.",
    wayOut: "Reload the dossier to see where it stands.",
  }),
  result_file_missing: () => ({
    what: "The attached result is not there.",
    wayOut: "Attach the file of the result and send again.",
  }),
  signature_missing: () => ({
    what: "The signature of the person who collects is missing.",
    wayOut: "Ask for a signature on the screen, or scan the signed slip.",
  }),
  receipt_not_due: () => ({
    what: "The receipt has reached the citizen already, or is not there since the dossier still waits.",
    wayOut: "Load the list again.",
  }),
  confirmation_period_wrong: () => ({
    what: "The days end before they begin, or are more than a year apart.",
    wayOut: "Choose the two days again.",
  }),
  identity_not_checked: () => ({
    what: "It is not confirmed that the identity was checked.",
    wayOut: "Compare the identity paper, then tick the confirmation.",
  }),
  draft_changed: () => ({
    what: "This draft was just changed in another window.",
    wayOut: "Keep yours as a new draft or open the other one; neither is lost.",
  }),
  place_changed: () => ({
    what: "Somebody changed this before you.",
    wayOut: "The newest state was loaded; look at it and save once more. What you typed is still here.",
  }),
  place_invalid: (details) => ({
    what: `Something is not right${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Mend the fields that are marked and save again.",
  }),
  place_needed: (details) => ({
    what: `Other places need this one on those days${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Close or move those first, or choose another day.",
  }),
  ...reorganisationRefusals,
  period_reversed: () => ({
    what: "The last day lies before the first.",
    wayOut: "Choose the days again.",
  }),
  import_file_unusable: (details) => ({
    what: `The file cannot be read${detail(details, "line", (line) => ` (line ${line})`)}${codes(details, "names", (names) => `: ${names}`)}. ${fileProblem(details)}`.trim(),
    wayOut: "Save the sheet as CSV (UTF-8), keep the heading as in the downloaded file, and choose it again.",
  }),
  import_rows_refused: (details) => ({
    what: `${detail(details, "rows", (rows) => (rows === "1" ? "1 row is" : `${rows} rows are`)) || "Some rows are"} wrong, so nothing was imported.`,
    wayOut: "Mend the rows that are named and import the file again.",
  }),
  file_type_unknown: () => ({
    what: "The content of the file is not PDF, PNG or JPEG.",
    wayOut: "Choose a PDF, or a PNG or JPEG picture.",
  }),
  file_empty: () => ({ what: "The file is empty.", wayOut: "Scan or save it again and choose it anew." }),
  track_not_found: () => ({
    what: "The dossier code and the secret do not fit together.",
    wayOut: "Look at the two codes on the receipt, or scan its QR code.",
  }),
};
