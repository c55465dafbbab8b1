/**
 * The one way to load a part later: once for all who ask, and again after a failure. In the script tag's build
 * `() => import(…)` takes a query for its address (vite.config.ts), since Firefox remembers for the life of a page that an
 * address failed.
 */
export function lazy<Part>(load: (query: string) => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  let failures = 0;
  // Under Trusted Types webpack's import() throws instead of rejecting.
  const attempt = async (): Promise<Part> => load(failures > 0 ? `?${failures}` : '');
  return () => {
    if (!loading) {
      loading = attempt();
      // Whoever asked is told; nobody else hears an unhandled rejection.
      loading.catch(() => {
        failures++;
        loading = undefined;
      });
    }
    return loading;
  };
}
