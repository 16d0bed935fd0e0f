import type { Words as AllWords } from "../words.ts";

/** Shelves, safes, desks and vehicles for papers. */
export const places: AllWords["papers"]["places"] = {
  page: "Places",
  intro:
    "Shelves, safes, desks and vehicles for papers. One person answers for each and for all that lies there.",
  inUse: "In use",
  closed: "Closed",
  kinds: { shelf: "Shelf", safe: "Safe", agencyDesk: "Desk at the agency", vehicle: "Vehicle" },
  responsible: (name) => `In charge: ${name}`,
  things: (count) => (count === 0 ? "empty" : `${count} here`),
  actOn: (act, name) => `${act}: ${name}`,
  none: "No place yet",
  noneHint: "Open a shelf or safe, print its label, then move papers there from the page What I hold.",
  noneClosed: "No closed place",
  open: "Open a place",
  openHint: "You answer for it until it goes into another person's charge.",
  name: "Name",
  nameHint: "As: Shelf of results, first floor.",
  belongsTo: "Belongs to",
  opened: (name, code) => `${name} is open, label ${code}.`,
  pass: "Pass on",
  passTitle: (name) => `Pass on ${name}`,
  passHint: (count) =>
    count === 0
      ? "Nothing lies here. Giver and receiver sign."
      : `The receiver answers for the ${count} that lie here from the signature on. Take stock first.`,
  receiverCode: "One-time code of the receiver",
  receiverCodeHint: "The 6 digits of the receiver's own authenticator, typed by the receiver.",
  receiverCodeMissing: "The receiver types the code of 6 digits.",
  passed: (name) => `${name} is passed on.`,
  close: "Close",
  closeTitle: (name) => `Close ${name}`,
  closeHint: "Only when nothing lies here and no manifest is on its way here. It is not opened again.",
  closedNow: (name) => `${name} is closed.`,
};

/** Results that nobody fetches. */
export const uncollected: AllWords["papers"]["uncollected"] = {
  page: "Not fetched",
  intro:
    "Finished results that still lie at the unit, the earliest date first. Citizens are reminded automatically when it is time.",
  none: "No result waits for a citizen",
  days: (days) => (days === 0 ? "Today" : `${days} days`),
  shelf: (shelf) => `The result is at ${shelf}`,
  away: (agency) => `The result went back to ${agency}: fetch it before it is given out`,
  noShelf: (unit) => `The result is at ${unit}, on no shelf yet`,
  ways: { counter: "To be fetched at the counter", postal: "To be sent by post, not ordered yet" },
  ordered: "Ordered by post, waits for the courier",
  notReminded: "not reminded yet",
  reminded: (count, moment) => `reminded ${count} times, last ${moment}`,
  handBack: "Back to the agency",
  handBackOf: (code) => `Back to the agency: result of ${code}`,
};
