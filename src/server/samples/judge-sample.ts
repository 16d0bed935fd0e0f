import { judgeSample } from "#contract/samples.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { type Context, bind } from "../http/context.ts";
import { seal } from "../keys/seal.ts";
import { writeVerdict } from "../ledgers/sample-ledger.ts";
import { judgingPost } from "./judging-units.ts";
import { loadSample, sealContext } from "./store.ts";

/**
 * Says whether an act that was drawn was right. Said once, by somebody of the unit who did not do the act; what was wrong
 * is said in words, which are kept sealed, since they may name people.
 */
export const judgeSampleRoute = bind(judgeSample, ({ deps, actor, reference, params, body, now, write }) =>
  write(async (tx) => {
    const seq = Number(params.seq);
    const { dossierId } = params;
    const sample = await loadSample(tx, dossierId, seq);
    const post = sample && judgingPost(actor, reference, sample.unitId);
    if (!sample || !post) return refuse("not_found");
    if (sample.accountId === actor.accountId) return refuse("sample_own_act");
    const found = foundIn(body);
    if (!found.ok) return found;
    const { kind, words } = found.value;
    const written = await writeVerdict(tx, {
      dossierId,
      seq,
      verdict: body.verdict,
      kind,
      wordsSealed: words === "" ? null : seal(deps.ring, sealContext(dossierId, seq), words),
      actorId: actor.accountId,
      postId: post.id,
      scope: [sample.unitId],
      now,
    });
    return written ? done({ verdict: body.verdict }) : refuse("sample_judged_already");
  }),
);

type Said = Context<typeof judgeSample>["body"];

/** What is kept of it: of a wrong act its kind and words, of a right one at most words. */
function foundIn({ verdict, kind, words: said = "" }: Said) {
  const words = said.trim();
  if (verdict === "right") return done({ kind: null, words });
  return kind === undefined || words === "" ? refuse("sample_reason_missing") : done({ kind, words });
}
