/** What this tab keeps, as JSON, while it goes from page to page. Nothing is kept where storage is blocked or full. */
export const tabStorage = {
  get: (key: string): unknown => tried(() => JSON.parse(sessionStorage.getItem(key) ?? 'null')),
  set: (key: string, value: unknown): void =>
    void tried(() => sessionStorage.setItem(key, JSON.stringify(value))),
  delete: (key: string): void => void tried(() => sessionStorage.removeItem(key)),
};

function tried(act: () => unknown): unknown {
  try {
    return act();
  } catch {
    return null;
  }
}
