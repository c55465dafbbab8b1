'use client';
import { createComponent } from '@lit/react';
import * as react from 'react';
import { ConnectionList as elementClass } from '../define/connection-list.js';
import { eventProps } from './event-props.js';

/** `<connection-list>` as a component: its properties and events are props. */
export const ConnectionList = createComponent({
  react,
  tagName: 'connection-list',
  elementClass,
  events: eventProps(
    'reconnect',
    'consented',
    'shared',
    'started',
    'connected',
    'abandoned',
    'leaving',
    'stepped',
    'disconnect',
    'disconnected',
    'delete',
    'deleted',
    'failed',
  ),
});
