/** Whether a response is a linked connection, or a list with one. Nothing else at Codat has that status. */
export function hasLinkedConnectionInResponse(data: unknown): boolean {
  const statusOf = (each: unknown): unknown => (Object(each) as { status?: unknown }).status;
  const { results } = Object(data) as { results?: unknown };
  return [data, results].flat().some((each) => statusOf(each) === 'Linked');
}
