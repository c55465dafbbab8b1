import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How the pages of a client get to a browser: as files, by a server of its own, or not at all where it is unit tests. */
export type Delivery =
  | { readonly is: 'files'; readonly folders: readonly string[]; readonly at: string }
  | { readonly is: 'server'; readonly program: readonly string[] }
  | { readonly is: 'unit tests' };

/** A project of a host, below `demo/clients`. */
export interface Client {
  readonly folder: string;
  readonly title: string;
  readonly delivery: Delivery;
  /** Whether its HTML has the tags with their attributes, and its style sheet keeps their room, before any script runs. */
  readonly isRenderedOnServer?: true;
}

const files = (...folders: string[]): Delivery => ({ is: 'files', folders, at: '/' });

export const clients: readonly Client[] = [
  {
    folder: 'script-tag',
    title: 'A script tag, below a path',
    delivery: { is: 'files', folders: ['public'], at: '/lending/' },
  },
  { folder: 'one-file', title: 'One file, with its hash', delivery: files('built') },
  { folder: 'react-19', title: 'React 19', delivery: files('dist') },
  { folder: 'react-18', title: 'React 18', delivery: files('dist') },
  { folder: 'vue', title: 'Vue 3', delivery: files('dist') },
  {
    folder: 'next',
    title: 'Next 16, App Router',
    delivery: {
      is: 'server',
      program: ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1'],
    },
    isRenderedOnServer: true,
  },
  { folder: 'svelte', title: 'Svelte 5', delivery: files('dist') },
  { folder: 'angular', title: 'Angular 21', delivery: files('dist/browser') },
  { folder: 'solid', title: 'Solid', delivery: files('dist') },
  { folder: 'preact', title: 'Preact', delivery: files('dist') },
  { folder: 'astro', title: 'Astro 5', delivery: files('dist'), isRenderedOnServer: true },
  { folder: 'lit', title: 'Lit', delivery: files('dist') },
  { folder: 'webpack', title: 'webpack', delivery: files('public') },
  { folder: 'esbuild', title: 'esbuild', delivery: files('public') },
  { folder: 'rollup', title: 'Rollup', delivery: files('public') },
  { folder: 'parcel', title: 'Parcel', delivery: files('dist') },
  {
    folder: 'turbo',
    title: 'A server’s pages with Turbo',
    delivery: { is: 'server', program: ['server.js'] },
  },
  { folder: 'vitest', title: 'Unit tests in Vitest with jsdom', delivery: { is: 'unit tests' } },
];

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the sources of a client are. */
export const sourcesOf = ({ folder }: Client): string => `${root}demo/clients/${folder}/`;

/** The parts of a client's package.json that say how it is built. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Record<string, string>;
}

// Each client has a package.json of this shape.
export const manifestOf = (client: Client): Manifest =>
  JSON.parse(readFileSync(`${sourcesOf(client)}package.json`, 'utf8')) as Manifest;
