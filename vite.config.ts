import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The console of the staff. The citizens' pages are built by tools/build-web.ts from the same sources,
// as a module for the server.
export default defineConfig({
  root: "src/web/staff",
  base: "/staff/",
  plugins: [react()],
  css: {
    postcss: {
      plugins: [
        // What `composes` copies from another sheet has no source, and the build complains: it gets its taker's.
        {
          postcssPlugin: "source-of-copies",
          OnceExit: (root) => {
            root.walkDecls((declaration) => {
              if (declaration.source?.input.file === undefined && root.source)
                declaration.source = root.source;
            });
          },
        },
      ],
    },
  },
  build: {
    outDir: "../../../dist/web/staff",
    emptyOutDir: true,
    target: "es2022",
    // A page may load no script or style but from its own address: nothing is put inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:4100" } },
});
