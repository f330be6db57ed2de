import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * antd and its icons write `<style>` elements, which a content security policy without 'unsafe-inline' refuses.
 * Their two writers are replaced by one over constructable style sheets, which need neither a nonce nor an exception.
 */
function styleSheetsWithoutElements(): Plugin {
  const writers = /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js$|@ant-design\/icons\/(es|lib)\/cssUtils\.js$/;
  return {
    name: "style-sheets-without-elements",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (!/dynamicCSS|cssUtils/.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && writers.test(found.id.replaceAll("\\", "/")) ? here("./src/app/look/style-sheets.ts") : null;
    },
  };
}

const SMALL_BYTES = 1_000;

/** Assets never change, so each is compressed once, as well as can be, and served as it lies. */
function compressedOnce(): Plugin {
  return {
    name: "compressed-once",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /^assets\/.*\.(js|css|svg)$/.test(each))) {
        const file = join(dir, name);
        const plain = readFileSync(file);
        if (plain.length < SMALL_BYTES) continue;
        const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        writeFileSync(`${file}.br`, brotliCompressSync(plain, best));
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}

const COMMON_JS = [
  "antd > @rc-component/util > is-mobile",
  "antd > @rc-component/util > react-is",
  "antd > @ant-design/react-slick > json2mq",
  "antd > dayjs",
  ...["customParseFormat", "advancedFormat", "localeData", "weekday", "weekOfYear", "weekYear"].map(
    (name) => `antd > dayjs/plugin/${name}`,
  ),
];

export default defineConfig({
  base: "/",
  plugins: [styleSheetsWithoutElements(), react(), compressedOnce()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: "../src/gongdan/static",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // What every screen needs travels in few files, instead of one for each pair of screens that share something.
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            {
              name: "react",
              test: /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|@tanstack|openapi-fetch)\//,
            },
            {
              name: "base",
              test: /src\/(lib\/(?!i18n\/(zh-CN|en)\/)|ui\/(states|plain\/button|marks\/(?!step-bar)|tokens)|app\/(areas|look\/(theme|preferences)|search|title)|features\/(queue\/slice|(session|portal|ticket)\/queries))/,
            },
            {
              name: "antd",
              test: /node_modules\/(antd\/es\/(button|config-provider|dropdown|locale|popover|theme|tooltip)\/|@ant-design\/(cssinjs|colors))/,
            },
            // With all that they need: the frame of the workbench, and the list that one lands on.
            { name: "desk", test: /src\/app\/(shell\/workbench|routes\/desk\/(frame|queue))\.tsx$/ },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  optimizeDeps: {
    // The style writers are replaced while bundling, so antd must not be pre-bundled past the plugin.
    exclude: ["antd", "@ant-design/cssinjs", "@ant-design/icons"],
    // What antd needs that is CommonJS: a browser reads it only pre-bundled.
    include: COMMON_JS,
  },
  server: { port: 5173, proxy: { "/api": process.env.GONGDAN_API ?? "http://127.0.0.1:8000" } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    restoreMocks: true,
  },
});
