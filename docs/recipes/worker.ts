import { createGateway, type Gateway } from 'codat-connect-elements/gateway';
import { companyOf } from './session.js';

interface Env {
  readonly CODAT_API_KEY: string;
  readonly CODAT_GATEWAY_URL: string;
  readonly CODAT_SIGNING_KEY: string;
  readonly CODAT_WEBHOOK_SECRET: string;
  /** A simulator, while you develop. */
  readonly CODAT_URL?: string;
}

/** Work that outlives the answer is handed to `waitUntil`. */
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

let gateway: Gateway<Waiting> | undefined;

export default {
  fetch(request: Request, env: Env, context: Waiting): Promise<Response> {
    gateway ??= createGateway<Waiting>({
      apiKey: env.CODAT_API_KEY,
      baseUrl: env.CODAT_GATEWAY_URL,
      signingKeys: [env.CODAT_SIGNING_KEY],
      webhookSecrets: [env.CODAT_WEBHOOK_SECRET],
      returnTo: '/connected',
      company: ({ headers }) => companyOf(headers.get('Cookie')),
      ...(env.CODAT_URL && { codatUrl: env.CODAT_URL }),
    });
    return gateway.fetch(request, context);
  },
};
