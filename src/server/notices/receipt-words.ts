import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import type { ReceiptData, ReceiptPaper } from "../print/receipt-data.ts";
import type { Mail, Sms } from "./message.ts";

/** What a citizen is told when Mẫu 01 comes by e-mail; the paper itself is attached. */
export function receiptMail(
  id: string,
  address: string,
  { data, content }: { readonly data: ReceiptData; readonly content: Buffer },
): Mail {
  const facts = factsOf(data);
  const opening = `${data.unitName} đã tiếp nhận hồ sơ của Ông (Bà).`;
  const greeting = `Kính gửi Ông (Bà) ${data.submitterName},`;
  return {
    id,
    to: { name: data.submitterName, address },
    subject: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${data.dossierCode}`,
    text: [
      greeting,
      opening,
      facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
      ...CLOSING,
    ].join("\n\n"),
    html: page([greeting, opening], facts, CLOSING),
    attachment: { fileName: `${data.dossierCode}.pdf`, content },
  };
}

/** The text message: code, day and link, and nothing else of the person or the matter. */
export function receiptSms(id: string, to: string, { dossierCode, dueAt, trackUrl }: ReceiptData): Sms {
  const day = formatDay(localTime(dueAt).day);
  return { id, to, text: `Hồ sơ ${dossierCode} đã được tiếp nhận, hẹn trả ngày ${day}. Xem: ${trackUrl}` };
}

const TRACK_LABEL = "Xem tình trạng hồ sơ";
const CLOSING = [
  "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01) gửi kèm thư này. Ông (Bà) giữ lại để nhận kết quả.",
  "Thư do phần mềm gửi tự động, xin không trả lời thư này.",
] as const;

type Fact = readonly [label: string, value: string];

function factsOf(data: ReceiptData): readonly Fact[] {
  const { day, minute } = localTime(data.dueAt);
  return [
    ["Mã hồ sơ", data.dossierCode],
    ["Thủ tục", data.requestContent.procedureName],
    ["Giấy tờ đã nhận", data.papers.map(paperWords).join("; ") || "không có"],
    ["Hẹn trả kết quả", `${formatMinute(minute)} ngày ${formatDay(day)}`],
    ...(data.dueNote === undefined ? [] : ([["Lưu ý", data.dueNote]] as const)),
    ["Nơi nhận kết quả", data.returnPlace],
    [TRACK_LABEL, data.trackUrl],
  ];
}

/** @example "Tờ khai (1 bản chính, 2 bản sao)" */
function paperWords({ name, originals, copies, shownOnly }: ReceiptPaper): string {
  if (shownOnly) return `${name} (đã xuất trình)`;
  const amounts = [
    ...(originals > 0 ? [`${originals} bản chính`] : []),
    ...(copies > 0 ? [`${copies} bản sao`] : []),
  ];
  return amounts.length === 0 ? name : `${name} (${amounts.join(", ")})`;
}

function page(above: readonly string[], facts: readonly Fact[], below: readonly string[]): string {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  const rows = facts.map(
    ([label, value]) => `<tr><th ${HEAD}>${label}</th><td ${CELL}>${cell(label, value)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Giấy tiếp nhận hồ sơ</title></head>
<body style="font-family: sans-serif; line-height: 1.5">
${paragraphs(above)}
<table style="border-collapse: collapse">
${rows.join("\n")}
</table>
${paragraphs(below)}
</body></html>`;
}

const HEAD = 'scope="row" style="text-align: left; vertical-align: top; padding: 4px 16px 4px 0"';
const CELL = 'style="padding: 4px 0"';

function cell(label: string, value: string): string {
  const text = escaped(value);
  return label === TRACK_LABEL ? `<a href="${text}">${text}</a>` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
