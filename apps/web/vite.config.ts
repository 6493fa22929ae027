import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:4000';

/** The build needs no server; `vite` alone proxies to one that `npm start` brought up on its default port. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@thuisreis/source', 'module', 'browser', 'production', 'import', 'default'] },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true },
  server: { proxy: { '/graphql': api, '/events': api, '/sign-in': api, '/sign-out': api, '/demo': api } },
});
