import { readFileSync } from 'node:fs';

/**
 * `npm run check:release -- v1.2.3` says what is missing before the package may be published under that tag, and exits
 * with 1 if anything is. The list is that of `docs/releasing.md`.
 */
interface PackageFile {
  readonly version: string;
  readonly repository?: { readonly url?: string };
  readonly homepage?: string;
  readonly bugs?: { readonly url?: string; readonly email?: string };
}

const textOf = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const { version, repository, homepage, bugs } = JSON.parse(textOf('package.json')) as PackageFile;
const [tag = `v${version}`] = process.argv.slice(2);

const missing = [
  !repository?.url && '`repository.url` in package.json: where the source is.',
  !homepage && '`homepage` in package.json: where the documentation is.',
  !bugs?.url && '`bugs.url` in package.json: where issues are.',
  !bugs?.email && '`bugs.email` in package.json: the security contact.',
  tag !== `v${version}` && `The tag is ${tag}, and the version in package.json is ${version}.`,
  !textOf('CHANGELOG.md').includes(`## ${version} (2`) &&
    `CHANGELOG.md has no heading «## ${version} (» with the date of the release.`,
].filter((each) => each !== false);

for (const each of missing) console.error(each);
if (missing.length > 0) process.exitCode = 1;
else console.log(`All that docs/releasing.md lists is there for ${tag}.`);
