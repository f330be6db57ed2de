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

let current: Locale = DEFAULT_LOCALE;

export function currentLocale(): Locale {
  return current;
}

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.includes(text as Locale);
}

/** What the person chose here before, else Chinese: the product's default, whatever the browser says. */
export function keptLocale(): Locale {
  const kept = localStorage.getItem(KEPT);
  return isLocale(kept) ? kept : DEFAULT_LOCALE;
}

export async function chooseLocale(locale: Locale): Promise<void> {
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
  await i18next.changeLanguage(locale);
  current = locale;
  localStorage.setItem(KEPT, locale);
  document.documentElement.lang = locale;
}

/** A name of the workspace's own (status, category, team) in the reader's language. */
export function localised(name: Record<string, string> | null | undefined, locale: string = current): string {
  if (!name) return "";
  return name[locale] || name[DEFAULT_LOCALE] || Object.values(name)[0] || "";
}
