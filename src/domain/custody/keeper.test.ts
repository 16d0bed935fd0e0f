import { describe, expect, test } from "vitest";
import type { Holder } from "./custody.ts";
import { type Keeper, answersFor, mayTakeAs } from "./keeper.ts";

const id = (text: string) => text as never;
const lan: Keeper = {
  accountId: "lan",
  counterId: "counter-1",
  posts: [{ unitId: null, agencyId: null, postOfficeId: id("office-1") }],
};
const duc: Keeper = {
  accountId: "duc",
  counterId: null,
  posts: [{ unitId: id("unit-1"), agencyId: null, postOfficeId: null }],
};
const ha: Keeper = {
  accountId: "ha",
  counterId: null,
  posts: [{ unitId: null, agencyId: id("agency-1"), postOfficeId: null }],
};
const PLACES = [{ id: "shelf-1", responsibleId: "duc" }];
const holder = (kind: Holder["kind"], of: string | null): Holder => ({ kind, id: of }) as Holder;

describe("who answers for what is with a holder", () => {
  test.each([
    { who: lan, at: holder("person", "lan"), is: true, because: "she has it in person" },
    { who: lan, at: holder("person", "duc"), is: false, because: "he has it" },
    { who: lan, at: holder("counter", "counter-1"), is: true, because: "she sits there" },
    { who: lan, at: holder("counter", "counter-2"), is: false, because: "she sits elsewhere" },
    { who: duc, at: holder("counter", "counter-1"), is: false, because: "he sits at no counter" },
    { who: lan, at: holder("postOffice", "office-1"), is: true, because: "she works there" },
    { who: lan, at: holder("unit", "unit-1"), is: false, because: "she works for the post" },
    { who: duc, at: holder("unit", "unit-1"), is: true, because: "he works there" },
    { who: ha, at: holder("agency", "agency-1"), is: true, because: "she works there" },
    { who: ha, at: holder("agency", "agency-2"), is: false, because: "it is another agency" },
    { who: duc, at: holder("place", "shelf-1"), is: true, because: "it is in his charge" },
    { who: lan, at: holder("place", "shelf-1"), is: false, because: "it is in another's charge" },
    { who: duc, at: holder("citizen", null), is: false, because: "the citizen has it" },
    { who: duc, at: holder("container", "b1"), is: false, because: "whoever has the packet answers" },
    { who: duc, at: holder("outsider", "x"), is: false, because: "it was given away" },
  ])("$who.accountId and $at.kind $at.id: $is, $because", ({ who, at, is }) => {
    expect(answersFor(who, at, PLACES)).toBe(is);
  });
});

describe("in whose name something is taken over", () => {
  test.each([
    {
      to: holder("postOffice", "office-1"),
      as: holder("postOffice", "office-1"),
      is: true,
      because: "for the office",
    },
    {
      to: holder("postOffice", "office-1"),
      as: holder("person", "lan"),
      is: true,
      because: "in person, for the office",
    },
    {
      to: holder("postOffice", "office-1"),
      as: holder("person", "duc"),
      is: false,
      because: "in another's name",
    },
    { to: holder("person", "duc"), as: holder("person", "lan"), is: false, because: "it was offered to him" },
    {
      to: holder("postOffice", "office-2"),
      as: holder("person", "lan"),
      is: false,
      because: "it is another office",
    },
  ])("$to.id as $as.id: $is, $because", ({ to, as, is }) => {
    expect(mayTakeAs(lan, to, as, PLACES)).toBe(is);
  });
});
