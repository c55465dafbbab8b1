export default {
  mode: 'production',
  entry: { books: './src/books.ts' },
  module: { rules: [{ test: /\.ts$/, loader: 'ts-loader' }] },
  output: {
    path: `${import.meta.dirname}/public`,
    // The name of the policy that the page's Content-Security-Policy lists.
    trustedTypes: 'webpack',
  },
};
