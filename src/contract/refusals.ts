/**
 * Every refusal that a route can answer: its HTTP status and a short English title for the problem
 * document (RFC 9457). The sentence that a person reads, with the way out, is in `web/text` under the
 * same code; `docs/errors.md` lists the same codes. A test compares the three.
 */
export const REFUSALS = {
  // The door
  not_signed_in: { status: 401, title: "Nobody is signed in" },
  sign_in_failed: { status: 401, title: "User name, password or code is wrong" },
  sign_in_code_used: { status: 401, title: "This one-time code was used already; wait for the next one" },
  password_change_needed: { status: 403, title: "The first sign-in sets an own password" },
  password_too_weak: { status: 422, title: "The new password is too short, or the one that was handed over" },
  sign_in_locked: { status: 429, title: "Too many wrong attempts; locked for some minutes" },
  permission_missing: { status: 403, title: "None of this person's posts gives this permission" },
  outside_jurisdiction: { status: 403, title: "This counter or unit is not this person's" },
  counter_not_chosen: { status: 409, title: "No counter is chosen in this session" },
  counter_closed: { status: 409, title: "The counter of this session is not open today" },
  input_malformed: { status: 400, title: "The request has the wrong shape" },
  text_unreadable: { status: 422, title: "A text has characters that nobody can read" },
  input_too_large: { status: 413, title: "The request is larger than allowed" },
  not_found: { status: 404, title: "There is no such thing here" },
  idempotency_key_missing: { status: 400, title: "A write needs an Idempotency-Key" },
  idempotency_key_reused: { status: 409, title: "This Idempotency-Key came with another request" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal_error: { status: 500, title: "An error of the program" },
  storage_full: { status: 507, title: "The disk of the server is full; nothing was written" },
  not_ready: { status: 503, title: "The program is not ready" },

  // Procedures and dates
  unknown_procedure: { status: 404, title: "No procedure has this code" },
  procedure_not_valid: { status: 409, title: "The procedure is not in force on this day" },
  procedure_version_changed: { status: 409, title: "A newer version of the procedure took effect" },
  channel_not_offered: { status: 409, title: "The procedure is not offered over this channel" },
  unknown_case: { status: 400, title: "The procedure version has no such case" },
  limit_not_published: { status: 409, title: "The procedure version states no time limit" },
  calendar_not_published: { status: 409, title: "The calendar does not reach that far" },
  deciding_agency_unknown: {
    status: 409,
    title: "No agency is known to decide this procedure for this unit",
  },
  agency_code_unknown: {
    status: 409,
    title: "The unit's agency has no identifier in force for dossier codes",
  },
  unknown_paper: { status: 400, title: "The procedure version does not know this paper" },
  paper_listed_twice: { status: 422, title: "The form has the same paper on two lines" },
  agency_not_competent: {
    status: 409,
    title: "The chosen agency does not decide this procedure in this province",
  },
  applicant_has_open: {
    status: 409,
    title: "The person has an open dossier of this procedure at this unit",
  },
  unit_closed: { status: 409, title: "The unit does not stand any more" },
  collection_not_at_counter: {
    status: 409,
    title: "Another unit is named for a result that does not come back at a counter",
  },
  collected_elsewhere: { status: 409, title: "The result is fetched at another unit" },
  result_not_here: { status: 409, title: "The result has not come to the unit where it is fetched" },
  result_here_already: { status: 409, title: "The result is at the unit where it is fetched" },
  collection_there_already: { status: 409, title: "The result is fetched at this unit already" },
  unit_not_of_province: { status: 409, title: "The unit is not one of this province" },
  group_too_large: { status: 422, title: "The group has more rows than are taken in at once" },
  group_of_another: { status: 409, title: "The group belongs to another unit or procedure" },
  applicant_twice: { status: 422, title: "The applicant stands on an earlier row of the group" },
  row_received_already: { status: 409, title: "The row was received with other content before" },
  paper_not_of_dossier: { status: 409, title: "A line is about a paper that this dossier does not have" },

  // Turns of a dossier
  supplement_basis_missing: { status: 422, title: "A second request for a supplement needs its legal basis" },
  supplement_empty: { status: 422, title: "A supplement has papers, or words about what came instead" },
  consultation_agency_unknown: { status: 422, title: "This agency cannot be asked for an opinion" },
  consultation_own_agency: { status: 422, title: "The agency decides the dossier itself" },
  consultation_asked_already: { status: 409, title: "This agency has been asked and has not answered" },
  consultation_over: { status: 409, title: "The question was answered or taken back" },
  consultation_open: { status: 409, title: "An opinion is awaited until its day is over" },
  part_of_another: { status: 409, title: "This is a part of another dossier, which this is done with" },
  parts_open: { status: 409, title: "Parts of the dossier are not done" },
  answer_day_past: { status: 422, title: "The day lies in the past" },
  day_too_far: { status: 422, title: "The day lies further than anybody is told" },
  form_not_in_force: { status: 409, title: "The form of this act is not in force yet" },
  extension_second: { status: 409, title: "The due date was extended once already" },
  extension_too_late: { status: 409, title: "It is too late to extend the due date" },
  extension_not_later: { status: 422, title: "The new day is not later than the due day" },
  extension_day_off: { status: 422, title: "Nobody works on the new day" },
  extension_too_long: { status: 422, title: "The date is moved by more than the limit itself" },
  expected_day_off: { status: 422, title: "The agency is closed on the expected day" },
  calendar_entry_invalid: { status: 422, title: "Something about the day or the hours is wrong" },
  calendar_day_decided: { status: 409, title: "The same decision stands for this day already" },
  calendar_entry_withdrawn: { status: 409, title: "The entry of the calendar was withdrawn already" },
  assignee_not_officer: { status: 409, title: "This person is no case officer of the deciding agency today" },
  bulk_reason_missing: { status: 422, title: "Sending dossiers back needs a reason" },
  apology_too_early: { status: 409, title: "The due date can still be extended" },
  apology_not_late: { status: 409, title: "The expected day is not after the due day" },

  // Registers and slips
  register_year_running: { status: 409, title: "The year of the register is not over" },
  register_closed: { status: 409, title: "The register, or a field of it, is closed already" },
  register_empty: { status: 404, title: "Nothing stands in this register" },
  slip_dossier_unfit: { status: 409, title: "A dossier of the slip is elsewhere, or on another slip" },
  unit_phone_invalid: { status: 422, title: "This is not a telephone number" },
  slip_two_agencies: { status: 422, title: "A slip hands over between one unit and one agency" },

  // The catalogue under an editor's hands
  version_changed: { status: 409, title: "Somebody published a newer version of the procedure first" },
  valid_from_too_early: { status: 422, title: "The version cannot take effect on this day" },
  content_invalid: { status: 422, title: "Some parts of the mended version are wrong" },
  nothing_changed: { status: 422, title: "The version says the same as the newest one" },
  version_begun: { status: 409, title: "The version has been in force and cannot be withdrawn" },
  withdrawal_not_possible: { status: 409, title: "The version is shipped, or the only one of its procedure" },

  // The right to act
  mandate_missing: { status: 403, title: "No mandate covers this act here" },
  mandate_not_in_force: { status: 403, title: "The mandate is not in force at this minute" },
  mandate_procedure_excluded: { status: 403, title: "The mandate does not cover this procedure" },
  mandate_task_excluded: { status: 403, title: "The mandate does not cover this task" },
  accreditation_missing: { status: 403, title: "The clerk is not accredited for this field" },
  act_reserved_to_state: { status: 403, title: "Only a civil servant may do this" },
  post_missing: { status: 403, title: "No post at this unit gives the right to this act" },
  same_person_forbidden: { status: 403, title: "Nobody approves or confirms their own work" },
  mandate_counter_excluded: { status: 403, title: "The mandate names other counters" },
  right_suspended: { status: 403, title: "The right to act is suspended" },
  mandate_invalid: { status: 422, title: "Some terms of the mandate are wrong" },
  mandate_changed: { status: 409, title: "Somebody changed the mandate first" },
  mandate_contradicts: { status: 409, title: "Another mandate says otherwise about the same work" },
  mandate_move_not_allowed: { status: 409, title: "The mandate's status does not allow this step" },
  mandate_decided_by_drafter: { status: 403, title: "Whoever drafted a mandate cannot decide it" },
  mandate_decision_missing: { status: 422, title: "This step rests on a decision that must be named" },
  mandate_reason_missing: { status: 422, title: "This step needs a reason" },
  mandate_period_over: { status: 409, title: "The period of the mandate is over" },
  decision_unknown: { status: 404, title: "There is no such decision" },
  assignment_subject_missing: { status: 422, title: "A task is given for one dossier or for one procedure" },
  assignment_period_wrong: { status: 422, title: "The last day of the task is past or too far ahead" },
  assignment_clerk_elsewhere: { status: 409, title: "The clerk serves no counter of this unit" },
  suspension_target_unknown: { status: 404, title: "There is nobody and nothing of this kind to suspend" },
  contract_end_not_now: { status: 422, title: "What ends now has today as its last day" },
  successor_unknown: { status: 422, title: "The successor is not there, or has left" },
  successor_suspended: { status: 422, title: "The successor is suspended" },
  successor_cycle: { status: 422, title: "What goes to the successor would come back" },
  successor_elsewhere: { status: 422, title: "The successor does not reach every place of what is in hand" },
  hand_over_not_yours: { status: 403, title: "The hand-over came to somebody else" },
  hand_over_taken_already: { status: 409, title: "The hand-over has been taken over already" },
  hand_over_counted_meanwhile: { status: 409, title: "Somebody has counted the cash meanwhile" },
  hand_over_count_missing: { status: 409, title: "The cash has not been counted yet" },
  count_invalid: { status: 422, title: "Something about the count is wrong" },
  suspended_already: { status: 409, title: "It is suspended already" },
  sample_own_act: { status: 403, title: "Nobody judges an act of one's own" },
  sample_judged_already: { status: 409, title: "Somebody has judged this act already" },
  sample_reason_missing: { status: 422, title: "What was wrong must be said" },
  guidance_subject_missing: { status: 422, title: "Guidance is about a procedure or a field" },
  mandates_changed: { status: 409, title: "Mandates changed while the act was decided" },

  // Programmes, and what they rest on
  programme_changed: { status: 409, title: "Somebody changed the programme first" },
  programme_invalid: { status: 422, title: "Something about the programme or its part is wrong" },
  programme_reason_missing: { status: 422, title: "A change needs a reason" },
  phase_in_use: { status: 409, title: "Mandates or staff freed belong to the phase" },
  scan_known: { status: 409, title: "These bytes are a scan of the decision already" },
  scan_of_another: { status: 403, title: "The scan was added by somebody else" },
  scan_withdrawn: { status: 409, title: "The scan was taken back already" },
  freed_place_missing: { status: 422, title: "A line names one unit or one agency" },
  freed_cause_missing: { status: 422, title: "A line names one mandate or one phase" },
  freed_day_ahead: { status: 422, title: "The day lies ahead" },

  // Openings and surveys of sites
  opening_invalid: { status: 422, title: "Something about the opening is wrong" },
  site_opened_already: { status: 409, title: "An opening of this site stands already" },
  survey_invalid: { status: 422, title: "Something about the survey is wrong" },
  checklist_unknown: { status: 409, title: "There is no such version of the checklist" },
  site_photo_unknown: { status: 422, title: "A photo is not there, or is no image" },
  withdrawn_already: { status: 409, title: "It was withdrawn already" },
  finding_not_open: { status: 409, title: "The finding waits to be looked at, or is closed" },
  finding_not_resolved: { status: 409, title: "The finding does not wait to be looked at" },
  finding_verified_by_resolver: { status: 403, title: "Whoever put a finding right cannot accept it" },
  resolution_day_wrong: { status: 422, title: "The day lies before the survey or ahead of today" },
  verdict_words_missing: { status: 422, title: "A rejection says what is still missing" },

  // Accounts and training
  account_invalid: { status: 422, title: "Something about the account or the post is wrong" },
  account_own: { status: 403, title: "Nobody changes the own account" },
  account_changed: { status: 409, title: "Somebody changed the account first" },
  username_taken: { status: 409, title: "Somebody has this user name" },
  clerk_two_employers: { status: 409, title: "The person is employed elsewhere on these days" },
  contract_over: { status: 409, title: "The contract has ended" },
  contract_end_too_early: { status: 422, title: "The last day lies before the first" },
  contract_end_not_later: { status: 422, title: "The contract goes on at least until then" },
  post_over: { status: 409, title: "The post has ended, or ends earlier" },
  training_invalid: { status: 422, title: "Something about the training session is wrong" },

  // People
  party_invalid: { status: 422, title: "Some details of a person or organisation are wrong" },
  authorisation_missing: {
    status: 422,
    title: "A submitter who is not the applicant needs a power of attorney",
  },

  // The dossier
  dossier_changed: { status: 409, title: "Somebody else changed the dossier first" },
  move_not_allowed: { status: 409, title: "The dossier's state does not allow this act" },
  paper_held_by_other: { status: 409, title: "Somebody else holds a paper whose number would change" },
  nothing_corrected: { status: 422, title: "Nothing differs from what was written down" },
  papers_missing: { status: 422, title: "Required papers are missing and no reason was given" },
  steps_open: { status: 409, title: "Steps of the internal procedure are not done" },
  step_unknown: { status: 409, title: "The dossier has no such step" },
  step_not_open: { status: 409, title: "The step is not open: it is done, waits for others, or was dropped" },
  step_not_done: { status: 409, title: "The step is not done, so it cannot be sent back" },
  step_yours_already: { status: 409, title: "The step was taken by this person already" },
  step_of_another: { status: 409, title: "The step is another person's, or nobody has taken it" },
  step_person_unsuited: {
    status: 422,
    title: "The person does not hold the role of the step at its place today",
  },
  step_papers_missing: { status: 422, title: "Papers that the step yields are missing" },
  internal_procedure_invalid: { status: 422, title: "The internal procedure cannot be worked by" },
  internal_procedure_changed: { status: 409, title: "Somebody kept a newer internal procedure meanwhile" },
  result_file_missing: { status: 422, title: "The attached result is not there" },
  signature_missing: { status: 422, title: "The return needs a signature or a signed slip" },
  originals_unsaid: {
    status: 422,
    title: "Originals of the citizen are still here, and nobody said what happens to them",
  },
  originals_not_held: { status: 409, title: "The originals of a paper are not here, or went back already" },
  receipt_not_due: { status: 409, title: "The receipt has reached the citizen already, or is not there yet" },
  confirmation_period_wrong: {
    status: 422,
    title: "The days end before they begin, or are more than a year",
  },
  identity_not_checked: { status: 422, title: "The identity of the person who collects was not checked" },
  notice_not_given_up: { status: 409, title: "The message is on its way, was sent, or was told in person" },
  task_settled: { status: 409, title: "The task is done, or its reason is gone" },
  snooze_day_wrong: { status: 422, title: "A task is put off until a day after today, 60 days at most" },
  draft_changed: { status: 409, title: "The draft was changed in another window" },

  // Places
  place_changed: { status: 409, title: "Somebody else changed the place, or the file, first" },
  place_invalid: { status: 422, title: "Something about the place is wrong" },
  place_needed: { status: 409, title: "Other places are open on days on which this one would not be" },
  reorganisation_invalid: { status: 422, title: "Something about the plan is wrong" },
  reorganisation_two_spaces: {
    status: 409,
    title: "The units of one reorganisation must lie in one data space",
  },
  reorganisation_changed: { status: 409, title: "Somebody changed the plan first" },
  reorganisation_settled: { status: 409, title: "The plan was applied or called off already" },
  reorganisation_not_due: { status: 409, title: "The day of the plan has not come" },
  period_reversed: { status: 422, title: "The last day lies before the first" },
  import_file_unusable: { status: 422, title: "The file cannot be read as the CSV that it should be" },
  import_rows_refused: { status: 422, title: "Some rows of the file are wrong; nothing was imported" },

  // Files and the public look-up
  file_type_unknown: { status: 415, title: "The content is not a file type that is accepted" },
  file_empty: { status: 422, title: "The file is empty" },
  track_not_found: { status: 404, title: "Code and secret do not fit together" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** Refusals that the binding itself may answer on any route. */
export const COMMON_REFUSALS = [
  "not_signed_in",
  "permission_missing",
  "input_malformed",
  "text_unreadable",
  "input_too_large",
  "idempotency_key_missing",
  "idempotency_key_reused",
  "too_many_requests",
  "internal_error",
  "storage_full",
  "not_ready",
] as const satisfies readonly RefusalCode[];

/** The body of every error answer: RFC 9457 problem details with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly requestId: string;
}
