/** Languages of the interface. One catalogue per language and area; both must hold the same keys (catalogs.test.ts). */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "zh-CN";

const KEPT = "gongdan.locale";

/** A language travels as one chunk, loaded when it is chosen. */
const loaders: Record<Locale, () => Promise<{ default: Record<string, object> }>> = {
  "zh-CN": () => import("./zh-CN"),
  en: () => import("./en"),
};

/** Texts of areas that few open: `areas/<name>.json` of each language, loaded with their screens. */
const areas = import.meta.glob<Record<string, object>>("./*/areas/*.json", { import: "default" });

const needed = new Set<string>();

/** These areas are about to be shown: their texts are there, in this language and in any that is chosen later. */
export async function needTexts(...names: readonly string[]): Promise<void> {
  for (const name of names) needed.add(name);
  await addAreas(current, names);
}

async function addAreas(locale: Locale, names: Iterable<string>): Promise<void> {
  const missing = [...names].filter((name) => !i18next.exists(name, { lng: locale, returnObjects: true }));
  const read = missing.map(async (name) => [name, await areas[`./${locale}/areas/${name}.json`]?.()] as const);
  const texts = Object.fromEntries(await Promise.all(read));
  i18next.addResourceBundle(locale, "translation", texts, true);
}

let current: Locale = DEFAULT_LOCALE;

export function currentLocale(): Locale {
  return current;
}

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.includes(text as Locale);
}

/** What the person chose here before. A browser may forbid to keep it: the choice then lasts as long as the page. */
export function keptLocale(): Locale | undefined {
  try {
    const kept = localStorage.getItem(KEPT);
    return isLocale(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export async function chooseLocale(locale: Locale): Promise<void> {
  await speak(locale);
  try {
    localStorage.setItem(KEPT, locale);
  } catch {
    // See `keptLocale`.
  }
}

/** Speaks the first of `wished` that it knows, without keeping it; `zh-TW` and `en-GB` are near enough. */
export async function showLocale(wished: readonly (string | undefined)[]): Promise<void> {
  const known = wished.map((each) => LOCALES.find((locale) => each?.split("-")[0] === locale.split("-")[0]));
  await speak(known.find(Boolean) ?? DEFAULT_LOCALE);
}

async function speak(locale: Locale): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: locale,
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  if (!i18next.hasResourceBundle(locale, "translation")) {
    i18next.addResourceBundle(locale, "translation", (await loaders[locale]()).default);
  }
  await addAreas(locale, needed);
  await i18next.changeLanguage(locale);
  current = locale;
  document.documentElement.lang = locale;
}

/** A name of the workspace's own (status, category, team) in the reader's language. */
export function localised(name: Record<string, string> | null | undefined, locale: string = current): string {
  if (!name) return "";
  return name[locale] || name[DEFAULT_LOCALE] || Object.values(name)[0] || "";
}
