/**
 * What a reader of portal records could not understand, by kind. Where a warning stands, the content holds null or
 * leaves the matter out: nothing is guessed, and an editor decides.
 */
export const WARNING_KINDS = [
  /** Nothing says how long it may take. */
  "limitMissing",
  /** A number without a unit; it may even be glued to the fee ("1" and "20,000" as 120). */
  "limitUnitMissing",
  /** A unit or a number that is none, or a text that is no plain limit. */
  "limitNotUnderstood",
  /** Longer than any limit that can be counted. */
  "limitTooLong",
  /** The figure says one thing and the text another. */
  "limitContradicted",
  /** "Giờ" was read as working hours; the portal does not say which hours. */
  "limitHours",
  /** Several limits for one channel: cases, or stages of one case; the texts have to be read. */
  "severalCases",
  /** Money is named, and no amount is certain. */
  "feeNotUnderstood",
  /** An amount in another currency. */
  "feeForeign",
  /** The entries of one channel name different fees. */
  "feesDiffer",
  /** A count that cannot be one, as a rule digits of the name or of a file's name. */
  "paperCountUnclear",
  /** Listed as a paper, but asks for nothing: kept as a note. */
  "paperAsNote",
  /** Headings between the papers: papers of several cases stand in one list. */
  "papersOfCases",
  "papersMissing",
  "channelsMissing",
  "resultsMissing",
  /** Several levels are named; the lowest was taken. */
  "decidingLevelAmbiguous",
  /** The agency that decides is not named, or does not fit the level. */
  "agencyUnclear",
  /** The text says that somebody must come in person; it is not read who and when. */
  "presenceUnclear",
  /** A name or another text far longer than any that was published: as a rule whole paragraphs glued to it. */
  "textTooLong",
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

export interface Warning {
  readonly kind: WarningKind;
  /** Where in the content. @example "channels.direct.limits[0]", "papers[3]", "deciding" */
  readonly path: string;
  /** The words of the source that were not understood; empty where there are none. */
  readonly words: string;
}
