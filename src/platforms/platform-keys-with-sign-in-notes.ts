import { noteByPlatformKey } from './notes.js';

/** The keys of `notes.ts`. Builds write them here (vite.config.ts), so that they are known before the notes load. */
export const platformKeysWithSignInNotes: ReadonlySet<string> = new Set(noteByPlatformKey.keys());
