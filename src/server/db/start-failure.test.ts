import { describe, expect, test } from "vitest";
import { StartFailure, explainDiskFull, explainFolderError } from "./start-failure.ts";

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe("a full disk is one sentence, whoever met it", () => {
  test.each([
    { error: withCode("could not extend file", "53100"), because: "the running server says so by its code" },
    { error: withCode("write failed", "ENOSPC"), because: "the operating system says so" },
    { error: new Error("FATAL: No space left on device"), because: "the server's log says so" },
  ])("$because", ({ error }) => {
    expect(explainDiskFull(error, "/srv/data")).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/^The disk that holds \/srv\/data is full: /),
    });
  });

  test("another error stays what it is: a bug is not explained away", () => {
    const bug = withCode("no such file", "ENOENT");
    expect(explainDiskFull(bug, "/srv/data")).toBe(bug);
    expect(explainFolderError(bug, "/srv/data")).toBeInstanceOf(StartFailure);
    const told = new StartFailure("told");
    expect(explainDiskFull(told, "/srv/data")).toBe(told);
  });
});
