/** Our elements, as a selector. */
export const ourElements =
  'platform-picker, connection-list, sync-progress, connection-result, powered-by-codat';
