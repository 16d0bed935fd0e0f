import type { RegisterFaultCode } from "./check-register.ts";

/** What `checkRegister` finds, in the words of a command: what is wrong, and the way out. The screens have their own. */
export const REGISTER_PROBLEMS = {
  code_missing: "the unit has no code: write its code",
  name_missing: "the unit has no name: write its name",
  name_not_tidy: "the name has composed accents or stray spaces: write it plainly",
  ends_before_it_begins: "the last day is before the first: correct one of them",
  periods_overlap:
    "another unit has this code on some of these days: end that one the day before this one begins",
  parent_unknown: "no unit has the code of the unit above: correct the code, or add that unit too",
  parent_not_standing:
    "the unit above does not stand on all days of this one: correct the days, or name the one that does",
  predecessor_unknown: "no unit has the code of the predecessor: correct the code",
  predecessor_not_standing: "the predecessor did not stand on the day before: correct the day or the code",
  predecessor_not_ended:
    "the successor begins before its predecessor ends: end the predecessor the day before, or write ~ after its code when only a part went",
  successor_unknown: "no unit has the code of the successor: correct the code, or add that unit too",
  successor_not_standing:
    "the successor does not stand on the day after: let it begin on that day, or name another one",
  succession_twice: "this succession is told more than once: leave one",
  whole_into_several:
    "the whole unit goes to several successors: write ~ after each code, since each gets a part",
  succession_circle: "by these successors a unit becomes itself again: take out the one that leads back",
} as const satisfies Record<RegisterFaultCode, string>;
