import { css } from 'lit';

/** A logo in a box of fixed size with a light background, and a monogram until the image has loaded. */
export const logoStyles = css`
  [part~='logo'] {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_fill);
    font-weight: 600;
    overflow: hidden;
    forced-color-adjust: none;
  }

  [part~='logo']::before {
    content: attr(data-initial);
  }

  [part~='logo'] img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    padding: 8%;
    object-fit: contain;
    background: var(--_logo-plate);
  }

  [part~='logo'] img:not([data-here]) {
    opacity: 0;
  }
`;
