import { type Problem, REFUSALS, type RefusalCode } from "#contract/refusals.ts";
import type { Refusal } from "#domain/shared/result.ts";
import type { FastifyReply } from "fastify";

/** Answers a refusal as problem details (RFC 9457); `code` is what programs and screens go by. */
export function sendProblem(reply: FastifyReply, refusal: Refusal<RefusalCode>): FastifyReply {
  const { status, title } = REFUSALS[refusal.code];
  const problem: Problem = {
    type: `urn:motcua:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    details: refusal.details,
    requestId: reply.request.id,
  };
  // Both bounds on requests tell their window in minutes: who asks again then is let through.
  const { minutes } = refusal.details;
  if (status === 429 && typeof minutes === "number") reply.header("retry-after", Math.ceil(minutes * 60));
  return reply.code(status).type("application/problem+json").serializer(JSON.stringify).send(problem);
}
