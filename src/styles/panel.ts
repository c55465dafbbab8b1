import { css } from 'lit';

/** One situation at a time in the space of the element: heading, words, a bar when something is awaited, actions. */
export const panelStyles = css`
  [part~='panel'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    justify-items: start;
    max-inline-size: 36em;
    padding-block: var(--_space);
  }

  [part~='panel'] [part='actions'] {
    margin-block-start: calc(var(--_space) * 0.25);
  }

  [part='needs-title'] {
    font-weight: 600;
  }

  [part='needs'] {
    display: grid;
    gap: 0.375em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  [part='key'] {
    user-select: all;
    overflow-wrap: anywhere;
  }

  [part='mark'] {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    color: var(--_muted);
    background: var(--_fill);
  }

  [part='mark'][data-tone='success'] {
    color: #fff;
    background: var(--_success);
  }

  [part='mark'][data-tone='danger'] {
    color: #fff;
    background: var(--_danger);
  }

  [part='mark'] svg {
    inline-size: 1.25em;
    block-size: 1.25em;
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
    background: var(--_accent);
    animation: slide 1600ms ease-in-out infinite alternate;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 24;
    }
    to {
      stroke-dashoffset: 0;
    }
  }

  @keyframes slide {
    from {
      translate: 0;
    }
    to {
      translate: 233%;
    }
  }
`;
