/** What is entered of a mailbox, and what is sent of it. */
import type { Mailbox, Preset, Wish } from "./queries";

export type Security = "tls" | "starttls" | "plain";

export interface Server {
  host: string;
  port: number;
  security: Security;
  user: string;
  folder?: string;
}

/** Who grants access to the mailbox, and as which application we ask. */
export interface Application {
  provider: string;
  client_id: string;
  tenant: string;
  authorize_url: string;
  token_url: string;
  /** With spaces between. */
  scopes: string;
}

export interface Entered {
  address: string;
  name: string;
  /** Where its tickets start; none: routing alone says. */
  team: string | null;
  reads: boolean;
  sends: boolean;
  /** By passwords, or by consent of the provider. */
  login: "password" | "oauth";
  /** Sending signs in as reading does. */
  sameLogin: boolean;
  settings: { imap: Server; smtp: Server; oauth: Application; plus_addressing: boolean; trusted_relay: string };
  secrets: { imap: string; smtp: string; oauth: string };
}

export const PORTS: Record<"imap" | "smtp", Record<Security, number>> = {
  imap: { tls: 993, starttls: 143, plain: 143 },
  smtp: { tls: 465, starttls: 587, plain: 25 },
};

const server = (way: "imap" | "smtp"): Server => ({ host: "", port: PORTS[way].tls, security: "tls", user: "" });

export const NEW: Entered = {
  address: "",
  name: "",
  team: null,
  reads: true,
  sends: true,
  login: "password",
  sameLogin: true,
  settings: {
    imap: { ...server("imap"), folder: "INBOX" },
    smtp: server("smtp"),
    oauth: { provider: "other", client_id: "", tenant: "", authorize_url: "", token_url: "", scopes: "" },
    plus_addressing: false,
    trusted_relay: "",
  },
  secrets: { imap: "", smtp: "", oauth: "" },
};

type KeptApplication = { [Member in keyof Omit<Application, "scopes">]?: string | null } & { scopes?: string[] };

interface Kept {
  oauth?: KeptApplication | null;
  imap?: Server | null;
  smtp?: (Omit<Server, "user"> & { user: string | null }) | null;
  plus_addressing?: boolean;
  trusted_relay?: string | null;
}

/** A mailbox as it is kept; passwords never come back. */
export function enteredOf(mailbox: Mailbox): Entered {
  const { imap, smtp, oauth, plus_addressing = false, trusted_relay } = mailbox.settings as Kept;
  return {
    address: mailbox.address,
    name: mailbox.name,
    team: mailbox.team,
    reads: Boolean(imap),
    sends: Boolean(smtp),
    login: oauth ? "oauth" : "password",
    sameLogin: !imap || !smtp || imap.user === smtp.user,
    settings: {
      imap: { ...NEW.settings.imap, ...imap },
      smtp: { ...NEW.settings.smtp, ...smtp, user: smtp?.user ?? "" },
      oauth: applicationOf(oauth ?? {}),
      plus_addressing,
      trusted_relay: trusted_relay ?? "",
    },
    secrets: { imap: "", smtp: "", oauth: "" },
  };
}

function applicationOf({ scopes = [], ...kept }: KeptApplication): Application {
  const named = Object.entries(kept).filter(([, value]) => value != null);
  return { ...NEW.settings.oauth, ...Object.fromEntries(named), scopes: scopes.join(" ") };
}

/** What another provider needs is not sent of one whose endpoints are known. */
function sentOf({ provider, ...entered }: Application) {
  const own = { provider, client_id: entered.client_id.trim() };
  if (provider === "google") return own;
  if (provider === "microsoft") return { ...own, tenant: entered.tenant.trim() || null };
  const [authorize_url, token_url] = [entered.authorize_url.trim() || null, entered.token_url.trim() || null];
  return { ...own, authorize_url, token_url, scopes: entered.scopes.split(/\s+/).filter(Boolean) };
}

/** A form gives no values of fields that it does not show. */
function whole(shown: Entered): Entered {
  const settings = { ...NEW.settings, ...shown.settings };
  for (const part of ["imap", "smtp", "oauth"] as const) {
    Object.assign(settings, { [part]: { ...NEW.settings[part], ...settings[part] } });
  }
  return { ...NEW, ...shown, settings, secrets: { ...NEW.secrets, ...shown.secrets } };
}

function secretsOf({ reads, sends, login, sameLogin, secrets }: Entered): Record<string, string> {
  if (login === "oauth") return secrets.oauth ? { oauth: secrets.oauth } : {};
  const given: Record<string, string> = {};
  if (reads && secrets.imap) given.imap = secrets.imap;
  const forSending = sameLogin && reads ? secrets.imap : secrets.smtp;
  if (sends && forSending) given.smtp = forSending;
  return given;
}

/** Without a user of its own the address signs in. */
function loginsOf({ address, reads, login, sameLogin, settings }: Entered) {
  const reading = settings.imap.user.trim() || address.trim();
  const isShared = sameLogin && reads;
  const own = settings.smtp.user.trim() || (login === "oauth" ? address.trim() : null);
  return { reading, sending: isShared ? reading : own };
}

/** The body of a request; a password that is not entered is left out, and stays. */
export function wishOf(shown: Entered): Wish {
  const entered = whole(shown);
  const { address, name, team, reads, sends, settings } = entered;
  const { reading, sending } = loginsOf(entered);
  const { folder, ...imap } = settings.imap;
  const { folder: _none, ...smtp } = settings.smtp;
  return {
    kind: "mail",
    address: address.trim(),
    name: name.trim(),
    team: team ?? null,
    settings: {
      imap: reads ? { ...imap, host: imap.host.trim(), user: reading, folder: folder?.trim() || "INBOX" } : null,
      smtp: sends ? { ...smtp, host: smtp.host.trim(), user: sending } : null,
      oauth: entered.login === "oauth" ? sentOf(settings.oauth) : null,
      plus_addressing: settings.plus_addressing,
      trusted_relay: settings.trusted_relay.trim() || null,
    },
    secrets: secretsOf(entered),
  };
}

/** Whose mailbox an address is. */
export function presetOf(presets: readonly Preset[], address: string): Preset | undefined {
  const domain = address.trim().toLowerCase().split("@")[1] ?? "";
  return presets.find(({ domains }) => domains.includes(domain));
}

/** Whose servers stand there; two offers of one provider may share one of theirs. */
export function providerOf(presets: readonly Preset[], ...hosts: readonly string[]): Preset | undefined {
  const names = hosts.map((host) => host.trim().toLowerCase()).filter(Boolean);
  const has = ({ settings }: Preset, name: string) =>
    Object.values(settings as Record<string, Server>).some((one) => one.host === name);
  const all = presets.find((preset) => names.length > 0 && names.every((name) => has(preset, name)));
  return all ?? presets.find((preset) => names.some((name) => has(preset, name)));
}

/** The servers of a provider, in the place of what stood there. */
export function withPreset(settings: Entered["settings"], preset: Preset): Entered["settings"] {
  const { imap, smtp } = preset.settings as Partial<Record<"imap" | "smtp", Partial<Server>>>;
  const oauth = preset.provider ? { ...settings.oauth, provider: preset.provider } : settings.oauth;
  return { ...settings, oauth, imap: { ...settings.imap, ...imap }, smtp: { ...settings.smtp, ...smtp } };
}
