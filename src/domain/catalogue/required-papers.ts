import { done, refuse, type Result } from "../shared/result.ts";
import type { Channel, ProcedureContent, RequiredPaper } from "./procedure.ts";

/** One line of the clerk's checklist. Several lines may name the same paper; they are added up. */
export interface ReceivedPaper {
  readonly paperId: string;
  readonly originals: number;
  readonly copies: number;
  readonly shown?: boolean;
  /** Looked up in the database that replaces the paper. */
  readonly fromData?: boolean;
  /** The clerk says that the condition of the paper holds here. */
  readonly applies?: boolean;
}

export interface MissingPaper {
  readonly paperId: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly toShow: boolean;
}

export interface PaperCheck {
  /** Always asked for, or asked for because the clerk said that the condition holds, and not all there. */
  readonly missing: readonly MissingPaper[];
  /** Asked for only on a condition that nobody has judged yet: for the clerk to look at, not to refuse for. */
  readonly toJudge: readonly MissingPaper[];
}

/**
 * What is missing from the papers that a clerk ticked, against the published list for this channel. Missing papers
 * are for the clerk to see and to ask for once (Decree 118/2025, Art. 11); they are no refusal here. An original
 * that is not itself asked for stands for a copy. Refuses `unknown_paper` (details: papers) for ids that the
 * version does not have.
 * @example checkPapers(content, "direct", [{ paperId: "form", originals: 1, copies: 0 }])
 */
export function checkPapers(
  content: ProcedureContent,
  channel: Channel,
  received: readonly ReceivedPaper[],
): Result<PaperCheck, "unknown_paper"> {
  const known = new Set(content.papers.map((paper) => paper.id));
  const papers = [...new Set(received.map((line) => line.paperId).filter((id) => !known.has(id)))];
  if (papers.length > 0) return refuse("unknown_paper", { code: content.code, papers });

  const missing: MissingPaper[] = [];
  const toJudge: MissingPaper[] = [];
  for (const paper of content.papers) {
    if (paper.channels && !paper.channels.includes(channel)) continue;
    const lines = received.filter((line) => line.paperId === paper.id);
    const short = shortfall(paper, lines);
    if (short === undefined) continue;
    const conditional = paper.optional === true || paper.condition !== undefined;
    const handed = lines.some((line) => line.applies === true || line.originals + line.copies > 0);
    if (!conditional || handed) missing.push(short);
    else if (paper.condition !== undefined && !lines.some((line) => line.applies === false))
      toJudge.push(short);
  }
  return done({ missing, toJudge });
}

function shortfall(paper: RequiredPaper, lines: readonly ReceivedPaper[]): MissingPaper | undefined {
  if (paper.replacedByData && lines.some((line) => line.fromData)) return undefined;
  const received = {
    originals: lines.reduce((sum, line) => sum + line.originals, 0),
    copies: lines.reduce((sum, line) => sum + line.copies, 0),
  };
  const spare = Math.max(0, received.originals - paper.originals);
  const originals = Math.max(0, paper.originals - received.originals);
  const copies = Math.max(0, paper.copies - received.copies - spare);
  if (paper.kind === "show") {
    const seen = lines.some((line) => line.shown) || (originals === 0 && copies === 0 && lines.length > 0);
    return seen ? undefined : { paperId: paper.id, name: paper.name, originals: 0, copies: 0, toShow: true };
  }
  if (originals === 0 && copies === 0) return undefined;
  return { paperId: paper.id, name: paper.name, originals, copies, toShow: false };
}
