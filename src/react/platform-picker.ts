'use client';
import { createComponent } from '@lit/react';
import * as react from 'react';
import { PlatformPicker as elementClass } from '../define/platform-picker.js';
import { eventProps } from './event-props.js';

/** `<platform-picker>` as a component: its properties and events are props. */
export const PlatformPicker = createComponent({
  react,
  tagName: 'platform-picker',
  elementClass,
  events: eventProps(
    'connect',
    'reconnect',
    'consented',
    'shared',
    'started',
    'connected',
    'abandoned',
    'leaving',
    'asked-for',
    'stepped',
    'failed',
  ),
});
