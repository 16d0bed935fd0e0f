/** Of mail runs. */
export const mailRunRefusals = {
  mail_times_not_rising: () => ({
    what: "The times of the stops do not rise.",
    wayOut: "Make each stop later than the one before it.",
  }),
  mail_stop_repeated: () => ({
    what: "Two stops in a row are the same place.",
    wayOut: "Leave one of them out.",
  }),
  mail_period_reversed: () => ({
    what: "The last day is before the first.",
    wayOut: "Correct the period.",
  }),
  mail_day_past: () => ({
    what: "This day or hour is over.",
    wayOut: "Choose from now on.",
  }),
  mail_stop_unknown: ({ position }: { readonly position?: unknown }) => ({
    what:
      typeof position === "number"
        ? `Stop ${position} is no place here on that day.`
        : "The stop is no place here on that day.",
    wayOut: "Choose the place from the list.",
  }),
  mail_driver_unknown: () => ({
    what: "Whoever is to drive has no post here.",
    wayOut: "Choose a courier or driver with an account and a post.",
  }),
  mail_route_ended: () => ({
    what: "This route has ended.",
    wayOut: "Open a new one.",
  }),
  mail_run_unknown: () => ({
    what: "There is no such run or stop on that day.",
    wayOut: "Load the runs of the day again.",
  }),
  mail_past_midnight: () => ({
    what: "A run at that time would not end on the day.",
    wayOut: "Choose an earlier time.",
  }),
  mail_reason_wrong: () => ({
    what: "What is late or missed has a reason; what was called at has none.",
    wayOut: "Choose the reason again.",
  }),
};
