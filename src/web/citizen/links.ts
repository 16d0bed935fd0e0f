import { CITIZEN_PATHS, type Language } from "#contract/track.ts";

/** Vietnamese is the language of an address without `lang`; English is asked for. */
function inLanguage(path: string, language: Language): string {
  return language === "vi" ? path : `${path}?lang=${language}`;
}

export function homeLink(language: Language): string {
  return inLanguage(CITIZEN_PATHS.home, language);
}

/** Where the look-up form is sent, so that the answer comes in the language of the form. */
export function trackLink(language: Language): string {
  return inLanguage(CITIZEN_PATHS.track, language);
}

/** Where an answer about the service is sent; the page that comes back shows it. */
export function ratingLink(language: Language): string {
  return `${inLanguage(CITIZEN_PATHS.rating, language)}#rating`;
}

/** Where a complaint about the post is sent; the page that comes back shows it. */
export function complaintLink(language: Language): string {
  return `${inLanguage(CITIZEN_PATHS.complaint, language)}#complaints`;
}

/** Where a step of the citizen's own order of the post is sent; the page that comes back shows it. */
export function postLink(language: Language): string {
  return `${inLanguage(CITIZEN_PATHS.post, language)}#post`;
}

/** The page of one procedure. @example procedureLink("vi", "1.001193") → "/procedures/1.001193" */
export function procedureLink(language: Language, code: string): string {
  return inLanguage(CITIZEN_PATHS.procedure.replace(":code", encodeURIComponent(code)), language);
}

/** The search for procedures, with nothing asked yet. */
export function searchLink(language: Language): string {
  return inLanguage(CITIZEN_PATHS.procedures, language);
}

/** Where a list of procedures goes on; `after` is the place where the page before ended. */
export function proceduresLink(language: Language, query: string, after: string): string {
  const asked = new URLSearchParams({ q: query, ...(language === "vi" ? {} : { lang: language }), after });
  return `${CITIZEN_PATHS.procedures}?${asked.toString()}`;
}

/**
 * The same page in another language, as a link relative to the page: the address of a dossier holds its
 * secret, which stands in no link that could be copied.
 */
export function sameInLanguage(language: Language, query?: string): string {
  const asked = query === undefined ? "" : `q=${encodeURIComponent(query)}&`;
  return `?${asked}lang=${language}`;
}
