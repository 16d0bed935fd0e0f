import path from "node:path";
import type { NoticeChannel } from "#domain/notice/notice.ts";
import type { NoticeSettings } from "../notice-settings.ts";
import type { Carriers } from "./message.ts";
import { smsFolder } from "./sms-folder.ts";
import { smtpMailer } from "./smtp-mailer.ts";

/** The ways that the settings name. Text messages are written below the data folder. */
export function openCarriers({ mail, sms }: NoticeSettings, dataDir: string): Carriers {
  return {
    email: mail && smtpMailer(mail),
    sms: sms === "file" ? smsFolder(path.join(dataDir, "sms")) : null,
  };
}

/** The channels that lead somewhere. */
export function openChannels({ email, sms }: Carriers): readonly NoticeChannel[] {
  return [...(email ? (["email"] as const) : []), ...(sms ? (["sms"] as const) : [])];
}
