import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

// Title, base path, sources and output folder come from content/portal.yaml and the command line: see scripts/.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  integrations: [react()],
  // Several pages at a time: while one is written, the next is rendered.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  prefetch: false,
  // Docs are rendered and highlighted in src/docs/, with classes that the CSP allows.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "media-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      // Pagefind's index is searched by WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
    // The font of the map's worker is that of the page: under one name it is loaded once.
    worker: { rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } } },
  },
});
