/** The id of a message on the page of its dossier, by the event that it tells of. */
export function noticePlace(seq: number): string {
  return `notice-of-${seq}`;
}
