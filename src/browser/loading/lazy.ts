/**
 * Loads a module once for all callers, and again after a failure. In the script tag's build `() => import(…)` adds a
 * query to the URL (vite.config.ts), since Firefox does not retry a URL that failed on the same page.
 */
export function lazy<Module>(load: (query: string) => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  let failures = 0;
  // Under Trusted Types webpack's import() throws instead of rejecting.
  const attempt = async (): Promise<Module> => load(failures > 0 ? `?${failures}` : '');
  return () => {
    if (!loading) {
      loading = attempt();
      // Callers get the rejection; this handler only keeps it from being reported as unhandled.
      loading.catch(() => {
        failures++;
        loading = undefined;
      });
    }
    return loading;
  };
}
