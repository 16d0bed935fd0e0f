import { DEFAULT_QUIET_HOURS, type QuietHours, readQuietHours } from "#domain/notice/quiet-hours.ts";
import { readEmail } from "#domain/person/email.ts";
import { StartFailure } from "./db/start-failure.ts";

/** By what citizens are told. */
export interface NoticeSettings {
  /** Null: no e-mail is sent. `file`: each is written into a file, as text messages are. */
  readonly mail: MailSettings | "file" | null;
  /** `file`: each text message is written into a file, for a program of the operator to send. */
  readonly sms: "off" | "file";
  /** The same for messages by Zalo, to the telephone number. */
  readonly zalo: "off" | "file";
  /** When nothing is sent; null: at any hour. What waits goes when they end. */
  readonly quiet: QuietHours | null;
}

export interface MailSettings {
  readonly server: SmtpServer;
  readonly from: { readonly name: string; readonly address: string };
}

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `wrapped` from the first byte, `upgrade` before anything is said (STARTTLS, required), `none` in the clear. */
  readonly tls: "wrapped" | "upgrade" | "none";
  readonly signIn: { readonly user: string; readonly password: string } | null;
}

const PORTS = { "smtp:": 587, "smtps:": 465 } as const;
/** Nothing that is said to the own machine crosses a network. */
const OWN_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Reads how citizens are told. A value that cannot be meant is not repeated: it may hold a password.
 * @param unsaid what holds for a way that no setting names: a demo writes files, so that its page has something to show
 * @throws StartFailure with one sentence
 * @example readNoticeSettings({ MOTCUA_SMS: "off" }, "file") → everything into files, but no text message
 */
export function readNoticeSettings(
  env: Readonly<Record<string, string | undefined>>,
  unsaid: "off" | "file" = "off",
): NoticeSettings {
  return {
    mail: readMail(env["MOTCUA_SMTP_URL"] || unsaid, env["MOTCUA_MAIL_FROM"]),
    sms: readFolder("MOTCUA_SMS", env["MOTCUA_SMS"] || unsaid),
    zalo: readFolder("MOTCUA_ZALO", env["MOTCUA_ZALO"] || unsaid),
    quiet: readQuiet(env["MOTCUA_QUIET_HOURS"]),
  };
}

function readMail(url: string, from: string | undefined): NoticeSettings["mail"] {
  if (url === "off") return null;
  if (url === "file") return "file";
  const server = readServer(url);
  if (!server)
    throw new StartFailure(
      "MOTCUA_SMTP_URL must be off, file or an address like smtps://name:password@mail.example.vn, with special characters as %XX.",
    );
  const sender = readSender(from ?? "");
  if (!sender)
    throw new StartFailure(
      "MOTCUA_MAIL_FROM must name the sender, like Một cửa Bình Thành <motcua@example.vn>, when MOTCUA_SMTP_URL is set.",
    );
  return { server, from: sender };
}

/** @example readServer("smtp://mail.vidu.vn") → { host: "mail.vidu.vn", port: 587, tls: "upgrade", signIn: null } */
function readServer(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "smtp:" && url.protocol !== "smtps:")) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = decoded(url.username);
  const password = decoded(url.password);
  const tls = readTls(url, host);
  if (host === "" || !tls || user === undefined || password === undefined) return undefined;
  return {
    host,
    port: url.port === "" ? PORTS[url.protocol] : Number(url.port),
    tls,
    signIn: user === "" ? null : { user, password },
  };
}

function readTls({ protocol, searchParams }: URL, host: string): SmtpServer["tls"] | undefined {
  const wanted = searchParams.get("tls");
  if (wanted !== null && wanted !== "none") return undefined;
  if (protocol === "smtps:") return wanted === null ? "wrapped" : undefined;
  return wanted === "none" || OWN_MACHINE.test(host) ? "none" : "upgrade";
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readSender(text: string): MailSettings["from"] | undefined {
  const [, name = "", inside, alone = ""] = /^(?:([^<>]*)<([^<>]+)>|([^<>]+))$/.exec(text.trim()) ?? [];
  const address = readEmail(inside ?? alone);
  return address.ok ? { name: name.trim(), address: address.value } : undefined;
}

function readFolder(name: string, text: string): "off" | "file" {
  if (text === "off" || text === "file") return text;
  throw new StartFailure(`${name} must be off or file.`);
}

function readQuiet(text: string | undefined): QuietHours | null {
  if (!text) return DEFAULT_QUIET_HOURS;
  if (text === "off") return null;
  const quiet = readQuietHours(text);
  if (!quiet) throw new StartFailure("MOTCUA_QUIET_HOURS must be off or hours like 21:00-07:00.");
  return quiet;
}
