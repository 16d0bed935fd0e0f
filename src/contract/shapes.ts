import type { DueDateExplanation as Explanation } from "#domain/calendar/due-date.ts";
import { type Static, type TSchema, Type } from "typebox";

/** Shapes that several routes share. Lengths are bounds of the wire, not of the law. */

export const Uuid = Type.String({ format: "uuid" });
/** A day of the calendar from the year 1000 on: what is counted back from it has still a year in the database. */
export const Day = Type.String({ format: "date", pattern: "^[1-9]" });
/**
 * A moment of the years 1000 to 9998, without the leap second that the format allows: no clock of ours has one, and every
 * moment that is let through here is one in every zone and in the database.
 */
export const Moment = Type.String({ format: "date-time", pattern: "^(?!9999)[1-9].{15}:[0-5]" });
/** No NUL and no half of a character: no database and no paper could keep them. */
const WHOLE_CHARACTERS = "[^\\u0000\\ud800-\\udfff]*";
export const ShortText = Type.String({ maxLength: 200, pattern: `^${WHOLE_CHARACTERS}$` });
export const Line = Type.String({ maxLength: 500, pattern: `^${WHOLE_CHARACTERS}$` });
/** A line that says something. */
export const NamedLine = Type.String({ maxLength: 500, pattern: `^(?=\\s*\\S)${WHOLE_CHARACTERS}$` });
/** What one side tells the other: at least three characters, blanks around them not counted. */
export const Words = Type.String({
  minLength: 3,
  maxLength: 500,
  pattern: `^(?=\\s*\\S[\\s\\S]+\\S)${WHOLE_CHARACTERS}$`,
});
export const LongText = Type.String({ maxLength: 10_000, pattern: `^${WHOLE_CHARACTERS}$` });
/** The version of a thing that the caller saw; a write that saw an older one is refused. */
export const Version = Type.Integer({ minimum: 0, maximum: 2_147_483_646 });
/** An opaque place in a list, given by the page before. */
export const Cursor = Type.String({ maxLength: 500 });

/** An object that refuses what it does not know: a misspelt property is an error, not a silence. */
export function Strict<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** One of a closed list of texts, as declared in the domain. */
export function OneOf<const Values extends readonly string[]>(values: Values) {
  return Type.Unsafe<Values[number]>({ type: "string", enum: [...values] });
}

/** In whose name an official paper is written: the body above, the unit, and the place of its line of the date. */
export const Letterhead = Type.Object({
  governingBody: Type.String(),
  name: Type.String(),
  place: Type.String(),
});

export function Nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>(Type.Union([schema, Type.Null()]));
}

/** The explanation of a due date, exactly as the domain makes it. */
export const DueDateExplanation = Type.Unsafe<Explanation>({ type: "object", additionalProperties: true });
