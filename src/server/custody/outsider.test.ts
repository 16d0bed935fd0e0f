import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { openCarriers } from "#server/notices/carriers.ts";
import { sendCustodyCode } from "#server/notices/send-custody-code.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ref, holderOf, keepFile, refOf, sealedPacketOf, sign } from "../../../test/kit/custody.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

const NOTICES = { mail: null, sms: "file", zalo: "off", quiet: null } as const;
const SPACE = { id: "dong-thap", schema: "space_dong_thap" };
const DRIVER = { name: "Trần Văn Tài", paper: "CCCD 087085004321", phone: "0912 345 678" };

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp({ notices: NOTICES });
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

async function hand(packet: Ref, more: Readonly<Record<string, unknown>>) {
  const body = { things: [refOf(packet)], receiver: DRIVER, signature: await sign(desks.clerk), ...more };
  return desks.clerk.send("POST", "/custody/hand-overs", body);
}

/** The job's work: the code goes out, as the relay would send it. @returns what the phone shows */
async function sendCodes(): Promise<string> {
  const { rows } = await app.owner.query<{ payload: { codeId: string } }>(
    "select payload from space_dong_thap.outbox where topic = 'custody.code' order by created_at, seq desc",
  );
  const carriers = openCarriers(NOTICES, app.dataFolder);
  const codeId = rows.at(-1)?.payload.codeId ?? "";
  // Sent twice it is the same message.
  for (let time = 0; time < 2; time += 1)
    await sendCustodyCode({ deps: app.program.deps, carriers }, SPACE, codeId);
  const folder = path.join(app.dataFolder, "sms");
  const files = readdirSync(folder);
  expect(files).toContain(`${codeId}.json`);
  const { to, text } = JSON.parse(readFileSync(path.join(folder, `${codeId}.json`), "utf8")) as Record<
    string,
    string
  >;
  expect(to).toBe("0912345678");
  return /\d{6}/.exec(text ?? "")?.[0] ?? "";
}

const confirm = (manifestId: unknown, code: string) =>
  desks.clerk.send("POST", `/custody/manifests/${String(manifestId)}/code`, { code });

describe("somebody without an account takes something over", () => {
  test("signing on the screen, at once", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const done = passed(await hand(packet, { receiverSignature: await sign(desks.clerk) }));
    expect(done.body["state"]).toBe("accepted");
    expect(await holderOf(app, packet)).toMatch(/^outsider /);
    const { rows } = await app.owner.query<{ sealed: Buffer }>(
      "select sealed from space_dong_thap.custody_outsider",
    );
    expect(rows.some(({ sealed }) => sealed.includes("Trần"))).toBe(false);
  });

  test("by the code that came to the phone: until it is told everything stays with the giver", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const asked = passed(await hand(packet, {}));
    expect(asked.body["state"]).toBe("offered");
    const code = await sendCodes();
    expect(await holderOf(app, packet)).toMatch(/^person /);
    const wrong = code === "000000" ? "000001" : "000000";
    expect((await confirm(asked.body["manifestId"], wrong)).body["code"]).toBe("code_wrong");
    passed(await confirm(asked.body["manifestId"], code));
    expect(await holderOf(app, packet)).toMatch(/^outsider /);
    expect((await confirm(asked.body["manifestId"], code)).body["code"]).toBe("manifest_settled");
  });

  test("on the printed bảng kê: until it is attached everything stays with the giver", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const { phone: _, ...receiver } = DRIVER;
    const asked = passed(await hand(packet, { receiver, waitsFor: "paper" }));
    expect(asked.body["state"]).toBe("offered");
    expect((await confirm(asked.body["manifestId"], "000000")).body["code"]).toBe("code_expired");
    const path = `/custody/manifests/${String(asked.body["manifestId"])}/signed-paper`;
    const drawn = { fileId: await keepFile(desks.clerk, "signature") };
    expect((await desks.clerk.send("POST", path, drawn)).body["code"]).toBe("file_missing");
    expect(await holderOf(app, packet)).toMatch(/^person /);
    const signed = { fileId: await keepFile(desks.clerk, "signedPaper") };
    expect((await desks.officer.send("POST", path, signed)).body["code"]).toMatch(
      /^(not_found|manifest_not_yours)$/,
    );
    passed(await desks.clerk.send("POST", path, signed));
    expect(await holderOf(app, packet)).toMatch(/^outsider /);
    expect((await desks.clerk.send("POST", path, signed)).body["code"]).toBe("manifest_settled");
  });

  test("on paper too where the message with the code does not come", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const asked = passed(await hand(packet, {}));
    const path = `/custody/manifests/${String(asked.body["manifestId"])}/signed-paper`;
    passed(await desks.clerk.send("POST", path, { fileId: await keepFile(desks.clerk, "signedPaper") }));
    expect(await holderOf(app, packet)).toMatch(/^outsider /);
  });

  test("five wrong tries end a code, also one after the other at one moment", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const asked = passed(await hand(packet, {}));
    const code = await sendCodes();
    const wrong = code === "000000" ? "000001" : "000000";
    await Promise.all(Array.from({ length: 5 }, () => confirm(asked.body["manifestId"], wrong)));
    expect((await confirm(asked.body["manifestId"], code)).body["code"]).toBe("code_expired");
    expect(await holderOf(app, packet)).toMatch(/^person /);
    // Another one is sent, not at once and not without end, and it alone counts.
    const again = async () =>
      desks.clerk.send("POST", `/custody/manifests/${String(asked.body["manifestId"])}/code-again`, {});
    expect((await again()).body["code"]).toBe("code_too_soon");
    for (let time = 0; time < 4; time += 1) {
      app.clock.advance(60_000);
      passed(await again());
    }
    app.clock.advance(60_000);
    expect((await again()).body["code"]).toBe("code_too_often");
    passed(await confirm(asked.body["manifestId"], await sendCodes()));
    expect(await holderOf(app, packet)).toMatch(/^outsider /);
  });

  test("a code is over after a quarter of an hour", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const asked = passed(await hand(packet, {}));
    const code = await sendCodes();
    app.clock.advance(15 * 60_000);
    expect((await confirm(asked.body["manifestId"], code)).body["code"]).toBe("code_expired");
  });

  test.each([
    { receiver: { ...DRIVER, phone: "không có" }, code: "phone_unreadable", because: "that is no number" },
    {
      receiver: { ...DRIVER, phone: "0277 3833 111" },
      code: "phone_unreadable",
      because: "no message goes to a landline",
    },
    { receiver: { name: "Tài", paper: "CCCD" }, code: "phone_unreadable", because: "there is no number" },
  ])("$code: $because", async ({ receiver, code }) => {
    const packet = await sealedPacketOf(app, desks.clerk);
    expect((await hand(packet, { receiver })).body["code"]).toBe(code);
  });

  test("one drawing is not both signatures", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const signature = await sign(desks.clerk);
    expect((await hand(packet, { signature, receiverSignature: signature })).body["code"]).toBe(
      "file_missing",
    );
    expect(await holderOf(app, packet)).toMatch(/^person /);
  });

  test("where no message can be sent a code is not offered", async () => {
    await using silent = await testApp();
    const { clerk } = await openDesks(silent);
    const packet = await sealedPacketOf(silent, clerk);
    const body = { things: [refOf(packet)], receiver: DRIVER, signature: await sign(clerk) };
    expect((await clerk.send("POST", "/custody/hand-overs", body)).body["code"]).toBe("code_not_sendable");
  });
});
