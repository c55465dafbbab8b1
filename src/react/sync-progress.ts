'use client';
import { createComponent } from '@lit/react';
import * as react from 'react';
import { SyncProgress as elementClass } from '../define/sync-progress.js';
import { eventProps } from './event-props.js';

/** `<sync-progress>` as a component: its properties and events are props. */
export const SyncProgress = createComponent({
  react,
  tagName: 'sync-progress',
  elementClass,
  events: eventProps(
    'data-arrived',
    'synced',
    'reconnect',
    'consented',
    'shared',
    'started',
    'connected',
    'abandoned',
    'leaving',
    'stepped',
    'failed',
  ),
});
