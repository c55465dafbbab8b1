/** The forms of a sentence by the plural categories of a language (Unicode CLDR), where `#` stands for the count. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A sentence about so many things, in the form the language has for the count, which is written its way. */
export function counted(lang: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(lang);
  const figures = new Intl.NumberFormat(lang);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', figures.format(count));
}

/** Things in a row, as a language lists them. */
export function listed(lang: string): (items: readonly string[]) => string {
  const list = new Intl.ListFormat(lang);
  return (items) => list.format(items);
}

/** The names of Codat's types of data, such as `bankTransactions` or `commerce-orders`; `other` is one that Codat adds later. */
export function named(names: Readonly<Record<string, string>>, other: string): (name: string) => string {
  return (name) => names[name] ?? names[name.replace(/^(?:banking|commerce)-/, '')] ?? other;
}

/** A name as it is written, whatever the direction of the sentence around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
