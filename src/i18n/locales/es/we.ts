/** The lender by name, or as people can tell whom we mean. */
export const we = (lender: string): string => lender || 'Esta entidad';
