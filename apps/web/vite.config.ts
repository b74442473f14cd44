import react from '@vitejs/plugin-react';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Lays a compressed copy beside every file of text: the pages travel over slow lines, the server only hands them out. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [name, part] of Object.entries(bundle)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const content = Buffer.from(part.type === 'chunk' ? part.code : part.source);
        this.emitFile({ type: 'asset', fileName: `${name}.br`, source: brotliCompressSync(content) });
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(content) });
      }
    },
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
