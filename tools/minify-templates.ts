import { minifyHTMLLiterals, type Result } from 'minify-literals';

/**
 * A module with its templates and styles minified, which are strings to a bundler, and its source map; null if it has none.
 * White space beside a block goes, since it is a DOM node in each copy of a template; a space that is read begins or ends
 * an expression.
 */
export const minifyTemplates = (code: string, fileName: string): Promise<Result | null> =>
  minifyHTMLLiterals(code, { fileName, html: { conservativeCollapse: false } });
