/**
 * Stands for your own sessions: from the cookies of a request to the company at Codat of whoever is signed in. Yours
 * looks the cookie up, or checks its signature; this one believes it.
 */
export function companyOf(cookies: string | null | undefined): string | null {
  return /(?:^|; )session=([0-9a-f-]{36})(?:;|$)/.exec(cookies ?? '')?.[1] ?? null;
}
