import { equalData } from "../shared/equal-data.ts";
import { type Result, refuse } from "../shared/result.ts";
import { tidyText } from "../shared/vietnamese-text.ts";
import type {
  Channel,
  ChannelOffer,
  DecidingLevel,
  Mark,
  ProcedureContent,
  PublishedFee,
  PublishedLimit,
  RequiredPaper,
} from "./procedure.ts";
import { readProcedureContent } from "./read-procedure.ts";

/** A limit or a fee as an editor gives it: how far it can be trusted is not the editor's to say. */
export type MendedLimit = Omit<PublishedLimit, "mark" | "source">;
export type MendedFee = Omit<PublishedFee, "mark" | "source">;

/** The parts of a version that an editor may mend; everything else stays as it was published. */
export interface Mending {
  readonly channels: readonly {
    readonly channel: Channel;
    readonly limits: readonly MendedLimit[];
    readonly fees: readonly MendedFee[];
  }[];
  readonly papers: readonly RequiredPaper[];
  readonly personalPresence: boolean;
  readonly deciding: DecidingLevel;
}

/** Stands as the source of what an editor changed without naming one. */
export const NO_SOURCE = "Người biên tập ghi, chưa có nguồn văn bản";

/**
 * The content that a mending makes of a published version. What is as before keeps its mark and its source. What was
 * changed is `sourced` only when the editor names the text it was read in, and `undecided` otherwise, so that nothing
 * without a source is ever shown as law. Texts are tidied. Refuses `content_invalid` with every fault, among them a
 * channel that the version does not have: which channels there are is published and not mended.
 * @rule CATALOGUE-02
 * @example mendContent(version.content, { channels, papers, personalPresence: true, deciding }, "Thông tư 01/2026/TT-BTP Điều 4")
 */
export function mendContent(
  base: ProcedureContent,
  mending: Mending,
  source?: string,
): Result<ProcedureContent, "content_invalid"> {
  const trust = trustIn(source);
  const strange = mending.channels.filter(
    ({ channel }) => !base.channels.some((one) => one.channel === channel),
  );
  if (strange.length > 0) {
    return refuse("content_invalid", {
      faults: strange.map(({ channel }) => `content.channels: ${channel} is not among those published`),
    });
  }
  const papers = mending.papers.map((paper) => {
    const old = base.papers.find((one) => one.id === paper.id);
    return old && equalData(old, paper) ? old : tidied(paper);
  });
  const ownMarkMoves =
    !equalData(papers, base.papers) ||
    mending.personalPresence !== base.personalPresence ||
    mending.deciding !== base.deciding;
  const content: ProcedureContent = {
    ...base,
    channels: base.channels.map((offer) => mendOffer(offer, mending.channels, trust)),
    papers,
    personalPresence: mending.personalPresence,
    deciding: mending.deciding,
    ...(ownMarkMoves && {
      mark: trust.mark === "sourced" ? base.mark : trust.mark,
      source: base.source.includes(trust.source) ? base.source : `${base.source}; ${trust.source}`,
    }),
  };
  const read = readProcedureContent(content);
  return read.ok ? read : refuse("content_invalid", read.details);
}

interface Trust {
  readonly mark: Mark;
  readonly source: string;
}

function trustIn(source: string | undefined): Trust {
  const named = tidyText(source ?? "");
  return named === "" ? { mark: "undecided", source: NO_SOURCE } : { mark: "sourced", source: named };
}

function mendOffer(offer: ChannelOffer, mended: Mending["channels"], trust: Trust): ChannelOffer {
  const next = mended.find(({ channel }) => channel === offer.channel);
  if (next === undefined) return offer;
  return {
    channel: offer.channel,
    limits: next.limits.map((limit) => {
      const old = offer.limits.find((one) => one.case === limit.case);
      return old && equalData(withoutTrust(old), limit) ? old : { ...tidied(limit), ...trust };
    }),
    fees: next.fees.map((fee) => {
      const old = offer.fees.find((one) => one.id === fee.id);
      return old && equalData(withoutTrust(old), fee) ? old : { ...tidied(fee), ...trust };
    }),
  };
}

/** What a limit or a fee says, without how far it can be trusted. */
export function withoutTrust<Fact extends Trust>({
  mark: _mark,
  source: _source,
  ...said
}: Fact): Omit<Fact, keyof Trust> {
  return said;
}

/** Its texts as people mean them; one that says nothing is left out. */
function tidied<Item extends object>(item: Item): Item {
  const entries = Object.entries(item).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== "string") return value === undefined ? [] : [[key, value]];
    const text = tidyText(value);
    return text === "" ? [] : [[key, text]];
  });
  return Object.fromEntries(entries) as Item;
}
