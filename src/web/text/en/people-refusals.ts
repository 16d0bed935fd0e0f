import { type RefusalDetails, detail } from "../refusal-words.ts";
import type { peopleRefusals as vietnamese } from "../vi/people-refusals.ts";
import { dates } from "./dates.ts";

const day = (details: RefusalDetails, key: string, say: (day: string) => string) =>
  detail(details, key, (text) => (text === "" ? "" : say(dates.shortDay(text))));

export const peopleRefusals: typeof vietnamese = {
  password_change_needed: () => ({
    what: "This is the first sign-in with the password that was handed over.",
    wayOut: "Set a password of your own, then sign in.",
  }),
  password_too_weak: (details) => ({
    what: "The new password is too short, or the one that was handed over.",
    wayOut: `Choose another one with at least ${detail(details, "min", (min) => min) || "10"} signs.`,
  }),
  successor_unknown: () => ({
    what: "The successor is not there, or has left.",
    wayOut: "Choose somebody else who is at work, or nobody: the place itself takes over.",
  }),
  successor_suspended: () => ({
    what: "The successor is suspended.",
    wayOut: "Choose somebody else, or nobody: the place itself takes over.",
  }),
  successor_cycle: () => ({
    what: "What goes to this person would come back to the one who hands over.",
    wayOut: "Choose somebody else, or nobody: the place itself takes over.",
  }),
  successor_elsewhere: () => ({
    what: "The successor does not work at every place where something is in hand.",
    wayOut: "Choose somebody of the same place, or nobody: the place itself takes over.",
  }),
  hand_over_not_yours: () => ({
    what: "This hand-over came to somebody else.",
    wayOut: "The successor, the head of the unit or an administrator does this.",
  }),
  hand_over_taken_already: () => ({
    what: "It has been confirmed already that this came.",
    wayOut: "Nothing is left to do. After a recount, confirm once more.",
  }),
  hand_over_counted_meanwhile: () => ({
    what: "Somebody has just recorded another count.",
    wayOut: "Reload the record, look at the new amount, then go on.",
  }),
  hand_over_count_missing: () => ({
    what: "The cash has not been counted yet.",
    wayOut: "Count it and record the amount first, also when it is zero.",
  }),
  count_invalid: () => ({
    what: "Something about the count is wrong.",
    wayOut: "Look at the marked lines, mend them and send again.",
  }),
  account_invalid: () => ({
    what: "Something about the account or the post is wrong.",
    wayOut: "Look at the marked lines, mend them and send again.",
  }),
  account_own: () => ({
    what: "Nobody changes the own account.",
    wayOut: "Ask another administrator.",
  }),
  account_changed: () => ({
    what: "Somebody has just changed this account.",
    wayOut: "Reload to see the newest state, then go on.",
  }),
  username_taken: () => ({
    what: "Somebody has this user name already.",
    wayOut: "Choose another one, for instance with the name of the place.",
  }),
  clerk_two_employers: (details) => ({
    what: `This person is employed elsewhere${detail(details, "username", (name) => ` (account ${name})`)}${day(details, "until", (until) => `, until ${until}`)}.`,
    wayOut: "A person has one employer: end the other contract first.",
  }),
  contract_over: () => ({
    what: "This contract has ended.",
    wayOut: "Extend the contract if the person is to work again.",
  }),
  contract_end_too_early: (details) => ({
    what: `The last day lies before the first${day(details, "from", (from) => ` (${from})`)}.`,
    wayOut: "Choose a day from the first day on.",
  }),
  contract_end_not_later: (details) => ({
    what: `The new day is not later than the one that stands${day(details, "until", (until) => ` (${until})`)}.`,
    wayOut: "Choose a later day from today on, or no end.",
  }),
  contract_end_not_now: (details) => ({
    what: "A contract that ends now has today as its last day.",
    wayOut: `Choose today${day(details, "today", (today) => ` (${today})`)} as the last day, or do not end it now.`,
  }),
  post_over: () => ({
    what: "This post has ended, or ends before that day.",
    wayOut: "Choose a day before its last day.",
  }),
  training_invalid: () => ({
    what: "Something about the training session is wrong.",
    wayOut: "Look at the marked lines, mend them and send again.",
  }),
};
