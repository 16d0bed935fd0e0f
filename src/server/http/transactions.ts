import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import type { Permission } from "#domain/mandate/permission.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { RouteContract } from "#contract/route.ts";
import type { FastifyRequest } from "fastify";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { WriteRequest } from "../db/write-request.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../keys/key-ring.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { MandatesMoved } from "../ledgers/mandates-moved.ts";
import { partsOfOpening } from "../ledgers/follow-parts.ts";
import { openDossier } from "../ledgers/open-dossier.ts";
import { holdEpoch, refuseStopped } from "../ledgers/stopped-person.ts";
import type { Context, RequestPart } from "./context.ts";
import { earlierAnswer, idempotentWrite } from "./idempotent-write.ts";

type Ways = Pick<Context<RouteContract>, "read" | "write" | "mandates" | "act" | "open">;

/** The request whose work it is. */
export interface Work {
  readonly contract: RouteContract;
  readonly request: FastifyRequest;
  readonly actor: Actor | null;
  /** The actor is remembered, not read for this request: good only for what the writing statement asserts. */
  readonly remembered: boolean;
  readonly key: string | undefined;
}

/** Whoever is stopped does nothing of the postal service, as with things in hand. Looking is no act. */
const ACTS_OF_THE_POST: ReadonlySet<string> = new Set<Permission>([
  "postal.order",
  "postal.report",
  "postal.settle",
]);

/** The ways into the database that a use-case has. */
export function transactions(deps: Deps, work: Work): Ways {
  const home = () => homeOf(work);
  const writePart = async <T, Code extends string>(
    run: (tx: Tx, space: Space) => Promise<Result<T, Code>>,
    part?: RequestPart,
  ): Promise<Result<T, Code>> => {
    const { space } = home();
    const asked = writeRequest(deps, work, part);
    if (!asked) return refuse("input_malformed") as Result<never, Code>;
    const written = await idempotentWrite(deps.db, space, asked, (tx) => run(tx, space));
    return written as Result<T, Code>;
  };
  const writeUnlessStopped: Ways["write"] = <T, Code extends string>(
    run: (tx: Tx, space: Space) => Promise<Result<T, Code>>,
  ) =>
    decidedAfresh(
      deps,
      home().space,
      (facts) =>
        unlessMoved(
          writePart(async (tx, space): Promise<Result<T, Code | "right_suspended">> => {
            await holdEpoch(tx, facts);
            return refuseStopped(home().actor, facts, deps.clock.now()) ?? run(tx, space);
          }),
        ),
      // Each contract of theirs declares these two refusals.
    ) as Promise<Result<T, Code>>;
  return {
    read: (run, planned) => {
      const { actor, space } = home();
      const access = { places: actor.places, accountId: actor.accountId };
      return inSpace(deps.db, space, access, (tx) => run(tx, space), planned);
    },
    write: (run) =>
      ACTS_OF_THE_POST.has(work.contract.permission) ? writeUnlessStopped(run) : writePart(run),
    mandates: async () => deps.mandates.fresh(home().space),
    act: (run, part) =>
      decidedAfresh(deps, home().space, (facts) =>
        unlessMoved(writePart((tx, space) => run(tx, space, facts), part)),
      ),
    open: ((decide, part) => {
      const decided = work.remembered ? decidedOnce : decidedAfresh;
      return decided(deps, home().space, (facts) => open(deps, work, decide(facts), part));
    }) as Ways["open"],
  };
}

function homeOf({ actor, contract }: Work): { readonly actor: Actor; readonly space: Space } {
  invariant(actor?.space, `${contract.path} needs somebody with a space`);
  return { actor, space: actor.space };
}

/** Undefined for JSON nested so deeply that nothing could write it again. */
function writeRequest(deps: Deps, work: Work, part?: RequestPart): WriteRequest | undefined {
  const { actor } = homeOf(work);
  const body = bodyText(part ? part.body : work.request.body);
  if (body === undefined) return undefined;
  return {
    accountId: actor.accountId,
    places: actor.places,
    key: part?.key ?? work.key ?? "",
    route: `${work.contract.method} ${work.contract.path}`,
    hash: sha256(Buffer.concat([sha256(`${work.contract.method} ${work.request.url}`), sha256(body)])),
    now: deps.clock.now(),
  };
}

function bodyText(body: unknown): Uint8Array | string | undefined {
  if (body instanceof Uint8Array) return body;
  try {
    return JSON.stringify(body ?? null);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One try by the cached mandates, for a remembered actor: what it does not write is asked anew from the session on. */
async function decidedOnce<T, Code extends string>(
  deps: Deps,
  space: Space,
  attempt: (facts: MandateFacts) => Promise<Result<T, Code> | undefined>,
): Promise<Result<T, Code | "mandates_changed">> {
  return (await attempt(await deps.mandates.cached(space))) ?? refuse("mandates_changed");
}

/** Decides by the cached mandates, and once more by the new ones when they moved or an old cache refused the right. */
async function decidedAfresh<T, Code extends string>(
  deps: Deps,
  space: Space,
  attempt: (facts: MandateFacts) => Promise<Result<T, Code> | undefined>,
): Promise<Result<T, Code | "mandates_changed">> {
  const seen = await deps.mandates.cached(space);
  const first = await attempt(seen);
  if (first && !isRefusedRight(first)) return first;
  const facts = await deps.mandates.fresh(space);
  if (first && facts.epoch === seen.epoch) return first;
  return (await attempt(facts)) ?? refuse("mandates_changed");
}

function isRefusedRight(result: Result<unknown, string>): boolean {
  return !result.ok && MAY_ACT_REFUSALS.some((code) => code === result.code);
}

/** What the write answered, or undefined when the mandates that it was decided by are no longer those in force. */
async function unlessMoved<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof MandatesMoved) return undefined;
    throw error;
  }
}

type Decided = ReturnType<Parameters<Ways["open"]>[0]>;

/**
 * Writes a decided opening. A request that was answered before gets that answer, also when it would be refused by
 * now: its dossier is there. A remembered actor's refusal is not answered from before: nothing has
 * asserted the session yet, and the request is asked anew with the session read.
 */
async function open(
  deps: Deps,
  work: Work,
  decided: Decided,
  part?: RequestPart,
): Promise<Result<unknown, string> | undefined> {
  const { actor, space } = homeOf(work);
  const asked = writeRequest(deps, work, part);
  if (!asked) return refuse("input_malformed");
  if (!decided.ok)
    return work.remembered ? decided : ((await earlierAnswer(deps.db, space, asked)) ?? decided);
  const follow = partsOfOpening(deps, decided.value);
  const opened = await openDossier(
    deps.db,
    space,
    { ...asked, session: actor.session },
    decided.value,
    follow,
  );
  if (opened.kind === "opened") return done({ ...decided.value.answer, code: opened.code });
  // A request that was answered before is answered from then: what is open is its own dossier.
  if (opened.kind === "besides")
    return (
      (await earlierAnswer(deps.db, space, asked)) ?? refuse("applicant_has_open", { codes: opened.codes })
    );
  if (opened.kind === "rowTaken") return refuse("row_received_already");
  return opened.kind === "keyTaken" ? earlierAnswer(deps.db, space, asked) : undefined;
}
