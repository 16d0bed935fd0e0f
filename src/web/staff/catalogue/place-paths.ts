import type { WarningView } from "#contract/catalogue-review.ts";
import type { ChannelOffer, ProcedureContent } from "#domain/catalogue/procedure.ts";

/** The paths under which a warning may name a place that the screen shows. */
export const placePaths = {
  limit: ({ channel }: ChannelOffer, at: number) => [`channels.${channel}.limits[${at}]`],
  limits: ({ channel }: ChannelOffer) => [`channels.${channel}.limits`, `channels.${channel}`],
  fee: ({ channel, fees }: ChannelOffer, at: number) => [
    `channels.${channel}.fees[${at}]`,
    `channels.${channel}.fees.${fees[at]?.id ?? ""}`,
  ],
  fees: ({ channel }: ChannelOffer) => [`channels.${channel}.fees`],
  paper: ({ papers }: ProcedureContent, at: number) => [`papers[${at}]`, `papers.${papers[at]?.id ?? ""}`],
  papers: () => ["papers"],
  note: ({ paperNotes = [] }: ProcedureContent, at: number) => [
    `paperNotes[${at}]`,
    `paperNotes.${paperNotes[at] ?? ""}`,
  ],
  deciding: () => ["deciding", "levels"],
  personalPresence: () => ["personalPresence"],
  results: () => ["results"],
} as const;

/** The warnings whose place is one of these, or within it. */
export function warningsAt(
  warnings: readonly WarningView[],
  paths: readonly string[],
): readonly WarningView[] {
  return warnings.filter(({ path }) =>
    paths.some((place) => path === place || (place.endsWith("]") && path.startsWith(`${place}.`))),
  );
}

/** The warnings that no place on the screen stands for; they are shown above all. */
export function warningsElsewhere(
  warnings: readonly WarningView[],
  content: ProcedureContent,
): readonly WarningView[] {
  const places = [
    ...content.channels.flatMap((offer) => [
      placePaths.limits(offer),
      placePaths.fees(offer),
      ...offer.limits.map((_, at) => placePaths.limit(offer, at)),
      ...offer.fees.map((_, at) => placePaths.fee(offer, at)),
    ]),
    placePaths.papers(),
    ...content.papers.map((_, at) => placePaths.paper(content, at)),
    ...(content.paperNotes ?? []).map((_, at) => placePaths.note(content, at)),
    placePaths.deciding(),
    placePaths.personalPresence(),
    placePaths.results(),
  ];
  const shown = new Set(places.flatMap((paths) => warningsAt(warnings, paths)));
  return warnings.filter((warning) => !shown.has(warning));
}
