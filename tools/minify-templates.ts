import { minifyHTMLLiterals } from 'minify-literals';

/**
 * A module with its templates and styles minified, which are strings to a bundler. White space beside a block goes, since
 * it is a DOM node in each copy of a template; a space that is read begins or ends an expression.
 */
export async function minifyTemplates(code: string, fileName: string): Promise<string> {
  const minified = await minifyHTMLLiterals(code, { fileName, html: { conservativeCollapse: false } });
  return minified?.code ?? code;
}
