/** The lender's name, or a phrase for the lender if there is none. */
export const lenderNameOrDefault = (lender: string): string => lender || 'This lender';
