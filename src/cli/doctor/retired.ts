import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codatPage, type Finding } from './finding.js';

interface Retired {
  readonly check: string;
  readonly sign: RegExp;
  readonly is: 'advice' | 'fault';
  readonly says: string;
  readonly cure: string;
  readonly page: string;
}

/** What Codat has retired, or these elements stand in for. */
const retired: readonly Retired[] = [
  {
    check: 'old token endpoint',
    sign: /connectionManagement\/accessToken/,
    is: 'fault',
    says: 'uses the token endpoint connectionManagement/accessToken, which Codat retired on 12 October 2026.',
    cure: 'Use the gateway’s /token; for Codat’s own SDKs it is companies/{companyId}/accessToken.',
    page: codatPage('auth-flow/optimize/connection-management'),
  },
  {
    check: 'scripts of Codat’s',
    sign: /https?:\/\/(?:link|connections)-sdk\.codat\.io/,
    is: 'advice',
    says: 'loads an SDK of Codat’s, which changes without you and needs Codat’s hosts in the policy.',
    cure: 'Take it out where these elements do the same.',
    page: codatPage('auth-flow/customize/sdk-customize-code'),
  },
  {
    check: 'test hosts of Codat’s',
    sign: /link(?:-api)?-uat\.codat\.io/,
    is: 'fault',
    says: 'names a test host of Codat’s that is not for lenders.',
    cure: 'Let the gateway’s links lead people to sign in.',
    page: codatPage('auth-flow/build/build-your-own-authorization-journey'),
  },
];

/** What is retired in a text; `where` begins the sentence. */
export function retiredIn(text: string, where: string): Finding[] {
  return retired
    .filter(({ sign }) => sign.test(text))
    .map(({ check, is, says, cure, page }) => ({ check, is, says: `${where} ${says}`, cure, page }));
}

const mostFiles = 5_000;
const largest = 1024 * 1024;
const passedOver = /(?:^|[/\\])(?:node_modules|\.git|dist|build|coverage)(?:[/\\]|$)/;

/** The same in the files of a folder: source and settings, no more than five thousand. Rejects when there is no such folder. */
export async function retiredUnder(folder: string): Promise<Finding[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !passedOver.test(name));
  const found: Finding[] = [];
  for (const name of names.slice(0, mostFiles)) {
    const about = await stat(join(folder, name)).catch(() => undefined);
    if (!about?.isFile() || about.size > largest) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    found.push(...retiredIn(text, name));
  }
  if (found.length > 0) return found;
  return [{ check: 'code', is: 'ok', says: `Nothing that Codat retired is named in ${folder}.` }];
}
