/** Ant Design in the product's own colours; one cascade layer, so that plain rules of the product always win. */
import { StyleProvider } from "@ant-design/cssinjs";
import { App as AntApp, theme as antTheme, ConfigProvider, type ThemeConfig } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { keep, readKept } from "@/lib/kept";
import { createStore, useStore } from "@/lib/store";

export type Theme = "light" | "dark";

const systemTheme: Theme = globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";

export const themeStore = createStore<Theme>(readKept<Theme>("theme", systemTheme));

export function chooseTheme(theme: Theme): void {
  keep("theme", theme);
  themeStore.set(theme);
}

/** The same values as `ui/tokens.css`: antd computes shades from them and so needs them as colours. */
const SEEDS: Record<Theme, ThemeConfig["token"]> = {
  light: {
    colorPrimary: "#3457d5",
    colorBgBase: "#ffffff",
    colorTextBase: "#1b2029",
    colorBorder: "#cfd4dd",
    colorBorderSecondary: "#e4e7ec",
    colorTextPlaceholder: "#5a6371",
    colorTextTertiary: "#5a6371",
    colorTextDescription: "#5a6371",
    colorLink: "#3457d5",
    colorError: "#c4222d",
  },
  dark: {
    colorPrimary: "#7d95f5",
    colorBgBase: "#181b21",
    colorBgContainer: "#181b21",
    colorBgElevated: "#1f232b",
    colorTextBase: "#e6e9ee",
    colorBorder: "#3b424f",
    colorBorderSecondary: "#2b303a",
    colorTextPlaceholder: "#98a1b0",
    colorTextTertiary: "#98a1b0",
    colorTextDescription: "#98a1b0",
    colorTextLightSolid: "#10131c",
    colorLink: "#8ea5ff",
    colorError: "#ff8f88",
  },
};

function themeConfig(theme: Theme): ThemeConfig {
  return {
    algorithm: theme === "dark" ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    cssVar: { key: "gongdan" },
    hashed: false,
    token: {
      ...SEEDS[theme],
      fontFamily: "var(--font-latin), var(--font)",
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.18s",
      colorBgMask: theme === "dark" ? "rgb(0 0 0 / 50%)" : "rgb(16 24 40 / 28%)",
    },
    components: {
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    },
  };
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const theme = useStore(themeStore);
  const { i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={themeConfig(theme)}
        locale={i18n.language === "en" ? enUS : zhCN}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp component={false}>{children}</AntApp>
      </ConfigProvider>
    </StyleProvider>
  );
}
