'use client';
import { createComponent } from '@lit/react';
import * as react from 'react';
import { PoweredByCodat as elementClass } from '../define/powered-by-codat.js';

/** `<powered-by-codat>` as a component: its properties are props. */
export const PoweredByCodat = createComponent({
  react,
  tagName: 'powered-by-codat',
  elementClass,
});
