/** HTML or SVG, which is not escaped again. */
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

/** A template tag for HTML or SVG that escapes every value unless it is {@link Markup}. */
export function markup(strings: TemplateStringsArray, ...values: (Markup | string | number)[]): Markup {
  return {
    text: strings.reduce((text, string, index) => {
      const value = values[index - 1] ?? '';
      return text + (typeof value === 'object' ? value.text : escape(String(value))) + string;
    }),
  };
}

/** Marks a trusted string as markup. */
markup.raw = (text: string): Markup => ({ text });

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
