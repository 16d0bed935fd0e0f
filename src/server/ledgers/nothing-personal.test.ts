import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { testApp } from "../../../test/kit/test-app.ts";

const APPLICANT = {
  kind: "person",
  name: "Huỳnh Ngọc Diễm",
  identityNumber: "087191987654",
  birthDate: "1991-08-23",
  address: "Số 77 tổ dân phố Rạch Gầm",
  phone: "0987654321",
  email: "diem.rachgam@example.vn",
} as const;
const SUBMITTER = {
  ...APPLICANT,
  name: "Phan Hữu Lộc",
  identityNumber: "087085112233",
  phone: "0911222333",
  email: "loc@example.vn",
};
const PROXY = {
  name: "Mai Thị Sáu",
  identityNumber: "087299445566",
  authorisation: "Giấy ủy quyền viết tay của bà Diễm",
};
const WORDS = {
  remarks: "Bà Diễm xin nhận sớm vì đi xa",
  note: "Đã gọi cho ông Lộc",
  reason: "Sai ngày sinh của bà Diễm",
};

/** What must never be read in a table or a log. Names of applicants stand in two columns, where people look them up. */
const SECRETS = [
  APPLICANT.identityNumber,
  APPLICANT.phone,
  APPLICANT.address,
  APPLICANT.email,
  APPLICANT.birthDate,
  SUBMITTER.identityNumber,
  SUBMITTER.phone,
  SUBMITTER.email,
  SUBMITTER.name,
  PROXY.name,
  PROXY.identityNumber,
  PROXY.authorisation,
  WORDS.remarks,
  WORDS.note,
  WORDS.reason,
];

test("after a whole errand nothing personal is readable in any table or line of the log", async () => {
  await using app = await testApp({ jobs: true });
  const desks = await openDesks(app);
  const draftId = randomUUID();
  await desks.clerk.send("PUT", `/drafts/${draftId}`, {
    version: 0,
    title: APPLICANT.name,
    content: { APPLICANT, SUBMITTER, ...WORDS },
  });
  const authorisation = { date: "2026-11-10", scope: "Nộp hồ sơ", relation: "spouse" };
  const parties = { applicant: APPLICANT, submitter: SUBMITTER, authorisation };
  const id = String((await receive(desks.clerk, { ...parties, remarks: WORDS.remarks })).body["dossierId"]);
  passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1, note: WORDS.note }));
  const other = String((await receive(desks.clerk, parties)).body["dossierId"]);
  await bringTo(desks, other, "awaitingApproval");
  passed(
    await desks.approver.send("POST", `/dossiers/${other}/sending-back`, {
      version: 4,
      reason: WORDS.reason,
    }),
  );
  const third = String((await receive(desks.clerk, parties)).body["dossierId"]);
  await bringTo(desks, third, "finished");
  const form = await returnForm(desks.clerk, third, 5);
  passed(
    await desks.clerk.send("POST", `/dossiers/${third}/return`, {
      ...form,
      collector: "proxy",
      proxy: PROXY,
    }),
  );
  await desks.clerk.get(`/dossiers?q=${encodeURIComponent(APPLICANT.identityNumber)}`);
  passed(await desks.clerk.get(`/dossiers/${id}`));
  passed(await desks.clerk.get(`/dossiers/${id}/receipt`));

  // Refusals and an error of the program may not tell either.
  await desks.clerk.send("POST", "/dossiers", {
    ...(await aForm(desks.clerk)),
    applicant: { ...APPLICANT, sex: "x" },
  });
  await desks.clerk.send("POST", "/dossiers", {
    ...(await aForm(desks.clerk)),
    applicant: { ...APPLICANT, phone: `${APPLICANT.phone}99999999` },
  });
  await app.owner.query(
    "alter table space_dong_thap.party add constraint broken check (role <> 'submitter') not valid",
  );
  expect(
    (await desks.clerk.send("POST", "/dossiers", { ...(await aForm(desks.clerk)), ...parties })).status,
  ).toBe(500);

  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const written: string[] = [];
  for (const { name } of tables) {
    const { rows } = await app.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    const text = rows.map(({ row }) => row).join("\n");
    for (const secret of SECRETS) {
      if (text.includes(secret) || text.includes(Buffer.from(secret).toString("hex")))
        written.push(`${name}: ${secret}`);
    }
    if (text.includes(APPLICANT.name) && name !== "space_dong_thap.dossier")
      written.push(`${name}: the applicant's name`);
  }
  expect(written).toEqual([]);
  const logged = app.logged.join("\n");
  expect(logged).toContain("a request failed by a bug");
  for (const secret of [...SECRETS, APPLICANT.name]) expect(logged).not.toContain(secret);
});
