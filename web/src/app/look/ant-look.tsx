/** Ant Design in the product's own colours; one cascade layer, so that plain rules of the product always win. */
import { StyleProvider } from "@ant-design/cssinjs";
import { theme as antTheme, ConfigProvider, type ThemeConfig } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "@/lib/store";
import { useWords } from "@/lib/words";
import { isSpoken } from "@/ui/states/voice";
import tokens from "@/ui/tokens/tokens.json";
import css from "./ant-look.module.css";
import { type Theme, themeStore } from "./theme";

/** antd computes shades from colours, and so needs them as such instead of as variables. */
function seeds(theme: Theme): ThemeConfig["token"] {
  const of = (name: keyof typeof tokens.colour) => tokens.colour[name][theme === "dark" ? 1 : 0];
  return {
    colorPrimary: of("primary"),
    colorBgBase: of("surface"),
    colorBgElevated: of("raised"),
    colorTextBase: of("text"),
    colorBorder: of("line-strong"),
    colorBorderSecondary: of("line"),
    colorTextPlaceholder: of("text-3"),
    colorTextTertiary: of("text-3"),
    colorTextDescription: of("text-3"),
    colorTextLightSolid: of("on-accent"),
    colorLink: of("accent"),
    colorError: of("red"),
    colorBgMask: of("mask"),
    fontSize: tokens.type[14],
    fontSizeSM: tokens.type[12],
    fontSizeLG: tokens.type[16],
    borderRadius: tokens.radius[6],
    borderRadiusSM: tokens.radius[4],
    borderRadiusLG: tokens.radius[8],
    controlHeight: tokens.control[32],
    controlHeightSM: tokens.control[28],
    controlHeightLG: tokens.control[40],
    motionDurationMid: `${tokens.motion.fast / 1000}s`,
    motionDurationSlow: `${tokens.motion.slow / 1000}s`,
  };
}

function themeConfig(theme: Theme): ThemeConfig {
  return {
    algorithm: theme === "dark" ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    cssVar: { key: "gongdan" },
    hashed: false,
    token: {
      ...seeds(theme),
      fontFamily: "var(--font-latin), var(--font)",
    },
    components: {
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        // The shades that antd computes are too pale to be read.
        colorPrimaryHover: "color-mix(in srgb, var(--primary) 85%, var(--text))",
        defaultHoverColor: "var(--accent)",
        defaultHoverBorderColor: "var(--accent)",
      },
    },
  };
}

const Voices = lazy(() => import("./voices").then((part) => ({ default: part.Voices })));

const LATER_MS = 5_000;

/** Where a choice has nothing to choose from. */
function Nothing() {
  const { t } = useWords();
  return <p className={css.nothing}>{t("common.no_choice")}</p>;
}

/** Around the screens that use its parts; the others load without it. */
export function AntLook({ children }: { children: ReactNode }) {
  const theme = useStore(themeStore);
  const isHeard = useStore(isSpoken);
  const { i18n } = useTranslation();
  useEffect(() => {
    // After the first screen, so that "the line is lost" needs no line.
    const timer = setTimeout(() => isSpoken.set(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={themeConfig(theme)}
        locale={i18n.language === "en" ? enUS : zhCN}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
        renderEmpty={Nothing}
      >
        {children}
        {isHeard && (
          <Suspense>
            <Voices />
          </Suspense>
        )}
      </ConfigProvider>
    </StyleProvider>
  );
}
