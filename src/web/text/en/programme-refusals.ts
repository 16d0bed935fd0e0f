/** What happened and what to do now, for what a programme, a scan or a line of staff freed can be refused. */
export const programmeRefusals = {
  programme_changed: () => ({
    what: "Somebody has just changed this programme.",
    wayOut: "Load it again to see the newest, then write it down again.",
  }),
  programme_invalid: () => ({
    what: "Something about the programme is not right.",
    wayOut: "Look at the marked lines, mend them and save again.",
  }),
  programme_reason_missing: () => ({
    what: "Changing what is there needs a reason.",
    wayOut: "Write the reason; what stood before stays in the history.",
  }),
  phase_in_use: () => ({
    what: "Mandates or staff freed belong to this phase.",
    wayOut: "Leave the phase and give it a last day, or move those first.",
  }),
  scan_known: () => ({
    what: "The decision has this scan already.",
    wayOut: "There is no need to add it again.",
  }),
  scan_of_another: () => ({
    what: "Somebody else added this scan.",
    wayOut: "Whoever added it, or a programme officer of the province, can take it back.",
  }),
  scan_withdrawn: () => ({
    what: "This scan was taken back already.",
    wayOut: "Load the page again to see who did, and why.",
  }),
  freed_place_missing: () => ({
    what: "It is not said whose post it was.",
    wayOut: "Choose one one-stop unit or one agency.",
  }),
  freed_cause_missing: () => ({
    what: "It is not said which phase or mandate took the work over.",
    wayOut: "Choose one phase or one mandate.",
  }),
  freed_day_ahead: () => ({
    what: "The day on which the staff was freed lies ahead.",
    wayOut: "Write it down once it has happened, today or before.",
  }),
};
