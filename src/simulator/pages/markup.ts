/** Text that is safe to stand in HTML or SVG as it is. */
export interface Markup {
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes HTML or SVG; whatever is put in is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: (Markup | string | number)[]): Markup {
  return {
    text: strings.reduce((text, string, index) => {
      const value = values[index - 1] ?? '';
      return text + (typeof value === 'object' ? value.text : escaped(String(value))) + string;
    }),
  };
}

/** Markup from a string of our own making. */
markup.raw = (text: string): Markup => ({ text });

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
