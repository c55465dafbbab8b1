/** The forms of a sentence by plural category (Unicode CLDR); `#` stands for the count. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Returns a function that formats a count and puts it into its plural form. */
export function createPluralFormatter(lang: string, forms: PluralForms): (count: number) => string {
  const rules = new Intl.PluralRules(lang);
  const figures = new Intl.NumberFormat(lang);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', figures.format(count));
}

export function createListFormatter(lang: string): (items: readonly string[]) => string {
  const list = new Intl.ListFormat(lang);
  return (items) => list.format(items);
}

/**
 * Returns a lookup of the names of Codat's data types, such as `bankTransactions` or `commerce-orders`, whose prefix
 * may be missing from `names`; it finds `other` for an unknown type.
 */
export function createDataTypeNameLookup(
  names: Readonly<Record<string, string>>,
  other: string,
): (name: string) => string {
  return (name) => names[name] ?? names[name.replace(/^(?:banking|commerce)-/, '')] ?? other;
}
