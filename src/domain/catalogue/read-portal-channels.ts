import type { PortalChannel } from "./portal-record.ts";
import { type Digest, stableKeys } from "./portal-keys.ts";
import { cleanLine } from "./portal-text.ts";
import {
  CHANNELS,
  type Channel,
  type ChannelOffer,
  type PublishedFee,
  type PublishedLimit,
} from "./procedure.ts";
import { type ReadFee, readPortalFee } from "./read-portal-fee.ts";
import { type ReadLimit, readPortalLimit } from "./read-portal-limit.ts";
import type { Warning } from "./warnings.ts";

export interface ReadChannels {
  readonly channels: readonly ChannelOffer[];
  readonly warnings: readonly Warning[];
}

/** One entry of a channel, read. `text` is what is left beside the fee: the case, or the limit in words. */
interface Entry {
  readonly given: PortalChannel;
  readonly limit: ReadLimit;
  readonly fee: ReadFee;
  readonly text: string;
}

const FEE_NAMES = { fee: "Phí", charge: "Lệ phí", unstated: "Phí, lệ phí" } as const;

/**
 * The ways of handing in. Entries of one channel that say the same become one; entries that differ become cases, each
 * under a key that follows its words. A channel has one fee line: where its entries name different fees it has their
 * words and no amount, since amounts of different cases must not be added up.
 */
export function readPortalChannels(
  given: readonly PortalChannel[],
  source: string,
  digest: Digest,
): ReadChannels {
  const read = CHANNELS.map((channel) => {
    const entries = given.filter((entry) => cleanLine(entry.channel) === channel).map(readEntry);
    return entries.length === 0 ? undefined : readChannel(channel, entries, source, digest);
  }).filter((offer) => offer !== undefined);
  const strange = given.filter((entry) => !isChannel(cleanLine(entry.channel)));
  return {
    channels: read.map(({ offer }) => offer),
    warnings: [
      ...read.flatMap(({ warnings }) => warnings),
      ...(read.length === 0 || strange.length > 0
        ? [
            {
              kind: "channelsMissing",
              path: "channels",
              words: cleanLine(strange[0]?.channel ?? ""),
            } as const,
          ]
        : []),
    ],
  };
}

function isChannel(name: string): name is Channel {
  return CHANNELS.some((channel) => channel === name);
}

function readEntry(given: PortalChannel): Entry {
  const fee = readPortalFee(given.feeAndNotes ?? "");
  return { given, fee, text: fee.rest, limit: readPortalLimit(given.limit, fee.rest) };
}

function readChannel(channel: Channel, entries: readonly Entry[], source: string, digest: Digest) {
  const path = `channels.${channel}`;
  const limits = readLimits(entries, path, source, digest);
  const fees = readFees(entries, path, source);
  const offer: ChannelOffer = { channel, limits: limits.limits, fees: fees.fees };
  return { offer, warnings: [...limits.warnings, ...fees.warnings] };
}

function readLimits(entries: readonly Entry[], path: string, source: string, digest: Digest) {
  const distinct = entries.filter(
    (entry, index) => entries.findIndex((other) => limitWords(other) === limitWords(entry)) === index,
  );
  const cases = distinct.length > 1 ? stableKeys("case", distinct.map(caseWords), digest) : [];
  const limits = distinct.map((entry, index) => publishedLimit(entry, cases[index], source));
  const warnings = distinct.flatMap(({ limit: { warning } }, index): Warning[] =>
    warning ? [{ ...warning, path: `${path}.limits[${index}]` }] : [],
  );
  if (distinct.length > 1) {
    warnings.push({
      kind: "severalCases",
      path: `${path}.limits`,
      words: distinct.map(caseWords).join("\n"),
    });
  }
  return { limits, warnings };
}

const figure = ({ given: { limit } }: Entry) =>
  limit ? cleanLine(`${limit.amount} ${limit.unit ?? ""}`) : "";

const limitWords = (entry: Entry) => `${figure(entry)}\n${entry.text}`;

/** What sets a case apart, in words: its text, or else its figure. */
const caseWords = (entry: Entry) => (entry.text === "" ? figure(entry) : entry.text);

function publishedLimit(entry: Entry, caseKey: string | undefined, source: string): PublishedLimit {
  const { limit, warning } = entry.limit;
  const text = caseKey === undefined && limit === null ? caseWords(entry) : entry.text;
  const said = caseKey === undefined ? text : caseWords(entry);
  return {
    ...(caseKey === undefined ? {} : { case: caseKey }),
    limit,
    ...(said === "" ? {} : { text: said }),
    mark: markOf(limit === null, warning?.kind === "limitHours"),
    source,
  };
}

const markOf = (unknown: boolean, inferred: boolean) => {
  if (unknown) return "undecided";
  return inferred ? "inference" : "sourced";
};

function readFees(
  entries: readonly Entry[],
  path: string,
  source: string,
): { readonly fees: readonly PublishedFee[]; readonly warnings: readonly Warning[] } {
  const told = entries.filter(({ fee }) => fee.fee !== undefined);
  const distinct = told.filter(
    (entry, index) => told.findIndex((other) => feeWords(other) === feeWords(entry)) === index,
  );
  const [first] = distinct;
  const at = `${path}.fees[0]`;
  if (!first?.fee.fee) return { fees: [], warnings: [] };
  if (distinct.length === 1) {
    const { fee, warning } = first.fee;
    return {
      fees: [publishedFee(fee, source)],
      warnings: warning ? [{ ...warning, path: at }] : [],
    };
  }
  const words = distinct.map(({ given }) => (given.feeAndNotes ?? "").trim()).join("\n");
  const kinds = new Set(distinct.map(({ fee }) => fee.fee?.kind));
  const kind = kinds.size === 1 ? first.fee.fee.kind : "unstated";
  const text = distinct.map(feeText).join("\n");
  return {
    fees: [publishedFee({ kind, amount: null, text }, source)],
    warnings: [{ kind: "feesDiffer", path: at, words }],
  };
}

const feeWords = ({ fee: { fee } }: Entry) => JSON.stringify(fee);

function feeText({ fee: { fee } }: Entry): string {
  return [fee?.amount, fee?.unit, fee?.text].filter((part) => part !== undefined && part !== null).join(" ");
}

function publishedFee(fee: NonNullable<ReadFee["fee"]>, source: string): PublishedFee {
  return {
    id: "fee",
    kind: fee.kind,
    name: FEE_NAMES[fee.kind],
    amount: fee.amount,
    ...(fee.unit === undefined ? {} : { unit: fee.unit }),
    ...(fee.text === undefined ? {} : { text: fee.text }),
    mark: fee.amount === null ? "undecided" : "sourced",
    source,
  };
}
