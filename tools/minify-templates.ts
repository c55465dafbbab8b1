import { minifyHTMLLiterals, type Result } from 'minify-literals';

/**
 * A module with its templates and styles minified, which are strings to a bundler, and its source map; null if it has none.
 * One space between elements says as much as any white space. None says something else: names run together, and Orca,
 * reading line by line, leaves out what is in a panel.
 */
export const minifyTemplates = (code: string, fileName: string): Promise<Result | null> =>
  minifyHTMLLiterals(code, { fileName, html: { conservativeCollapse: true } });
