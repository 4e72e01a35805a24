import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// One module and one style, under fixed names: the program embeds them.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: "external" } })],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: "src/page.ts",
      output: {
        entryFileNames: "page.js",
        chunkFileNames: "[name].js",
        assetFileNames: "figures[extname]",
      },
    },
  },
});
