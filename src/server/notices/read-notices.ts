import { exportNotices, listNotices, readNoticeWish } from "#contract/notices.ts";
import { DEFAULT_WISH, SENDING_CHANNELS } from "#domain/notice/notice.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { PAGE_ROWS } from "../http/cursor.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { CHANNEL_WORDS, KIND_WORDS, PROBLEM_WORDS, STATE_WORDS } from "./list-words.ts";
import { listedNotices } from "./list-store.ts";
import { findWish, personOf } from "./wish-store.ts";

/** What citizens were told by the units that this person works for or with. */
export const listNoticesRoute = bind(listNotices, ({ actor, deps, reference, query, read }) => {
  const { after, ...filter } = query;
  return read(async (tx) => {
    const page = await listedNotices(tx, { ...deps, reference }, filter, { after, limit: PAGE_ROWS });
    const units = actor.places.flatMap((id) => {
      const unit = reference.units.get(id);
      return unit ? [{ id, name: unit.name }] : [];
    });
    return done({ ...page, units });
  });
});

const ROWS_MAX = 10_000;
const COLUMNS = [
  "Ngày",
  "Giờ",
  "Mã hồ sơ",
  "Thủ tục",
  "Đơn vị",
  "Nội dung",
  "Cách gửi",
  "Gửi đến",
  "Tình trạng",
  "Lý do",
  "Số lần thử",
  "Gửi lúc",
];

/** The same list as a file. */
export const exportNoticesRoute = bind(exportNotices, ({ deps, reference, query, now, read }) =>
  read(async (tx) => {
    const { notices } = await listedNotices(tx, { ...deps, reference }, query, { limit: ROWS_MAX });
    const rows = notices.map((notice) => [
      ...written(notice.createdAt),
      notice.code,
      notice.procedureName,
      notice.unitName,
      KIND_WORDS[notice.kind],
      CHANNEL_WORDS[notice.channel],
      notice.to,
      STATE_WORDS[notice.state],
      notice.problem ? PROBLEM_WORDS[notice.problem] : "",
      String(notice.attempts),
      notice.sentAt ? written(notice.sentAt).join(" ") : "",
    ]);
    return done(csvAnswer(`thông-báo-đã-gửi-${localTime(now).day}.csv`, COLUMNS, rows));
  }),
);

/** A moment as day and minute. */
function written(at: string): [string, string] {
  const { day, minute } = localTime(at as Parameters<typeof localTime>[0]);
  return [formatDay(day), formatMinute(minute)];
}

/** How whoever handed the dossier in wants to be told, and what there is to reach them by. */
export const readNoticeWishRoute = bind(readNoticeWish, ({ deps, params, read }) =>
  read(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const wish = await findWish(tx, await personOf(tx, deps.ring, dossier.id));
    const { submitter, applicant } = await readParties(tx, deps.ring, dossier.id);
    const { email, phone } = submitter ?? applicant ?? {};
    const { channels, language } = wish ?? DEFAULT_WISH;
    return done({
      channels: [...channels],
      language,
      said: wish !== undefined,
      reachable: SENDING_CHANNELS.filter((channel) => (channel === "email" ? email : phone)),
    });
  }),
);
