/**
 * Keeps Escape from the host while something of ours is open, until the returned function is called: the browser closes
 * what is on top, and a modal of the host's around it, which listens for the key itself, stays.
 */
export function guardEscape(): () => void {
  const guard = new AbortController();
  const stop = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    // The same press comes up once ours is closed.
    if (event.type === 'keydown') addEventListener('keyup', stop, { capture: true, once: true });
  };
  addEventListener('keydown', stop, { capture: true, signal: guard.signal });
  return () => guard.abort();
}
