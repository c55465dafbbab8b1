import { css } from 'lit';

/** A menu and its button. The menu is in the top layer, so it sets its own colours. */
export const menuStyles = css`
  :host {
    --_surface: var(--_host-surface, Canvas);
  }

  @supports (color: color(from red xyz x y z)) {
    :host {
      --_legible: color(from var(--_host-surface) var(--_contrasting));
    }
  }

  [part~='menu-button'] {
    min-inline-size: var(--_target);
    padding: 0;
    border-color: transparent;
  }

  [part~='menu-button'] svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    stroke-width: 3;
  }

  [part~='menu-button'][aria-expanded='true'] {
    background: var(--_fill);
  }

  [part='menu'] {
    min-inline-size: min(11em, 94vw);
    max-inline-size: min(20em, calc(100vw - 1em));
    padding: 0.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    line-height: 1.25;
  }

  /* Until it is positioned, it is invisible, so that it doesn't jump. It can have focus then, but can't be clicked. */
  [part='menu']:not(.placed) {
    opacity: 0;
    pointer-events: none;
  }

  [part='menu-item'] {
    display: flex;
    justify-content: start;
    inline-size: 100%;
    padding-inline: 0.75em;
    border-color: transparent;
    border-radius: calc(var(--_radius) * 0.75);
    text-align: start;
  }

  [part='menu-item']:is(:hover, :focus) {
    background: var(--_fill);
  }

  [part='menu-item']:focus-visible {
    outline-offset: -2px;
  }
`;
