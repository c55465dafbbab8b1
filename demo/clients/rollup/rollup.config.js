import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'src/books.js',
  output: { dir: 'public' },
  plugins: [nodeResolve({ browser: true })],
};
