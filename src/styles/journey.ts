import { css } from 'lit';
import { accentStyles } from './accent.js';

/** What panels have on a person's way: what is needed, what is awaited, and that it is done. Loads with the journey. */
export const journeyStyles = css`
  ${accentStyles}

  [part='needs-title'] {
    font-weight: 600;
  }

  [part='needs'] {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  [part='key'] {
    user-select: all;
    overflow-wrap: anywhere;
  }

  [part='mark'][data-tone='success'] path {
    stroke-dasharray: 24;
    animation: draw 200ms ease-out;
  }

  [part='waiting'] {
    inline-size: 100%;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_fill);
    overflow: hidden;
  }

  [part='waiting']::before {
    content: '';
    display: block;
    inline-size: 30%;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_line);
    animation: slide 1600ms ease-in-out infinite alternate;
    forced-color-adjust: none;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 24;
    }
  }

  @keyframes slide {
    to {
      translate: 233%;
    }
  }
`;
