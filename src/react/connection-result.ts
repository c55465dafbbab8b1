'use client';
import { createComponent } from '@lit/react';
import * as react from 'react';
import { ConnectionResult as elementClass } from '../define/connection-result.js';
import { eventProps } from './event-props.js';

/** `<connection-result>` as a component: its properties and events are props. */
export const ConnectionResult = createComponent({
  react,
  tagName: 'connection-result',
  elementClass,
  events: eventProps('returned', 'failed'),
});
