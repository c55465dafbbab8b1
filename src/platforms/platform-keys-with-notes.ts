import { noteByPlatformKey } from './notes.js';

/** The keys of `notes.ts`. Builds write them here (vite.config.ts), so that they are known before the notes load. */
export const platformKeysWithNotes: ReadonlySet<string> = new Set(noteByPlatformKey.keys());
