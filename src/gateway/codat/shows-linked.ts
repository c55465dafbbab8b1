/** Whether an answer, or an entry of a list, is a connection that is linked: nothing else has that status. */
export function showsLinked(answer: unknown): boolean {
  const statusOf = (each: unknown): unknown => (Object(each) as { status?: unknown }).status;
  const { results } = Object(answer) as { results?: unknown };
  return [answer, results].flat().some((each) => statusOf(each) === 'Linked');
}
