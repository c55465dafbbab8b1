import { health } from '../../../gateway/operations/schemas.js';
import type { BufferedResponse } from '../../request.js';
import { createAdvice, createFault, specificationUrls } from '../findings.js';
import { checkJsonResponse } from '../check-json-response.js';
import type { CheckContext, PeopleWithTokens } from '../check-context.js';
import { checkPlatformListAndImages } from './platform-list-and-images.js';

/** Checks the public routes: health, the platforms, an unknown path, and methods that a path doesn't have. */
export async function checkPublicRoutes(
  context: CheckContext,
  gateway: string,
  people: PeopleWithTokens,
): Promise<void> {
  const { findings, prober } = context;
  const healthy = await prober.send(`${gateway}/health`);
  findings.add('health', 'GET /health says that all is well.', [
    ...checkJsonResponse('GET /health', healthy, { body: health }).faults,
  ]);
  await checkPlatformListAndImages(context, gateway, people);

  const nothing = await prober.send(`${gateway}/no-such-path`);
  findings.add('unknown paths', 'What is not there is answered with 404.', [
    nothing?.status !== 404 &&
      createFault(
        `A path that is not there is answered ${nothing?.status ?? 'nothing'}.`,
        'Answer 404: a single-page app must not take the gateway’s paths.',
      ),
  ]);
  const others = [
    ['DELETE', '/platforms'],
    ['GET', '/webhooks'],
  ] as const;
  const answers = await Promise.all(
    others.map(async ([method, path]) => {
      const answer = await prober.send(gateway + path, { method });
      return findMethodFault(`${method} ${path}`, answer);
    }),
  );
  findings.add('other methods', 'A method that a path has not is answered with 405.', answers);
}

function findMethodFault(name: string, answer: BufferedResponse | undefined) {
  if (answer?.status === 405) {
    return (
      !answer.headers.has('Allow') &&
      createAdvice(
        `${name} is answered 405 without Allow.`,
        'Add the path’s methods as Allow.',
        specificationUrls.methods,
      )
    );
  }
  return createFault(
    `${name} is answered ${answer?.status ?? 'nothing'}.`,
    'Answer 405 with Allow.',
    specificationUrls.methods,
  );
}
