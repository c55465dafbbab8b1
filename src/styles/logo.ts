import { css } from 'lit';

/** A logo in a box of fixed size, on a light plate where the page is dark; a monogram where there is no image. */
export const logoStyles = css`
  /* No part of it is positioned or clipped, which would make a compositing layer of each logo. */
  [part~='logo'] {
    display: grid;
    grid-template: 100% / 100%;
    place-items: center;
    flex: none;
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_logo-plate);
    font-weight: 600;
    forced-color-adjust: none;
  }

  [part~='logo'].plain {
    background: var(--_fill);
  }

  .plain::before {
    content: attr(data-initial);
  }

  /* A press during which the pointer moves a little still counts as a click, instead of dragging the image. */
  [part~='logo'] img {
    pointer-events: none;
    inline-size: 100%;
    block-size: 100%;
    padding: 8%;
    object-fit: contain;
  }

  .plain::before,
  [part~='logo'] img {
    grid-area: 1 / 1;
  }

  .plain img {
    visibility: hidden;
  }

  /* Else a monogram would have the text colour of the host's page, which may be as dark as the system's background. */
  @media (forced-colors: active) {
    [part~='logo'] {
      color: CanvasText;
    }
  }
`;
