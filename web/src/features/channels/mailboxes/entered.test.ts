import { expect, test } from "vitest";
import en from "@/lib/i18n/en/areas/mailboxes.json";
import zh from "@/lib/i18n/zh-CN/areas/mailboxes.json";
import { enteredOf, NEW, presetOf, providerOf, wishOf, withPreset } from "./entered";
import type { Mailbox, Preset } from "./queries";

const PRESET = {
  key: "163",
  name: {},
  domains: ["163.com"],
  login: {},
  takes_passwords: true,
  provider: null,
  settings: {
    imap: { host: "imap.163.com", port: 993, security: "tls" },
    smtp: { host: "smtp.163.com", port: 465, security: "tls" },
  },
} as unknown as Preset;

const filled = { ...NEW, address: " help@163.com ", name: "客服", settings: withPreset(NEW.settings, PRESET) };

test("a preset is found by the domain of an address, and by its servers", () => {
  expect(presetOf([PRESET], "Help@163.COM")?.key).toBe("163");
  expect(presetOf([PRESET], "help@acme.example")).toBeUndefined();
  expect(providerOf([PRESET], "SMTP.163.com ")?.key).toBe("163");
});

test("the address signs in where no user is entered, and one password serves both ways", () => {
  const { settings, secrets } = wishOf({ ...filled, secrets: { ...NEW.secrets, imap: "code" } });
  expect(settings).toMatchObject({
    imap: { host: "imap.163.com", user: "help@163.com", folder: "INBOX" },
    smtp: { host: "smtp.163.com", port: 465, user: "help@163.com" },
  });
  expect(secrets).toEqual({ imap: "code", smtp: "code" });
});

test("a password that is not entered is left out, and a way that is off has no server", () => {
  const { settings, secrets } = wishOf({
    ...filled,
    reads: false,
    sameLogin: true,
    secrets: { ...NEW.secrets, imap: "x" },
  });
  expect(settings).toMatchObject({ imap: null, smtp: { user: null } });
  expect(secrets).toEqual({});
});

test("consent of a provider takes the place of passwords", () => {
  const oauth = {
    ...NEW.settings.oauth,
    client_id: " abc ",
    tenant: " ",
    token_url: "https://x.test/t",
    scopes: "a  b",
  };
  const secrets = { imap: "left over", smtp: "", oauth: "hush" };
  const entered = { ...filled, login: "oauth" as const, secrets, settings: { ...filled.settings, oauth } };
  const other = { provider: "other", client_id: "abc", authorize_url: null, token_url: "https://x.test/t" };
  expect(wishOf(entered)).toMatchObject({
    secrets: { oauth: "hush" },
    settings: { oauth: { ...other, scopes: ["a", "b"] } },
  });
  const microsoft = { ...entered.settings, oauth: { ...oauth, provider: "microsoft" } };
  expect(wishOf({ ...entered, settings: microsoft }).settings?.oauth).toEqual({
    provider: "microsoft",
    client_id: "abc",
    tenant: null,
  });
  const shown = { ...entered.settings, oauth: { provider: "google", client_id: "abc" } as typeof oauth };
  expect(wishOf({ ...entered, settings: shown }).settings?.oauth).toEqual({ provider: "google", client_id: "abc" });
  const kept = { ...wishOf(entered), id: 7 } as unknown as Mailbox;
  expect(wishOf(enteredOf(kept))).toEqual({ ...wishOf(entered), secrets: {} });
  const sending = { ...entered, reads: false };
  expect(wishOf(sending).settings).toMatchObject({ smtp: { user: "help@163.com" } });
});

test("a form that shows one way only can be sent", () => {
  const { imap } = filled.settings;
  const shown = { ...filled, sends: false, settings: { imap }, secrets: undefined } as unknown as typeof filled;
  expect(wishOf(shown)).toMatchObject({
    settings: { imap: { host: "imap.163.com" }, smtp: null, oauth: null },
    secrets: {},
  });
});

test("of two offers with a server in common the one with both is meant", () => {
  const servers = (smtp: string) => ({ imap: { host: "imap.x.test" }, smtp: { host: smtp } });
  const offers = ["a", "b"].map((key) => ({
    ...PRESET,
    key,
    settings: servers(`${key}.x.test`),
  })) as unknown as Preset[];
  expect(providerOf(offers, "imap.x.test", "b.x.test")?.key).toBe("b");
  expect(providerOf(offers, "imap.x.test", "")?.key).toBe("a");
  expect(providerOf(offers, "", "")).toBeUndefined();
});

test("its team goes along, and none is none", () => {
  expect(wishOf(filled).team).toBeNull();
  expect(wishOf({ ...filled, team: "finance" }).team).toBe("finance");
});

test("what is kept comes back as it was entered, but for its passwords", () => {
  const wish = wishOf({ ...filled, secrets: { ...NEW.secrets, imap: "code" } });
  const kept = { ...wish, id: 7, has_secrets: true } as unknown as Mailbox;
  expect(wishOf(enteredOf(kept))).toEqual({ ...wish, secrets: {} });
});

test.each([
  ["zh-CN", zh.part],
  ["en", en.part],
])("the bar has a name for each part that may be unsaved, in %s", (_locale, part) => {
  expect(Object.keys(part).sort()).toEqual(Object.keys(NEW).sort());
});
