import type { CallProblem } from "./api.ts";

/** Carries a problem through the query library, which knows failures only as thrown errors. */
export class CallFailure extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(problem.kind === "refused" ? problem.code : problem.kind);
    this.name = "CallFailure";
    this.problem = problem;
  }
}
