import type { Language, TrackedDossier } from "#contract/track.ts";
import { hasEnded } from "#domain/dossier/dossier-state.ts";
import type { StatusWords } from "../text/vi/citizen.ts";
import type { Words } from "../text/words.ts";
import { isDecided, refusedParts } from "./progress.ts";

/** Where the matter stands, as its heading says it: a refusal is called one, be it of the whole or of a part. */
export function headline(dossier: TrackedDossier, language: Language, words: Words): StatusWords {
  const { dossier: text } = words.citizen;
  const { status, outcome, parts } = dossier;
  if (outcome === "refused")
    return Object.entries(text.refused).find(([key]) => key === status)?.[1] ?? text.statuses[status];
  const refused = refusedParts(dossier);
  if (refused.length === 0 || isDecided(dossier) || hasEnded(status)) return text.statuses[status];
  const { title, goesOn, nothingLeft } = words.linked.citizen.refused;
  const isUnderWay = parts.some(({ state }) => state === "open" || state === "waiting");
  return {
    title: title(refused.map(({ name }) => name[language]).join(", ")),
    next: isUnderWay ? goesOn : nothingLeft,
  };
}
