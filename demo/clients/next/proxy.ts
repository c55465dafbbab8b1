import { NextResponse, type NextRequest } from 'next/server';
import policy from './content-security-policy.json';

/** Next reads the nonce from the request's header, and gives it to its own scripts. */
export function proxy(request: NextRequest) {
  const value = policy.join('; ').replace('{{nonce}}', btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', value);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', value);
  return response;
}
